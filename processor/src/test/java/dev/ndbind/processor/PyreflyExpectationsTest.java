package dev.ndbind.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ndbind.ContractException;
import dev.ndbind.Float32Array;
import dev.ndbind.NumpyArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Pyrefly's tests of its jaxtyping support expect ({@code
 * tensor-shapes/pyrefly-torch-stubs/test/jaxtyping}), expected here. Pyrefly follows shapes through
 * a method's body; here the result is looked at when the method returns.
 *
 * <p>Without a counterpart: {@code mixed_syntax}, since there is one syntax only; {@code
 * variadic_used_as_dimension} and its inverse, since axes and runs are named apart, as in
 * jaxtyping; {@code too_few_args}, since a contract without a pattern accepts any shape; {@code
 * broadcast_equals_plain} and its like, since {@code #n} is more than {@code n} here; operations on
 * tensors, which are the frameworks' own.
 */
class PyreflyExpectationsTest {
  private static final List<String> PATTERNS =
      List.of(
          "_ _",
          "batch _ 3",
          "...",
          "... 3",
          "batch ...",
          "batch ... channels",
          "n n+1",
          "n n-1",
          "n 1+n",
          "a b a+b",
          "n (n+1)",
          "",
          " batch features",
          "batch features ",
          "*batch dim",
          "*batch 3",
          "channels *batch 3",
          "*batch m n",
          "3 4",
          "dim dim+1");

  @TempDir static Path directory;
  private static Lab lab;

  @BeforeAll
  static void compile() throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    for (int i = 0; i < PATTERNS.size(); i++) {
      String pattern = PATTERNS.get(i);
      sources.put("Accepted" + i, method("Accepted" + i, pattern, pattern, "x"));
    }
    sources.put(
        "Matmul",
        """
        class Matmul {
          @AcceptsNumpy
          @Layout("batch 3 99")
          static Float32Array g(
              @Layout("batch 3 4") Float32Array a, @Layout("batch 4 5") Float32Array b) {
            return Float32Array.zeros(a.shape(0), 3, 5);
          }
        }
        """);
    sources.put("WrongSize", method("WrongSize", "batch 3", "batch 4", "x"));
    sources.put("WrongRank", method("WrongRank", "batch 3", "batch 3 4", "x"));
    sources.put("TwoVariadics", method("TwoVariadics", "*batch ... 3", "_", "x"));
    sources.put("BroadcastResult", method("BroadcastResult", "#batch 3", "#batch 3", "x"));
    sources.put("NoString", contract("NoString", "@Layout(42)"));
    sources.put("TwoValues", contract("TwoValues", "@Layout({\"3\", \"extra\"})"));
    sources.put("NoAttribute", contract("NoAttribute", "@Layout(value = \"3\", extra = 1)"));
    lab = Lab.compile(directory, sources);
  }

  private static String method(String type, String argument, String result, String value) {
    return "class %s { @AcceptsNumpy @Layout(\"%s\") static Float32Array g(@Layout(\"%s\") Float32Array x) { return %s; } }"
        .formatted(type, result, argument, value);
  }

  private static String contract(String type, String contract) {
    return "class %s { @AcceptsNumpy static void g(%s Float32Array x) {} }"
        .formatted(type, contract);
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  private static Float32Array zeros(long... shape) {
    return Float32Array.zeros(shape);
  }

  private static void refuses(String type, String message, Object... arguments) {
    assertThatExceptionOfType(ContractException.class)
        .isThrownBy(() -> lab.call(type, "g", arguments))
        .withMessage(message);
  }

  @Test
  void syntaxIsAccepted() {
    for (int i = 0; i < PATTERNS.size(); i++) {
      assertThat(lab.refusals("Accepted" + i)).as(PATTERNS.get(i)).isEmpty();
    }
  }

  @Test
  void variadicPassthrough() throws Throwable {
    Object result = lab.call("Accepted" + PATTERNS.indexOf("*batch dim"), "g", zeros(2, 3, 4));
    assertThat(((NumpyArray) result).shape()).containsExactly(2, 3, 4);
  }

  @Test
  void matmulReturnMismatch() {
    refuses(
        "Matmul",
        "Matmul.g: result shape (2, 3, 5) does not fit \"batch 3 99\":"
            + " axis 2 has size 5, expected 99 (batch=2)",
        zeros(2, 3, 4),
        zeros(2, 4, 5));
  }

  @Test
  void wrongReturnSize() {
    refuses(
        "WrongSize",
        "WrongSize.g: result shape (2, 3) does not fit \"batch 4\":"
            + " axis 1 has size 3, expected 4 (batch=2)",
        zeros(2, 3));
  }

  @Test
  void wrongRank() {
    refuses(
        "WrongRank",
        "WrongRank.g: result shape (2, 3) does not fit \"batch 3 4\": its rank is 2 (batch=2)",
        zeros(2, 3));
  }

  @Test
  void multipleVariadics() {
    assertThat(lab.refusals("TwoVariadics"))
        .singleElement()
        .asString()
        .startsWith("[ndbind:second-variadic] '*batch' and '...' both stand");
  }

  @Test
  void resultsDoNotBroadcast() {
    assertThat(lab.refusals("BroadcastResult"))
        .anyMatch(error -> error.startsWith("[ndbind:broadcast-result]"));
  }

  @Test
  void badAnnotations() {
    for (String type : List.of("NoString", "TwoValues", "NoAttribute")) {
      assertThat(lab.refusals(type)).as(type).isNotEmpty().noneMatch(e -> e.contains("internal"));
    }
  }
}
