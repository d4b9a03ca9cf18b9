package dev.ndbind.processor;

import dev.ndbind.processor.diagnostic.Place;
import dev.ndbind.processor.diagnostic.Problem;
import dev.ndbind.processor.diagnostic.Report;
import dev.ndbind.processor.diagnostic.Spelling;
import dev.ndbind.processor.emit.AdapterWriter;
import dev.ndbind.processor.emit.PlanWriter;
import dev.ndbind.processor.emit.ResourceFile;
import dev.ndbind.processor.emit.SourceFile;
import dev.ndbind.processor.model.AdapterPlan;
import dev.ndbind.processor.source.AdapterReader;
import dev.ndbind.processor.source.Compiler;
import dev.ndbind.processor.validation.CopyPolicy;
import dev.ndbind.processor.validation.Validator;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** All stages for one type. */
final class AdapterTask {
  private final ProcessingEnvironment environment;
  private final Compiler compiler;
  private final Report report;
  private final Set<String> compiled;

  /**
   * A task for one type.
   *
   * @param compiled the names of the classes compiled, none of which may be replaced
   */
  AdapterTask(
      ProcessingEnvironment environment, Compiler compiler, Report report, Set<String> compiled) {
    this.environment = environment;
    this.compiler = compiler;
    this.report = report;
    this.compiled = compiled;
  }

  void run(TypeElement type, Options options) {
    new AdapterReader(compiler, report, options.from())
        .read(type)
        .flatMap(new Validator(report, copies(type, options))::plan)
        .ifPresent(plan -> write(plan, type));
  }

  private CopyPolicy copies(TypeElement type, Options options) {
    return CopyPolicy.named(options.copies())
        .orElseGet(() -> {
          List<String> known = Stream.of(CopyPolicy.values()).map(CopyPolicy::toString).toList();
          String wayOut =
              Spelling.closest(options.copies(), known)
                  .map(Spelling::didYouMean)
                  .orElse("use one of " + String.join(", ", known));
          report.add(
              Problem.UNKNOWN_OPTION, Place.of(type), options.copies(), Options.COPIES, wayOut);
          return CopyPolicy.ALLOW;
        });
  }

  private void write(AdapterPlan plan, TypeElement type) {
    SourceFile adapter = AdapterWriter.write(plan, NumpyProcessor.class.getName());
    if (compiled.contains(adapter.type().toString())) {
      report.add(Problem.ADAPTER_EXISTS, Place.of(type), adapter.type());
      return;
    }
    write(adapter.type().toString(), type, () -> sourceWriter(adapter, type), adapter.text());
    ResourceFile file = PlanWriter.write(plan);
    write(file.path(), type, () -> resourceWriter(file, type), file.text());
  }

  private interface Target {
    Writer open() throws IOException;
  }

  /** In the encoding of the other sources. */
  private Writer sourceWriter(SourceFile file, TypeElement type) throws IOException {
    return environment.getFiler().createSourceFile(file.type().toString(), type).openWriter();
  }

  /** In the encoding of JSON, whatever that of the sources is. */
  private Writer resourceWriter(ResourceFile file, TypeElement type) throws IOException {
    FileObject resource =
        environment.getFiler().createResource(StandardLocation.CLASS_OUTPUT, "", file.path(), type);
    return new OutputStreamWriter(resource.openOutputStream(), StandardCharsets.UTF_8);
  }

  private void write(String name, TypeElement type, Target target, String text) {
    try (Writer writer = target.open()) {
      writer.write(text);
    } catch (FilerException taken) {
      report.add(Problem.ADAPTER_EXISTS, Place.of(type), name);
    } catch (IOException e) {
      report.add(Problem.WRITE_FAILED, Place.of(type), name, e);
    }
  }
}
