package dev.ndbind.processor.source;

import dev.ndbind.processor.diagnostic.Place;
import dev.ndbind.processor.diagnostic.Problem;
import dev.ndbind.processor.diagnostic.Report;
import dev.ndbind.processor.model.PythonResult;
import dev.ndbind.processor.model.TypeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Which Java types have a counterpart in Python, on the way there and on the way back. */
final class PythonTypes {
  private static final String OBJECT = "dev.ndbind.numpy.PythonObject";

  private static final Set<String> VALUES =
      Set.of(
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.lang.String",
          "java.lang.Object",
          "java.util.List",
          OBJECT);

  private final Compiler compiler;
  private final Report report;
  private final TypeReader types;

  PythonTypes(Compiler compiler, Report report) {
    this.compiler = compiler;
    this.report = report;
    this.types = new TypeReader(compiler);
  }

  /** Reports a parameter that cannot be passed. */
  void checkParameter(VariableElement parameter) {
    TypeMirror type = parameter.asType();
    if (!canBePassed(type)) {
      report.add(
          Problem.PYTHON_TYPE,
          Place.of(parameter),
          "parameter '%s'".formatted(Mentions.name(parameter)),
          types.read(type),
          "take an array, a number, a string, an enum, a list, a record, int[] or long[]");
    }
  }

  private boolean canBePassed(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return type.getKind() != TypeKind.CHAR;
    }
    return isTuple(type)
        || ArrayTypeReader.read(type).filter(array -> array.isNumpyArray()).isPresent()
        || Kinds.declared(type).map(Mentions::element).filter(PythonTypes::isValue).isPresent();
  }

  /** Whether a Java array is passed as a tuple. */
  static boolean isTuple(TypeMirror type) {
    if (type.getKind() != TypeKind.ARRAY) {
      return false;
    }
    TypeKind element = ((ArrayType) type).getComponentType().getKind();
    return element == TypeKind.INT || element == TypeKind.LONG;
  }

  private static boolean isValue(TypeElement type) {
    return VALUES.contains(type.getQualifiedName().toString())
        || type.getKind() == ElementKind.ENUM
        || type.getKind() == ElementKind.RECORD;
  }

  /** How the result of a method is read; reported if it cannot be. */
  PythonResult result(ExecutableElement method) {
    TypeMirror type = method.getReturnType();
    if (type.getKind() == TypeKind.VOID) {
      return new PythonResult.Nothing();
    }
    Optional<PythonResult> result = read(type);
    if (result.isEmpty()) {
      report.add(
          Problem.PYTHON_TYPE,
          Place.of(method),
          "the result",
          types.read(type),
          "return an array, a number, a string, an enum, a list, a record, or a PythonObject");
    }
    boolean isNullable = Annotated.of(method, type, "").nullness().isPresent();
    PythonResult read = result.orElseGet(PythonResult.Itself::new);
    return isNullable ? new PythonResult.OrNone(read) : read;
  }

  private Optional<PythonResult> read(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return primitive(TypeReader.keyword(type.getKind()));
    }
    if (ArrayTypeReader.read(type).filter(array -> array.isNumpyArray()).isPresent()) {
      return Optional.of(new PythonResult.Array(types.read(type)));
    }
    return Kinds.declared(type).flatMap(declared -> read(declared, Mentions.element(declared)));
  }

  private static Optional<PythonResult> primitive(String keyword) {
    return switch (keyword) {
      case "boolean" -> scalar("Boolean", "");
      case "double" -> scalar("Double", "");
      case "float" -> scalar("Double", "float");
      case "long" -> scalar("Long", "");
      case "int" -> scalar("Long", "int");
      default -> Optional.empty();
    };
  }

  private static Optional<PythonResult> scalar(String reader, String narrowed) {
    return Optional.of(new PythonResult.Scalar(reader, narrowed));
  }

  private Optional<PythonResult> read(DeclaredType type, TypeElement element) {
    return switch (element.getQualifiedName().toString()) {
      case "java.lang.Boolean" -> primitive("boolean");
      case "java.lang.Double" -> primitive("double");
      case "java.lang.Float" -> primitive("float");
      case "java.lang.Long" -> primitive("long");
      case "java.lang.Integer" -> primitive("int");
      case "java.lang.String" -> scalar("String", "");
      case OBJECT -> Optional.of(new PythonResult.Itself());
      case "java.util.List" -> list(type);
      default -> other(type, element);
    };
  }

  private Optional<PythonResult> list(DeclaredType type) {
    return type.getTypeArguments().size() == 1
        ? read(type.getTypeArguments().getFirst()).map(PythonResult.Listed::new)
        : Optional.empty();
  }

  private Optional<PythonResult> other(DeclaredType type, TypeElement element) {
    if (element.getKind() == ElementKind.ENUM) {
      return Optional.of(new PythonResult.Constant(types.read(type)));
    }
    return element.getKind() == ElementKind.RECORD ? tuple(type, element) : Optional.empty();
  }

  /** A component's type with the record's type arguments; compilers know that of its accessor. */
  private TypeMirror seen(DeclaredType record, RecordComponentElement component) {
    TypeMirror accessor = compiler.types().asMemberOf(record, component.getAccessor());
    return ((ExecutableType) accessor).getReturnType();
  }

  private Optional<PythonResult> tuple(DeclaredType type, TypeElement element) {
    List<PythonResult> components = new ArrayList<>();
    for (RecordComponentElement component : element.getRecordComponents()) {
      Optional<PythonResult> read = read(seen(type, component));
      if (read.isEmpty()) {
        return Optional.empty();
      }
      components.add(read.get());
    }
    return Optional.of(new PythonResult.Tuple((TypeModel.Declared) types.read(type), components));
  }
}
