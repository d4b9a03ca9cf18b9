package dev.ndbind.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sources that nobody would write. Whatever they are, the processor throws nothing, and what it
 * writes compiles.
 */
class RobustnessTest {
  private static final int CLASSES = 200;

  private static final List<String> ARRAYS =
      List.of(
          "Float32Array",
          "Float64Array",
          "Int8Array",
          "UInt16Array",
          "Complex64Array",
          "NumpyArray",
          "java.lang.foreign.MemorySegment",
          "float[]",
          "byte[]",
          "boolean[][]");

  private static final List<String> OTHERS =
      List.of(
          "double[][][]",
          "char[]",
          "Float32Array[]",
          "int",
          "long",
          "String",
          "T",
          "T[]",
          "java.util.List<? super T>",
          "java.util.Map.Entry<Float32Array, ?>",
          "Pair<T>",
          "Pair<Float64Array>",
          "Runnable");

  private static final List<String> RESULTS =
      List.of(
          "void",
          "int",
          "double[]",
          "Float32Array",
          "NumpyArray",
          "Int8Array",
          "T",
          "Pair<T>",
          "Pair<Float64Array>",
          "Pair<Pair<Float64Array>>",
          "Pair<?>",
          "Pair<float[]>",
          "String");

  private static final List<String> PATTERNS =
      List.of(
          "",
          "...",
          "n",
          "n m",
          "n n",
          "*b n",
          "... #n",
          "{p1} n",
          "n+1",
          "2*n-{p1}",
          "rows=3 n",
          "_ 3",
          "n,",
          "*a *b");

  private static final List<String> ATTRIBUTES =
      List.of(
          "order = Order.C",
          "order = Order.F",
          "use = Use.VIEW",
          "use = Use.WRITE",
          "use = Use.WRITE_BACK",
          "use = Use.COPY",
          "casting = Casting.SAFE",
          "dtype = DType.FLOAT32",
          "dtype = {DType.INTEGER, DType.BOOL}",
          "reuse = Reuse.VERSION");

  @TempDir Path directory;

  static Stream<String> oddities() {
    return Stream.of(
        "@AcceptsNumpy class A extends A { static void f(Float32Array x) {} }",
        "@AcceptsNumpy interface A extends A { void f(Float32Array x); }",
        "class A { @AcceptsNumpy static void f(@Layout(3) Float32Array x) {} }",
        "class A { @AcceptsNumpy static void f(@Layout(order = Order.X) Float32Array x) {} }",
        "class A { @AcceptsNumpy static void f(@Layout(order = Use.READ) Float32Array x) {} }",
        "class A { @AcceptsNumpy static void f(@Layout Missing x) {} }",
        "class A { @AcceptsNumpy static void f(@Layout(Missing.N) Float32Array x) {} }",
        "class A { @AcceptsNumpy(from = Missing.class) static void f(Float32Array x) {} }",
        "class A { @AcceptsNumpy(from = {}) static void f(Float32Array x) {} }",
        "class A { @AcceptsNumpy(wrong = 1) static void f(Float32Array x) {} }",
        "class A { @AcceptsNumpy static void f(Float32Array x, Float32Array x) {} }",
        "class A { @AcceptsNumpy static f(Float32Array x) {} }",
        "class A { @AcceptsNumpy A(Float32Array x) {} }",
        "class A { @AcceptsNumpy int field; }",
        "class A { @AcceptsNumpy static <T extends T> void f(Float32Array x, T t) {} }",
        "class A { @AcceptsNumpy static void f(Float32Array x) throws Missing {} }",
        "class A { @AcceptsNumpy static Missing<Float32Array> f(Float32Array x) {} }",
        "@AcceptsNumpy record A(Float32Array x) { Float32Array y() { return x; } }",
        "@AcceptsNumpy enum A { ONE; void f(Float32Array x) {} }",
        "@AcceptsNumpy class A<T> { class B { @AcceptsNumpy void f(Float32Array x) {} } }",
        "@AcceptsNumpy interface A { private void f(Float32Array x) {} }",
        "class A { void g() { class B { @AcceptsNumpy void f(Float32Array x) {} } } }",
        "class A { record R<A>(A a, R<A> r) {} @AcceptsNumpy static R<Float32Array> f() {} }",
        "class A { record R(R r) {} @AcceptsNumpy static R f(Float32Array x) { return null; } }",
        "@AcceptsNumpy class A { void f(Float32Array x) {} void f(Float32Array y) {} }");
  }

  @ParameterizedTest
  @MethodSource("oddities")
  void survives(String declaration) throws IOException {
    Path source = write("A", declaration);
    for (TestCompiler compiler : TestCompiler.values()) {
      TestCompiler.Outcome outcome =
          compiler.compile(directory.resolve(compiler.name()), List.of(source));
      assertThat(outcome.errors()).noneMatch(error -> error.contains("internal-error"));
    }
  }

  /** Multiplied out, this size has more terms than there is memory for. */
  @Test
  void survivesProductsOfManySums() throws IOException {
    List<String> names = IntStream.range(0, 60).mapToObj(i -> "a" + i).toList();
    String product =
        IntStream.range(0, 30)
            .mapToObj(i -> "(%s+%s)".formatted(names.get(2 * i), names.get(2 * i + 1)))
            .collect(Collectors.joining("*"));
    Path source =
        write(
            "A",
            "class A { @AcceptsNumpy static void f(@Layout(\"%s\") Float32Array x,"
                    .formatted(String.join(" ", names))
                + " @Layout(\"%s-1\") Float32Array y) {} }".formatted(product));
    assertThat(TestCompiler.JAVAC.compile(directory, List.of(source)).errors()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void writesWhatCompiles(TestCompiler compiler) throws IOException {
    Random random = new Random(7);
    List<Path> sources = new ArrayList<>();
    for (int i = 0; i < CLASSES; i++) {
      sources.add(write("Fuzz" + i, declaration(random, "Fuzz" + i)));
    }
    sources.add(write("Pair", "record Pair<A>(@Layout(\"... 3\") A first, A second, int n) {}"));
    Set<String> refused =
        compiler.compile(directory.resolve("first"), sources).diagnostics().stream()
            .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
            .map(RobustnessTest::refused)
            .collect(Collectors.toSet());
    sources.removeIf(source -> refused.contains(source.getFileName().toString()));
    assertThat(sources).hasSizeGreaterThan(CLASSES / 8);
    assertThat(compiler.compile(directory.resolve("second"), sources).errors()).isEmpty();
  }

  /** The file that the processor has refused, if it was the processor. */
  private static String refused(Diagnostic<? extends JavaFileObject> error) {
    assertThat(error.getMessage(Locale.ENGLISH))
        .contains("[ndbind:")
        .doesNotContain("internal-error");
    return Path.of(error.getSource().getName()).getFileName().toString();
  }

  private Path write(String name, String declaration) throws IOException {
    String imports = "package fuzz;\nimport dev.ndbind.*;\nimport dev.ndbind.annotation.*;\n";
    return Files.writeString(directory.resolve(name + ".java"), imports + declaration);
  }

  private static String declaration(Random random, String name) {
    return IntStream.rangeClosed(0, random.nextInt(3))
        .mapToObj(i -> method(random, "f" + i + "_"))
        .collect(Collectors.joining("\n", "class " + name + " {\n", "\n}\n"));
  }

  /** Names end in a number, so that no two methods are the same to Java. */
  private static String method(Random random, String name) {
    String result = pick(random, RESULTS);
    String parameters =
        IntStream.rangeClosed(0, random.nextInt(3))
            .mapToObj(i -> layout(random, 2) + pick(random, i == 0 ? ARRAYS : OTHERS) + " p" + i)
            .collect(Collectors.joining(", "));
    return "  @AcceptsNumpy %s%s<T> %s %s%d(%s) { %s }"
        .formatted(
            layout(random, 8),
            random.nextBoolean() ? "static " : "",
            result,
            name,
            random.nextInt(1_000_000),
            parameters,
            end(result));
  }

  private static String end(String result) {
    return switch (result) {
      case "void" -> "";
      case "int" -> "return 0;";
      default -> "return null;";
    };
  }

  /** One in several arrays has a contract, and few contracts have attributes. */
  private static String layout(Random random, int rarity) {
    if (random.nextInt(rarity) != 0) {
      return "";
    }
    String attribute = random.nextInt(3) == 0 ? ", " + pick(random, ATTRIBUTES) : "";
    return "@Layout(value = \"%s\"%s) ".formatted(pick(random, PATTERNS), attribute);
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
