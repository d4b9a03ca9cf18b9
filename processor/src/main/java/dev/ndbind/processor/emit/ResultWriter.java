package dev.ndbind.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.model.OverloadPlan;
import dev.ndbind.processor.model.ResultModel;
import dev.ndbind.processor.model.TypeModel;

/** Writes what happens to a result: all its arrays are checked, then all are converted. */
final class ResultWriter {
  /** Where the statements of a call begin. */
  private static final int INDENT = 6;

  private final OverloadPlan overload;
  private final AdapterNames names;
  private final LocalNames locals;

  ResultWriter(OverloadPlan overload, AdapterNames names, LocalNames locals) {
    this.overload = overload;
    this.names = names;
    this.locals = locals;
  }

  void add(CodeBlock.Builder code, ResultModel result, boolean writesBack) {
    switch (result) {
      case ResultModel.Array(ContractModel contract) -> addArray(code, contract, writesBack);
      case ResultModel.Several several -> addSeveral(code, several, writesBack);
      case ResultModel.Passed(TypeModel type, var _) -> addPassed(code, type, writesBack);
    }
  }

  private void addPassed(CodeBlock.Builder code, TypeModel type, boolean writesBack) {
    if (writesBack) {
      code.addStatement("$N.complete()", locals.call());
    }
    if (writesBack && !type.equals(TypeModel.Primitive.VOID)) {
      code.addStatement("return $N", locals.result());
    }
  }

  private void addArray(CodeBlock.Builder code, ContractModel contract, boolean writesBack) {
    CodeBlock array = CodeBlock.of("$N", locals.result());
    if (writesBack) {
      code.addStatement(check(contract, array));
      code.addStatement("$N.complete()", locals.call());
      code.addStatement("return $L", convert(array));
    } else {
      code.addStatement("return $L", convert(check(contract, array)));
    }
  }

  private void addSeveral(CodeBlock.Builder code, ResultModel.Several result, boolean writesBack) {
    for (ResultModel.Component component : result.components()) {
      component
          .contract()
          .ifPresent(contract -> code.addStatement(check(contract, access(component))));
    }
    if (writesBack) {
      code.addStatement("$N.complete()", locals.call());
    }
    CodeBlock head = CodeBlock.of("return new $T<>(", Types.name(result.type().id()));
    code.addStatement(
        Lines.call(head, result.components().stream().map(this::converted).toList(), INDENT));
  }

  private CodeBlock converted(ResultModel.Component component) {
    CodeBlock access = access(component);
    return component.contract().isPresent() ? convert(access) : access;
  }

  private CodeBlock access(ResultModel.Component component) {
    return CodeBlock.of("$N.$N()", locals.result(), component.name());
  }

  private CodeBlock check(ContractModel contract, CodeBlock array) {
    return CodeBlock.of("$N.result($N, $L)", locals.call(), names.constant(contract), array);
  }

  private CodeBlock convert(CodeBlock array) {
    return overload
        .bridge()
        .map(bridge -> convert(Types.name(bridge.id()), "tensor", array))
        .orElseGet(() -> convert(CallClasses.NUMPY_ARRAYS, "keep", array));
  }

  private static CodeBlock convert(ClassName bridge, String method, CodeBlock array) {
    return CodeBlock.of("$T.$L($L)", bridge, method, array);
  }
}
