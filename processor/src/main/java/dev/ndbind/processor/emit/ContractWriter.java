package dev.ndbind.processor.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Reuse;
import dev.ndbind.annotation.Use;
import dev.ndbind.processor.model.AdapterModel;
import dev.ndbind.processor.model.ArrayType;
import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.model.MethodModel;
import dev.ndbind.processor.model.MethodPlan;
import dev.ndbind.processor.model.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the contracts of an adapter as constants. They are visible in the package, so that tests
 * can ask for the plan of a tensor.
 */
final class ContractWriter {
  /** Where the first call of a chain begins if the chain is on several lines. */
  private static final int CHAIN = 6;

  private final AdapterModel adapter;
  private final AdapterNames names;

  ContractWriter(AdapterModel adapter, AdapterNames names) {
    this.adapter = adapter;
    this.names = names;
  }

  Stream<FieldSpec> fields(List<MethodPlan> methods) {
    return methods.stream()
        .filter(method -> method.method().contracts().findAny().isPresent())
        .flatMap(method ->
            Stream.concat(
                Stream.of(ofMethod(method)),
                method.method().contracts().map(array -> ofArray(array, method.slots()))));
  }

  /** The name by which exceptions call a method. */
  static String methodName(AdapterModel adapter, MethodModel method) {
    return adapter.target().nestedName() + "." + method.name();
  }

  private FieldSpec ofMethod(MethodPlan plan) {
    List<CodeBlock> links = new ArrayList<>();
    links.add(
        CodeBlock.of(
            "$T.of($L)",
            CallClasses.METHOD_CONTRACT,
            strings(methodName(adapter, plan.method()), plan.slots().sizes())));
    if (!plan.slots().runs().isEmpty()) {
      List<String> runs = plan.slots().runs();
      links.add(CodeBlock.of(".runs($L)", strings(runs.getFirst(), runs.subList(1, runs.size()))));
    }
    return constant(CallClasses.METHOD_CONTRACT, names.constant(plan.method()), links);
  }

  private static CodeBlock strings(String first, List<String> others) {
    return Stream.concat(Stream.of(first), others.stream())
        .map(text -> CodeBlock.of("$S", text))
        .collect(CodeBlock.joining(", "));
  }

  private FieldSpec ofArray(ContractModel array, Slots slots) {
    List<CodeBlock> links = new ArrayList<>();
    links.add(head(array));
    if (!array.shape().isAny()) {
      links.add(CodeBlock.of(".shape($L)", new ShapeWriter(slots).write(array.shape())));
    }
    addUnlessDefault(links, "order", array.order(), Order.ANY);
    addUnlessDefault(links, "use", array.use(), Use.READ);
    addUnlessDefault(links, "casting", array.casting(), Casting.EXACT);
    addUnlessDefault(links, "reuse", array.reuse(), Reuse.CALL);
    addUnlessDefault(links, "device", array.device(), Device.CPU);
    if (array.isNullable()) {
      links.add(CodeBlock.of(".nullable()"));
    }
    if (array.type() instanceof ArrayType.Java) {
      links.add(CodeBlock.of(".javaArray()"));
    }
    return constant(CallClasses.ARRAY_CONTRACT, names.constant(array), links);
  }

  private static CodeBlock head(ContractModel array) {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$S", array.name()));
    for (DType dtype : array.declaredDTypes()) {
      arguments.add(CodeBlock.of("$T.$L", CallClasses.DTYPE, dtype.name()));
    }
    return Lines.call(CodeBlock.of("$T.of(", CallClasses.ARRAY_CONTRACT), arguments, CHAIN);
  }

  private static void addUnlessDefault(
      List<CodeBlock> links, String attribute, Enum<?> constant, Enum<?> otherwise) {
    if (constant != otherwise) {
      links.add(
          CodeBlock.of(".$L($T.$L)", attribute, CallClasses.vocabulary(constant), constant.name()));
    }
  }

  private static FieldSpec constant(ClassName type, String name, List<CodeBlock> links) {
    int column = "  static final   = ".length() + type.simpleName().length() + name.length();
    return FieldSpec.builder(type, name, STATIC, FINAL)
        .initializer(Lines.chain(links, column))
        .build();
  }
}
