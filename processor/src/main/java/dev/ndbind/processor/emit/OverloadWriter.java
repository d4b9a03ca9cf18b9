package dev.ndbind.processor.emit;

import static javax.lang.model.element.Modifier.PRIVATE;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.ndbind.annotation.Use;
import dev.ndbind.processor.model.AdapterModel;
import dev.ndbind.processor.model.ArrayType;
import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.model.DispatchPlan;
import dev.ndbind.processor.model.MethodModel;
import dev.ndbind.processor.model.MethodPlan;
import dev.ndbind.processor.model.OverloadPlan;
import dev.ndbind.processor.model.ParameterModel;
import dev.ndbind.processor.model.ResultModel;
import dev.ndbind.processor.model.TypeModel;
import java.util.List;

/**
 * Writes one overload: it describes the arguments, checks them together, converts each, calls the
 * method, and checks and converts the result.
 */
final class OverloadWriter {
  /** Where the statements of a call begin. */
  private static final int INDENT = 6;

  private final AdapterModel adapter;
  private final AdapterNames names;

  OverloadWriter(AdapterModel adapter, AdapterNames names) {
    this.adapter = adapter;
    this.names = names;
  }

  MethodSpec write(MethodPlan plan, OverloadPlan overload) {
    LocalNames locals = new LocalNames(adapter, plan.method(), overload);
    SignatureWriter signature = new SignatureWriter(adapter, plan.method(), overload, locals);
    return signature.open().addCode(body(plan, overload, locals)).build();
  }

  /** An overload that another one chooses. */
  MethodSpec writeBranch(DispatchPlan.Branch branch) {
    MethodPlan plan = branch.method();
    LocalNames locals = new LocalNames(adapter, plan.method(), branch.overload());
    return new SignatureWriter(adapter, plan.method(), branch.overload(), locals)
        .hidden(names.branch(branch))
        .addModifiers(PRIVATE)
        .addCode(body(plan, branch.overload(), locals))
        .build();
  }

  private CodeBlock body(MethodPlan plan, OverloadPlan overload, LocalNames locals) {
    if (plan.method().contracts().findAny().isEmpty()) {
      return CodeBlock.builder().addStatement(invocation(plan.method(), locals)).build();
    }
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow(
        "try ($T $N = $N.begin())",
        CallClasses.CALL_FRAME,
        locals.call(),
        names.constant(plan.method()));
    addValues(code, plan, locals);
    addArguments(code, plan.method(), overload, locals);
    code.addStatement("$N.check()", locals.call());
    addCall(code, plan.method(), overload, locals);
    return code.endControlFlow().build();
  }

  private static void addValues(CodeBlock.Builder code, MethodPlan plan, LocalNames locals) {
    for (ParameterModel parameter : plan.method().parameters()) {
      if (plan.slots().values().contains(parameter.name())) {
        code.addStatement(
            "$N.value($L, $N)",
            locals.call(),
            plan.slots().size(parameter.name()),
            locals.parameter(parameter));
      }
    }
  }

  private void addArguments(
      CodeBlock.Builder code, MethodModel method, OverloadPlan overload, LocalNames locals) {
    for (ParameterModel parameter : method.parameters()) {
      parameter
          .contract()
          .ifPresent(array ->
              code.addStatement(
                  Lines.assignment(
                      CodeBlock.of("$T $N", CallClasses.ARGUMENT, locals.argument(parameter)),
                      CodeBlock.of(
                          "$N.argument($N, $L)",
                          locals.call(),
                          names.constant(array),
                          describe(parameter, array, overload, locals)),
                      INDENT)));
    }
  }

  private static CodeBlock describe(
      ParameterModel parameter, ContractModel array, OverloadPlan overload, LocalNames locals) {
    String name = locals.parameter(parameter);
    if (overload.bridge().isPresent()) {
      return CodeBlock.of("$T.describe($N)", Types.name(overload.bridge().get().id()), name);
    }
    return array.type() instanceof ArrayType.Typed || array.type() instanceof ArrayType.Untyped
        ? CodeBlock.of("$T.describe($N)", CallClasses.NUMPY_ARRAYS, name)
        : CodeBlock.of(
            "$T.describe($N, $T.$L)",
            CallClasses.NUMPY_ARRAYS,
            name,
            CallClasses.DTYPE,
            array.dtypes().getFirst().name());
  }

  private void addCall(
      CodeBlock.Builder code, MethodModel method, OverloadPlan overload, LocalNames locals) {
    boolean writesBack = method.arguments().anyMatch(array -> array.use() == Use.WRITE_BACK);
    TypeModel type = method.result().type();
    boolean isPassed = method.result() instanceof ResultModel.Passed;
    if (type.equals(TypeModel.Primitive.VOID) || (isPassed && !writesBack)) {
      code.addStatement(invocation(method, locals));
    } else {
      code.addStatement(
          Lines.assignedCall(
              CodeBlock.of("$T $N", Types.name(type), locals.result()),
              head(method),
              arguments(method, locals),
              INDENT));
    }
    new ResultWriter(overload, names, locals).add(code, method.result(), writesBack);
  }

  private CodeBlock invocation(MethodModel method, LocalNames locals) {
    boolean isVoid = method.result().type().equals(TypeModel.Primitive.VOID);
    CodeBlock head = CodeBlock.of(isVoid ? "$L" : "return $L", head(method));
    return Lines.call(head, arguments(method, locals), INDENT);
  }

  private CodeBlock head(MethodModel method) {
    return method.signature().isStatic()
        ? CodeBlock.of("$T.$N(", Types.name(adapter.target()), method.name())
        : CodeBlock.of("target.$N(", method.name());
  }

  private static List<CodeBlock> arguments(MethodModel method, LocalNames locals) {
    return method.parameters().stream().map(parameter -> argument(parameter, locals)).toList();
  }

  private static CodeBlock argument(ParameterModel parameter, LocalNames locals) {
    return parameter
        .contract()
        .map(array ->
            CodeBlock.of(
                "$N.as($T.class)", locals.argument(parameter), Types.name(array.type().type())))
        .orElseGet(() -> CodeBlock.of("$N", locals.parameter(parameter)));
  }
}
