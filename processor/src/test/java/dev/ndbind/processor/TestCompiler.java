package dev.ndbind.processor;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** The two compilers on which everything must work alike. */
enum TestCompiler {
  JAVAC,
  ECJ;

  /**
   * What came out.
   *
   * @param diagnostics errors and warnings in the order given
   * @param generated the sources written, by path
   * @param plans the copy plans written, by path
   */
  record Outcome(
      List<Diagnostic<? extends JavaFileObject>> diagnostics,
      Map<String, String> generated,
      Map<String, String> plans) {
    /** Everything that the processor has written. */
    Map<String, String> files() {
      Map<String, String> files = new TreeMap<>(generated);
      files.putAll(plans);
      return files;
    }

    List<String> errors() {
      return messages(Diagnostic.Kind.ERROR);
    }

    List<String> warnings() {
      return Stream.concat(
              messages(Diagnostic.Kind.WARNING).stream(),
              messages(Diagnostic.Kind.MANDATORY_WARNING).stream())
          .toList();
    }

    private List<String> messages(Diagnostic.Kind kind) {
      return diagnostics.stream()
          .filter(diagnostic -> diagnostic.getKind() == kind)
          .map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH))
          .toList();
    }
  }

  /**
   * The class path of this test, which has ndbind and two frameworks. A third one would make
   * everything that is generated longer, and no test better.
   */
  static String classPath() {
    return Arrays.stream(wholeClassPath().split(File.pathSeparator, -1))
        .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("onnxruntime-"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The class path of this test, which has ndbind and all frameworks. */
  static String wholeClassPath() {
    return System.getProperty("java.class.path");
  }

  private JavaCompiler compiler() {
    return this == ECJ ? new EclipseCompiler() : ToolProvider.getSystemJavaCompiler();
  }

  /** Compiles with the processor. */
  Outcome compile(Path output, List<Path> sources, String... options) {
    return compile(output, sources, List.of(new NumpyProcessor()), options);
  }

  /** Compiles with some processors. */
  Outcome compile(Path output, List<Path> sources, List<Processor> processors, String... options) {
    return compile(output, sources, processors, files -> files, options);
  }

  /** Compiles with some processors through a file manager that does something of its own. */
  Outcome compile(
      Path output,
      List<Path> sources,
      List<Processor> processors,
      UnaryOperator<JavaFileManager> wrapping,
      String... options) {
    JavaCompiler compiler = compiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, null)) {
      Path generated = Files.createDirectories(output.resolve("generated"));
      Path classes = Files.createDirectories(output.resolve("classes"));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      List<String> all = allOptions(options);
      setClassPath(files, all);
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              wrapping.apply(files),
              diagnostics,
              all,
              null,
              files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(processors);
      task.call();
      Path plans = Files.createDirectories(classes.resolve("META-INF"));
      return new Outcome(diagnostics.getDiagnostics(), read(generated), read(plans));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> allOptions(String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(this == JAVAC ? List.of("-Xmaxerrs", "10000") : List.of());
    all.addAll(List.of("--release", "25"));
    if (!all.contains("-classpath") && !all.contains("--module-path")) {
      all.addAll(List.of("-classpath", classPath()));
    }
    return all;
  }

  /** Eclipse's file manager does not read the option, and has all of this test's class path. */
  private static void setClassPath(StandardJavaFileManager files, List<String> options)
      throws IOException {
    int option = options.indexOf("-classpath");
    if (option >= 0) {
      List<Path> entries =
          Arrays.stream(options.get(option + 1).split(File.pathSeparator, -1))
              .map(Path::of)
              .toList();
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, entries);
    }
  }

  private static Map<String, String> read(Path directory) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = directory.relativize(path).toString().replace('\\', '/');
        // Some tests write sources in another encoding.
        texts.put(name, new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
      }
    }
    return texts;
  }
}
