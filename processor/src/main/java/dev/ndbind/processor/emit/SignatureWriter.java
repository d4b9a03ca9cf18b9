package dev.ndbind.processor.emit;

import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.ndbind.processor.model.AdapterModel;
import dev.ndbind.processor.model.DispatchPlan;
import dev.ndbind.processor.model.MethodModel;
import dev.ndbind.processor.model.MethodModel.Deprecation;
import dev.ndbind.processor.model.MethodModel.Signature;
import dev.ndbind.processor.model.OverloadPlan;
import dev.ndbind.processor.model.ParameterModel;
import dev.ndbind.processor.model.ParameterModel.Nullness;
import dev.ndbind.processor.model.ResultModel;
import dev.ndbind.processor.model.TypeModel;
import java.util.Optional;

/** Writes everything of an overload but its body. */
final class SignatureWriter {
  private final AdapterModel adapter;
  private final MethodModel method;
  private final Signature signature;
  private final OverloadPlan overload;
  private final LocalNames locals;

  SignatureWriter(
      AdapterModel adapter, MethodModel method, OverloadPlan overload, LocalNames locals) {
    this.adapter = adapter;
    this.method = method;
    this.signature = method.signature();
    this.overload = overload;
    this.locals = locals;
  }

  /** An overload for everybody who can call the method itself. */
  MethodSpec.Builder open() {
    MethodSpec.Builder spec = hidden(method.name());
    if (method.contracts().findAny().isPresent()) {
      spec.addJavadoc(docs().ofOverload());
    }
    boolean overrides =
        signature.isInherited() && adapter.isInterface() && overload.bridge().isEmpty();
    if (overrides) {
      spec.addAnnotation(Override.class);
    }
    addAccess(spec);
    return spec;
  }

  /** An overload that chooses among methods, of which this is the first. */
  MethodSpec.Builder choosing(DispatchPlan plan) {
    MethodSpec.Builder spec = hidden(method.name()).addJavadoc(docs().ofChoice(plan));
    plan.branches().stream()
        .skip(1)
        .flatMap(branch -> branch.method().method().signature().thrown().stream())
        .filter(thrown -> !signature.thrown().contains(thrown))
        .distinct()
        .map(Types::name)
        .forEach(spec::addException);
    addAccess(spec);
    return spec;
  }

  private Docs docs() {
    return new Docs(adapter, method, overload, locals);
  }

  private void addAccess(MethodSpec.Builder spec) {
    addDeprecation(spec);
    if (signature.isPublic()) {
      spec.addModifiers(PUBLIC);
    }
  }

  /** An overload without documentation and access. */
  MethodSpec.Builder hidden(String name) {
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(name)
            .addTypeVariables(Types.variables(signature.typeParameters()));
    if (signature.isStatic()) {
      spec.addModifiers(STATIC);
    }
    addResult(spec);
    addParameters(spec);
    signature.thrown().stream().map(Types::name).forEach(spec::addException);
    return spec;
  }

  private void addDeprecation(MethodSpec.Builder spec) {
    if (signature.deprecation() == Deprecation.DEPRECATED) {
      spec.addAnnotation(Deprecated.class);
    } else if (signature.deprecation() == Deprecation.FOR_REMOVAL) {
      spec.addAnnotation(
          AnnotationSpec.builder(Deprecated.class).addMember("forRemoval", "true").build());
    }
  }

  private void addResult(MethodSpec.Builder spec) {
    TypeName type = Types.name(overload.result());
    if (method.result() instanceof ResultModel.Passed(TypeModel _, Optional<Nullness> nullness)
        && nullness.isPresent()) {
      if (nullness.get().isTypeUse()) {
        type = annotated(type, nullness.get());
      } else {
        spec.addAnnotation(Types.name(nullness.get().annotation()));
      }
    }
    spec.returns(type);
  }

  private void addParameters(MethodSpec.Builder spec) {
    int last = method.parameters().size() - 1;
    for (int i = 0; i <= last; i++) {
      TypeModel type = overload.parameters().get(i);
      spec.addParameter(parameter(method.parameters().get(i), Types.name(type)));
      if (i == last && signature.isVarargs() && type instanceof TypeModel.Array) {
        spec.varargs();
      }
    }
  }

  private ParameterSpec parameter(ParameterModel parameter, TypeName type) {
    String name = locals.parameter(parameter);
    if (parameter.nullness().isEmpty()) {
      return ParameterSpec.builder(type, name).build();
    }
    Nullness nullness = parameter.nullness().get();
    return nullness.isTypeUse()
        ? ParameterSpec.builder(annotated(type, nullness), name).build()
        : ParameterSpec.builder(type, name).addAnnotation(annotation(nullness)).build();
  }

  private static TypeName annotated(TypeName type, Nullness nullness) {
    return type.annotated(AnnotationSpec.builder(annotation(nullness)).build());
  }

  private static ClassName annotation(Nullness nullness) {
    return Types.name(nullness.annotation());
  }
}
