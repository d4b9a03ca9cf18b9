package dev.ndbind.benchmarks;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What annotated methods add to the time of a compilation, beside AutoValue's classes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 6)
@Measurement(iterations = 6)
public class CompileTime {
  /** What becomes of the annotations. */
  public enum Processing {
    /** Nothing: the sources alone are compiled. */
    OFF,
    /** Nothing, but the generated sources are there already, and are compiled too. */
    DONE,
    /** The processor runs, and what it generates is compiled. */
    ON
  }

  @Param Workload workload;

  @Param Processing processing;

  /** For AutoValue, classes. */
  @Param({"1", "100", "1000"})
  int methods;

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private List<SourceText> sources;

  @Setup
  public void setUp() throws Exception {
    sources = new ArrayList<>(workload.sources(methods));
    if (processing == Processing.DONE) {
      sources.addAll(compile(List.of(workload.processor()), "-proc:only"));
    }
  }

  @Benchmark
  public List<SourceText> compile() throws Exception {
    return processing == Processing.ON
        ? compile(List.of(workload.processor()), "-proc:full")
        : compile(List.of(), "-proc:none");
  }

  /** Compiles, as every build does, with a file manager that has read nothing yet. */
  private List<SourceText> compile(List<Processor> processors, String processing)
      throws IOException {
    StringWriter messages = new StringWriter();
    try (MemoryFiles files = new MemoryFiles(compiler.getStandardFileManager(null, null, null))) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(messages, files, null, options(processing), null, sources);
      task.setProcessors(processors);
      if (!task.call() || !messages.toString().isEmpty()) {
        throw new IllegalStateException(messages.toString());
      }
      return files.generated();
    }
  }

  private static List<String> options(String processing) {
    String classPath = System.getProperty("java.class.path");
    return List.of(processing, "--release", "25", "-classpath", classPath);
  }
}
