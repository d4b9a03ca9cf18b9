package dev.ndbind.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.ndbind.annotation.DType;
import dev.ndbind.processor.model.AdapterModel;
import dev.ndbind.processor.model.BridgeModel;
import dev.ndbind.processor.model.DispatchPlan;
import dev.ndbind.processor.model.DispatchPlan.Branch;
import dev.ndbind.processor.model.MethodModel;
import dev.ndbind.processor.model.ParameterModel;
import dev.ndbind.processor.model.TypeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes an overload that chooses among methods by the dtypes of its tensors. */
final class DispatchWriter {
  /** Where the statements of a method begin. */
  private static final int INDENT = 4;

  private final AdapterModel adapter;
  private final AdapterNames names;

  DispatchWriter(AdapterModel adapter, AdapterNames names) {
    this.adapter = adapter;
    this.names = names;
  }

  MethodSpec write(DispatchPlan plan) {
    Branch first = plan.branches().getFirst();
    MethodModel method = first.method().method();
    LocalNames locals = new LocalNames(adapter, method, first.overload());
    MethodSpec.Builder spec =
        new SignatureWriter(adapter, method, first.overload(), locals).choosing(plan);
    BridgeModel bridge = first.overload().bridge().orElseThrow();
    for (ParameterModel parameter : choosers(plan, first)) {
      spec.addStatement(
          "$T $N = $T.dtype($N)",
          CallClasses.DTYPE,
          locals.dtype(parameter),
          Types.name(bridge.id()),
          locals.parameter(parameter));
    }
    plan.branches().forEach(branch -> spec.addCode(attempt(plan, branch, locals)));
    return spec.addCode(end(plan, first, locals)).build();
  }

  private static List<ParameterModel> choosers(DispatchPlan plan, Branch branch) {
    return plan.choosers().stream().map(branch.method().method().parameters()::get).toList();
  }

  private CodeBlock attempt(DispatchPlan plan, Branch branch, LocalNames locals) {
    List<ParameterModel> asked = choosers(plan, plan.branches().getFirst());
    List<ParameterModel> wanted = choosers(plan, branch);
    CodeBlock.Builder condition = CodeBlock.builder();
    for (int i = 0; i < asked.size(); i++) {
      boolean isAlone = asked.size() == 1;
      condition.add(i == 0 ? "" : "$W&& ");
      condition.add(isOneOf(locals.dtype(asked.get(i)), dtypes(wanted.get(i)), isAlone));
    }
    return CodeBlock.builder()
        .beginControlFlow("if ($L)", condition.build())
        .add(call(plan, branch, locals))
        .endControlFlow()
        .build();
  }

  private static CodeBlock isOneOf(String variable, List<DType> dtypes, boolean isAlone) {
    CodeBlock either =
        dtypes.stream()
            .map(dtype -> CodeBlock.of("$N == $T.$L", variable, CallClasses.DTYPE, dtype.name()))
            .collect(CodeBlock.joining("$W|| "));
    return isAlone || dtypes.size() == 1 ? either : CodeBlock.of("($L)", either);
  }

  private CodeBlock call(DispatchPlan plan, Branch branch, LocalNames locals) {
    CodeBlock arguments =
        plan.branches().getFirst().method().method().parameters().stream()
            .map(parameter -> CodeBlock.of("$N", locals.parameter(parameter)))
            .collect(CodeBlock.joining(",$W"));
    CodeBlock call = CodeBlock.of("$N($L)", names.branch(branch), arguments);
    return branch.overload().result().equals(TypeModel.Primitive.VOID)
        ? CodeBlock.builder().addStatement(call).addStatement("return").build()
        : CodeBlock.builder().addStatement("return $L", call).build();
  }

  private CodeBlock end(DispatchPlan plan, Branch first, LocalNames locals) {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$S", ContractWriter.methodName(adapter, first.method().method())));
    arguments.add(CodeBlock.of("$S", expected(plan)));
    for (ParameterModel parameter : choosers(plan, first)) {
      arguments.add(CodeBlock.of("$N", locals.dtype(parameter)));
    }
    CodeBlock head = CodeBlock.of("throw $T.noMatch(", CallClasses.DISPATCH);
    return CodeBlock.builder().addStatement(Lines.call(head, arguments, INDENT)).build();
  }

  /** {@code x: float32 or float64}, {@code (x, y): (float32, float32) or (float64, float64)}. */
  static String expected(DispatchPlan plan) {
    Branch first = plan.branches().getFirst();
    String parameters = tuple(plan, first, ParameterModel::name);
    String choices =
        plan.branches().stream()
            .map(branch -> tuple(plan, branch, DispatchWriter::either))
            .collect(Collectors.joining(" or "));
    return parameters + ": " + choices;
  }

  private static String tuple(
      DispatchPlan plan, Branch branch, Function<ParameterModel, String> text) {
    String list = choosers(plan, branch).stream().map(text).collect(Collectors.joining(", "));
    return plan.choosers().size() == 1 ? list : "(" + list + ")";
  }

  private static String either(ParameterModel parameter) {
    return dtypes(parameter).stream().map(DType::toString).collect(Collectors.joining(" or "));
  }

  private static List<DType> dtypes(ParameterModel parameter) {
    return parameter.contract().orElseThrow().dtypes();
  }
}
