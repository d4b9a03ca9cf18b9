package dev.ndbind.processor.source;

import dev.ndbind.processor.diagnostic.Place;
import dev.ndbind.processor.diagnostic.Report;
import dev.ndbind.processor.model.BridgeUse;
import dev.ndbind.processor.model.MethodModel;
import dev.ndbind.processor.model.MethodModel.Signature;
import dev.ndbind.processor.model.ParameterModel;
import dev.ndbind.processor.model.ResultModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** Reads methods. */
final class MethodReader {
  private final Compiler compiler;
  private final TypeReader types;
  private final ParameterReader parameters;
  private final ResultReader results;

  MethodReader(Compiler compiler, Report report) {
    this.compiler = compiler;
    this.types = new TypeReader(compiler);
    this.parameters = new ParameterReader(compiler, report);
    this.results = new ResultReader(compiler, report);
  }

  /** A method with its contracts. */
  MethodModel read(ExecutableElement method, List<BridgeUse> bridges) {
    return new MethodModel(
        signature(method, method.getThrownTypes()),
        parameters.read(method),
        results.read(method),
        bridges,
        Optional.ofNullable(compiler.elements().getDocComment(method)).flatMap(Summary::of),
        Place.of(method));
  }

  /**
   * A method of an interface that is handed on, as a type that inherits it sees it. Compilers
   * differ in the names of parameters that they read from class files, so that none of them is
   * used.
   */
  MethodModel readHandedOn(ExecutableElement method, ExecutableType inType) {
    Annotated result = Annotated.of(method, method.getReturnType(), "the result");
    List<? extends VariableElement> declared = method.getParameters();
    List<ParameterModel> models =
        IntStream.range(0, declared.size())
            .mapToObj(i -> handedOn(declared.get(i), inType.getParameterTypes().get(i), "arg" + i))
            .toList();
    return new MethodModel(
        signature(method, inType.getThrownTypes()),
        models,
        new ResultModel.Passed(types.read(inType.getReturnType()), result.nullness()),
        List.of(),
        Optional.empty(),
        Place.of(method));
  }

  private ParameterModel handedOn(VariableElement parameter, TypeMirror type, String name) {
    return parameters.passed(name, type, Annotated.of(parameter, parameter.asType(), name));
  }

  private Signature signature(ExecutableElement method, List<? extends TypeMirror> thrown) {
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    boolean isInherited =
        !isStatic && TypeReader.outwards(method).get(1).getKind() == ElementKind.INTERFACE;
    return new Signature(
        Mentions.name(method),
        method.getModifiers().contains(Modifier.PUBLIC),
        isStatic,
        isInherited,
        method.isVarArgs(),
        Warnings.deprecation(compiler, method),
        types.readParameters(method.getTypeParameters()),
        thrown.stream().map(types::read).toList());
  }
}
