package dev.ndbind.processor.emit;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import dev.ndbind.processor.model.AdapterPlan;
import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.model.CopyPlan;
import dev.ndbind.processor.model.MethodModel;
import dev.ndbind.processor.model.MethodPlan;
import dev.ndbind.processor.model.MethodPlan.Absence;
import dev.ndbind.processor.model.OverloadPlan;
import dev.ndbind.processor.model.ParameterModel;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes what an adapter does with its arrays as JSON, for tools and for review: one line for each
 * fact, in the order of the sources, without positions in them, so that only a change of a contract
 * is a difference. The format is documented in {@code docs/copy-plan.md}.
 */
public final class PlanWriter {
  private static final FormattingStyle LINES = FormattingStyle.PRETTY.withNewline("\n");
  private static final FormattingStyle ONE_LINE =
      FormattingStyle.COMPACT.withSpaceAfterSeparators(true);

  /** Raised when readers of the file must change. */
  private static final int FORMAT = 1;

  private final StringWriter text = new StringWriter();
  private final JsonWriter json = new JsonWriter(text);

  private PlanWriter() {
    json.setFormattingStyle(LINES);
    json.setHtmlSafe(false);
  }

  /**
   * Writes the plan of an adapter.
   *
   * @param plan what to write
   * @return {@code META-INF/ndbind/<adapter>.json}
   */
  public static ResourceFile write(AdapterPlan plan) {
    PlanWriter writer = new PlanWriter();
    try {
      writer.writeAdapter(plan);
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot be written", e);
    }
    String name = plan.adapter().target().adapter().toString();
    return new ResourceFile("META-INF/ndbind/" + name + ".json", writer.text + "\n");
  }

  private interface Body<T> {
    void write(T value) throws IOException;
  }

  private <T> void array(String name, List<T> values, Body<T> body) throws IOException {
    json.name(name).beginArray();
    for (T value : values) {
      json.beginObject();
      body.write(value);
      json.endObject();
    }
    json.endArray();
  }

  /** Each value in a line of its own. */
  private <T> void lines(String name, List<T> values, Body<T> body) throws IOException {
    json.name(name).beginArray();
    for (T value : values) {
      json.beginObject();
      json.setFormattingStyle(ONE_LINE);
      body.write(value);
      json.endObject();
      json.setFormattingStyle(LINES);
    }
    json.endArray();
  }

  private void writeAdapter(AdapterPlan plan) throws IOException {
    json.beginObject();
    json.name("format").value(FORMAT);
    json.name("adapter").value(plan.adapter().target().adapter().toString());
    json.name("type").value(plan.adapter().target().toString());
    List<MethodPlan> methods =
        plan.methods().stream()
            .filter(method -> method.method().contracts().findAny().isPresent())
            .toList();
    array("methods", methods, this::writeMethod);
    json.endObject();
  }

  private void writeMethod(MethodPlan plan) throws IOException {
    MethodModel method = plan.method();
    json.name("method").value(method.name() + declared(method));
    if (method.summary().isPresent()) {
      json.name("summary").value(Words.plain(method.summary().get()));
    }
    lines("arguments", method.arguments().toList(), this::writeArgument);
    lines("results", method.result().contracts().toList(), this::writeArray);
    array("overloads", plan.overloads(), overload -> writeOverload(method, overload));
    lines("absent", plan.absences(), this::writeAbsence);
  }

  private static String declared(MethodModel method) {
    return method.parameters().stream()
        .map(ParameterModel::type)
        .map(Object::toString)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private void writeArgument(ContractModel array) throws IOException {
    writeArray(array);
    json.name("use").value(array.use().name());
    json.name("casting").value(array.casting().name());
    json.name("reuse").value(array.reuse().name());
    json.name("device").value(array.device().name());
    json.name("nullable").value(array.isNullable());
  }

  private void writeArray(ContractModel array) throws IOException {
    json.name("name").value(array.name());
    json.name("type").value(array.type().toString());
    json.name("dtype").value(Words.dtypes(array));
    json.name("shape").value(array.shape().toString());
    json.name("order").value(array.order().name());
  }

  private void writeOverload(MethodModel method, OverloadPlan overload) throws IOException {
    json.name("framework").value(overload.framework());
    json.name("signature").value(method.name() + overload.signature());
    array("arguments", overload.arguments(), this::writeCopies);
    array("results", overload.results(), this::writeCopies);
  }

  private void writeCopies(CopyPlan plan) throws IOException {
    json.name("name").value(plan.array().name());
    lines("cases", plan.cases(), this::writeCase);
  }

  private void writeCase(CopyPlan.Case each) throws IOException {
    json.name("when").value(each.when());
    json.name("step").value(each.step().name());
    json.name("why").value(each.why());
  }

  private void writeAbsence(Absence absence) throws IOException {
    json.name("framework").value(absence.framework());
    json.name("why").value(absence.why());
  }
}
