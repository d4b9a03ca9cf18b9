package dev.ndbind.processor;

import dev.ndbind.processor.diagnostic.Place;
import dev.ndbind.processor.diagnostic.Problem;
import dev.ndbind.processor.diagnostic.Report;
import dev.ndbind.processor.emit.AdapterWriter;
import dev.ndbind.processor.emit.SourceFile;
import dev.ndbind.processor.model.ClassId;
import dev.ndbind.processor.source.AdapterReader;
import dev.ndbind.processor.source.Compiler;
import dev.ndbind.processor.validation.Validator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

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

  void run(TypeElement type, String fromOption) {
    new AdapterReader(compiler, report, option(fromOption))
        .read(type)
        .flatMap(new Validator(report)::plan)
        .map(plan -> AdapterWriter.write(plan, NumpyProcessor.class.getName()))
        .ifPresent(file -> write(file, type));
  }

  private List<String> option(String name) {
    String value = environment.getOptions().getOrDefault(name, "");
    return Stream.of(value.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private void write(SourceFile file, TypeElement type) {
    ClassId adapter = file.type();
    if (compiled.contains(adapter.toString())) {
      report.add(Problem.ADAPTER_EXISTS, Place.of(type), adapter);
      return;
    }
    try (Writer writer =
        environment.getFiler().createSourceFile(adapter.toString(), type).openWriter()) {
      writer.write(file.text());
    } catch (FilerException taken) {
      report.add(Problem.ADAPTER_EXISTS, Place.of(type), adapter);
    } catch (IOException e) {
      report.add(Problem.WRITE_FAILED, Place.of(type), adapter, e);
    }
  }
}
