package dev.ndbind.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.ndbind.processor.model.AdapterModel;
import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.model.CopyPlan;
import dev.ndbind.processor.model.DispatchPlan;
import dev.ndbind.processor.model.MethodModel;
import dev.ndbind.processor.model.ModuleModel;
import dev.ndbind.processor.model.OverloadPlan;
import dev.ndbind.processor.model.ParameterModel;
import dev.ndbind.processor.model.ResultModel;
import dev.ndbind.processor.model.TypeModel;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Writes documentation: what each array must be, and whether its memory is borrowed or copied. */
final class Docs {
  /** The column limit, less the indentation and the asterisk. */
  private static final int WIDTH = 95;

  private final AdapterModel adapter;
  private final MethodModel method;
  private final OverloadPlan overload;
  private final LocalNames locals;

  Docs(AdapterModel adapter, MethodModel method, OverloadPlan overload, LocalNames locals) {
    this.adapter = adapter;
    this.method = method;
    this.overload = overload;
    this.locals = locals;
  }

  static CodeBlock ofAdapter(AdapterModel adapter) {
    return CodeBlock.of(
        """
        Calls {@link $T} with tensors.

        <p>Each overload checks all arguments, converts them, and checks and converts the result.
        """,
        Types.name(adapter.target()));
  }

  static CodeBlock ofConstructor() {
    return CodeBlock.of("Adapts an instance.\n\n@param target whose methods are called\n");
  }

  static CodeBlock ofConstructor(ModuleModel module) {
    return CodeBlock.of(
        "Calls the functions of {@code $L}.\n\n@param python the interpreter that has the module\n",
        module.name());
  }

  CodeBlock ofOverload() {
    return text(summary(), tags(i -> words(overload, method.parameters().get(i))));
  }

  /** For an overload that chooses among several methods, of which this is the first. */
  CodeBlock ofChoice(DispatchPlan plan) {
    String expected = DispatchWriter.expected(plan);
    String text =
        Words.wrap("<p>The method is chosen by dtype; {@code %s}.".formatted(expected), WIDTH);
    return text(summary() + "\n\n" + text, tags(i -> choice(plan, i)));
  }

  private static String choice(DispatchPlan plan, int parameter) {
    return plan.branches().stream()
        .map(branch ->
            words(branch.overload(), branch.method().method().parameters().get(parameter)))
        .distinct()
        .collect(Collectors.joining("; or "));
  }

  private String summary() {
    String link = "Calls {@link %s#%s}.".formatted(adapter.target().nestedName(), method.name());
    return Words.wrap(method.summary().orElse(link), WIDTH);
  }

  private static CodeBlock text(String summary, String tags) {
    return CodeBlock.of("$L", tags.isEmpty() ? summary + "\n" : summary + "\n\n" + tags);
  }

  private static String words(OverloadPlan overload, ParameterModel parameter) {
    return parameter
        .contract()
        .map(array -> Words.argument(overload.copies(array)))
        .orElse("passed on");
  }

  private String tags(IntFunction<String> words) {
    StringBuilder tags = new StringBuilder();
    for (int i = 0; i < method.parameters().size(); i++) {
      String name = locals.parameter(method.parameters().get(i));
      add(tags, "@param " + name + " " + words.apply(i));
    }
    if (!overload.result().equals(TypeModel.Primitive.VOID)) {
      add(tags, "@return " + result());
    }
    return tags.toString();
  }

  private String result() {
    return switch (method.result()) {
      case ResultModel.Passed _ -> "what the method returns";
      case ResultModel.Array(ContractModel contract) -> Words.result(overload.copies(contract));
      case ResultModel.Several several -> several(several);
    };
  }

  private String several(ResultModel.Several result) {
    return result.components().stream()
        .flatMap(component ->
            component.contract().stream()
                .map(array -> component(component, overload.copies(array))))
        .collect(Collectors.joining("; "));
  }

  private static String component(ResultModel.Component component, CopyPlan plan) {
    return "{@code " + component.name() + "}: " + Words.result(plan);
  }

  private static void add(StringBuilder tags, String tag) {
    tags.append(Words.wrap(tag, WIDTH).replace("\n", "\n    ")).append('\n');
  }
}
