package dev.ndbind.processor;

import dev.ndbind.processor.TestCompiler.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Annotated classes that were compiled together with their adapters, and loaded. The only framework
 * is that of {@link LabTensors}.
 */
public final class Lab implements AutoCloseable {
  private static final String PACKAGE = "lab";

  private static final String HEADER =
      """
      package lab;
      import dev.ndbind.*;
      import dev.ndbind.annotation.*;
      import dev.ndbind.processor.LabBody;
      import java.lang.foreign.MemorySegment;
      import org.jspecify.annotations.Nullable;
      """;

  private final URLClassLoader loader;
  private final Map<String, List<String>> refusals;

  private Lab(Path classes, Map<String, List<String>> refusals) throws IOException {
    URL[] path = {classes.toUri().toURL()};
    this.loader = new URLClassLoader(path, Lab.class.getClassLoader());
    this.refusals = refusals;
  }

  /**
   * Compiles classes into one package; those that are refused are left out.
   *
   * @param directory an empty one
   * @param declarations by the name of the class
   */
  public static Lab compile(Path directory, Map<String, String> declarations) throws IOException {
    Map<String, Path> sources = new TreeMap<>();
    for (Map.Entry<String, String> declaration : declarations.entrySet()) {
      Path file = directory.resolve(declaration.getKey() + ".java");
      sources.put(declaration.getKey(), Files.writeString(file, HEADER + declaration.getValue()));
    }
    Map<String, List<String>> refusals = new TreeMap<>();
    Path output;
    Map<String, List<String>> errors;
    do { // Errors of the compiler hide those of the processor.
      sources.keySet().removeAll(refusals.keySet());
      output = directory.resolve("without" + refusals.size());
      errors = errors(run(output, sources));
      refusals.putAll(errors);
    } while (!errors.isEmpty());
    return new Lab(output.resolve("classes"), refusals);
  }

  private static Outcome run(Path output, Map<String, Path> sources) {
    List<Path> files = List.copyOf(sources.values());
    return TestCompiler.JAVAC.compile(
        output, files, "-Andbind.from=" + LabTensors.class.getName(), "-nowarn");
  }

  /** Messages by class, those of other tools than the processor too. */
  private static Map<String, List<String>> errors(Outcome outcome) {
    Map<String, List<String>> errors = new TreeMap<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : outcome.diagnostics()) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        JavaFileObject source = diagnostic.getSource();
        String name = source == null ? "?" : Path.of(source.getName()).getFileName().toString();
        errors
            .computeIfAbsent(name.replace(".java", ""), _ -> new ArrayList<>())
            .add(diagnostic.getMessage(Locale.ENGLISH));
      }
    }
    return errors;
  }

  /** The errors of a class; none if it compiles. */
  public List<String> refusals(String type) {
    return refusals.getOrDefault(type, List.of());
  }

  /** Where the classes are. */
  public ClassLoader loader() {
    return loader;
  }

  /**
   * Calls a static method of a class's adapter: the overload that takes these arguments, and of
   * several the one that is declared last, which is that of arrays.
   *
   * @throws Throwable what the adapter throws
   */
  public @Nullable Object call(String type, String method, @Nullable Object... arguments)
      throws Throwable {
    Method overload = overload(type, method, arguments);
    overload.setAccessible(true);
    try {
      return overload.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Method overload(String type, String method, @Nullable Object... arguments)
      throws ClassNotFoundException {
    if (refusals.containsKey(type)) {
      throw new AssertionError(type + " was refused: " + refusals.get(type));
    }
    Class<?> adapter = loader.loadClass(PACKAGE + "." + type + "Adapter");
    return Arrays.stream(adapter.getDeclaredMethods())
        .filter(candidate -> candidate.getName().equals(method) && takes(candidate, arguments))
        .min((a, b) -> Boolean.compare(takesTensors(a), takesTensors(b)))
        .orElseThrow(() ->
            new AssertionError(
                "%s.%s does not take %s".formatted(type, method, Arrays.toString(arguments))));
  }

  private static boolean takesTensors(Method method) {
    return Arrays.asList(method.getParameterTypes()).contains(LabTensor.class);
  }

  private static boolean takes(Method method, @Nullable Object... arguments) {
    Class<?>[] types = method.getParameterTypes();
    boolean takes = types.length == arguments.length;
    for (int i = 0; takes && i < types.length; i++) {
      boolean isPassed = types[i].isInstance(arguments[i]) || types[i].isPrimitive();
      takes = arguments[i] == null ? !types[i].isPrimitive() : isPassed;
    }
    return takes;
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
