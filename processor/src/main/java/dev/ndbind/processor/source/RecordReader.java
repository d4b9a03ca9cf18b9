package dev.ndbind.processor.source;

import dev.ndbind.processor.diagnostic.Place;
import dev.ndbind.processor.diagnostic.Problem;
import dev.ndbind.processor.diagnostic.Report;
import dev.ndbind.processor.model.ArrayType;
import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.model.ResultModel.Component;
import dev.ndbind.processor.model.TypeModel;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;

/**
 * Reads generic records whose type arguments are array classes, as in {@code Svd<Float64Array>}:
 * the adapter returns the same record of tensors.
 */
final class RecordReader {
  private static final int NO_ARRAY = -1;

  private final Compiler compiler;
  private final Report report;
  private final TypeReader types;
  private final ContractReader contracts;

  RecordReader(Compiler compiler, Report report) {
    this.compiler = compiler;
    this.report = report;
    this.types = new TypeReader(compiler);
    this.contracts = new ContractReader(compiler, report);
  }

  TypeModel.Declared type(DeclaredType record) {
    return (TypeModel.Declared) types.read(record);
  }

  /** The components, none if the record has nothing to do with arrays. */
  List<Component> read(ExecutableElement method, DeclaredType record) {
    TypeElement declaration = Mentions.element(record);
    List<? extends TypeMirror> arguments = record.getTypeArguments();
    boolean isOfArrays = arguments.stream().anyMatch(Mentions::mentionsArray);
    boolean hasArrays =
        declaration.getRecordComponents().stream()
            .anyMatch(component -> Mentions.mentionsArray(component.asType()));
    if (!isOfArrays && !hasArrays) {
      return List.of();
    }
    checkArguments(method, declaration, arguments);
    return declaration.getRecordComponents().stream()
        .map(component -> read(method, record, component))
        .toList();
  }

  private void checkArguments(
      ExecutableElement method, TypeElement record, List<? extends TypeMirror> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      if (!Mentions.mentionsArray(arguments.get(i))) {
        continue;
      }
      TypeParameterElement parameter = record.getTypeParameters().get(i);
      if (array(arguments.get(i)).isEmpty()) {
        refuse(method, record, "an array class must be a type argument by itself");
      } else if (!types.readParameters(List.of(parameter)).getFirst().bounds().isEmpty()) {
        refuse(
            method,
            record,
            "'%s' will stand for a tensor and can have no bound"
                .formatted(Mentions.name(parameter)));
      }
    }
  }

  private void refuse(ExecutableElement method, TypeElement record, String why) {
    report.add(
        Problem.UNSUPPORTED_RESULT, Place.of(method), TypeReader.id(record).nestedName(), why);
  }

  private Component read(
      ExecutableElement method, DeclaredType record, RecordComponentElement component) {
    String name = Mentions.name(component);
    int argument = argument(Mentions.element(record), component.asType());
    Optional<ArrayType> array =
        argument == NO_ARRAY ? Optional.empty() : array(record.getTypeArguments().get(argument));
    Annotated annotated = annotated(method, component);
    if (array.isEmpty()) {
      if (argument == NO_ARRAY
          || !Mentions.mentionsArray(record.getTypeArguments().get(argument))) {
        checkPassed(method, record, component, annotated);
      }
      return new Component(name, NO_ARRAY, Optional.empty());
    }
    ContractModel contract = contracts.read(annotated, "result." + name, array.get(), false);
    return new Component(name, argument, Optional.of(contract));
  }

  private static Optional<ArrayType> array(TypeMirror type) {
    return ArrayTypeReader.read(type).filter(ArrayType::isNumpyArray);
  }

  /** Which of the record's type parameters a component's type is. */
  private static int argument(TypeElement record, TypeMirror type) {
    return type.getKind() == TypeKind.TYPEVAR
        ? record.getTypeParameters().indexOf(((TypeVariable) type).asElement())
        : NO_ARRAY;
  }

  private void checkPassed(
      ExecutableElement method,
      DeclaredType record,
      RecordComponentElement component,
      Annotated annotated) {
    TypeMirror type = component.asType();
    boolean isOfVariables =
        type.getKind() != TypeKind.TYPEVAR
            && record.getTypeArguments().stream().anyMatch(Mentions::mentionsArray)
            && TypeVariables.areIn(type);
    if (isOfVariables || Mentions.mentionsArray(type)) {
      refuse(
          method,
          Mentions.element(record),
          "the arrays of component '%s' are not its type alone; declare it by a type parameter"
              .formatted(Mentions.name(component)));
    }
    ParameterReader.checkNoContract(annotated, "", report);
  }

  /** The annotations of a component. Compilers differ: some have them on the accessor only. */
  private Annotated annotated(ExecutableElement method, RecordComponentElement component) {
    List<? extends AnnotationMirror> own = component.getAnnotationMirrors();
    List<? extends AnnotationMirror> found =
        own.isEmpty() ? component.getAccessor().getAnnotationMirrors() : own;
    return new Annotated(
        component,
        isShown(component) ? component : method,
        found,
        component.asType().getAnnotationMirrors(),
        "component '%s'".formatted(Mentions.name(component)));
  }

  /** Whether the compiler can point to a component: not in a class file, and never in Eclipse. */
  private boolean isShown(RecordComponentElement component) {
    Elements elements = compiler.elements();
    if (elements.getClass().getName().startsWith("org.eclipse.")) {
      return false;
    }
    JavaFileObject file = elements.getFileObjectOf(component);
    return file != null && file.getKind() == JavaFileObject.Kind.SOURCE;
  }
}
