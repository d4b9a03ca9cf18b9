package dev.ndbind.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exceptions of Python's. */
class ExceptionTest {
  private final PythonModule raising = Modules.find("raising");

  private PythonException raised(String function, Object... arguments) {
    return catchThrowableOfType(
        PythonException.class, () -> raising.call(function, arguments).close());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ValueError",
        "KeyboardInterrupt",
        "SystemExit",
        "RecursionError",
        "MemoryError",
        "GeneratorExit",
        "StopIteration"
      })
  void everyTypeArrives(String name) {
    PythonException exception = raised("by_name", name);
    assertThat(exception.type()).isEqualTo(name);
    assertThat(exception).hasMessage(name).hasNoCause();
  }

  @Test
  void typesOfModulesAreQualified() {
    assertThat(raised("own").type()).isEqualTo("raising.OwnError");
    assertThat(raised("own")).hasMessage("raising.OwnError: of this module");
    PythonException singular =
        catchThrowableOfType(
            PythonException.class,
            () ->
                Interpreter.start()
                    .module("numpy.linalg")
                    .call("inv", dev.ndbind.Float64Array.zeros(2, 2)));
    assertThat(singular.type()).isEqualTo("numpy.linalg.LinAlgError");
    assertThat(singular).hasMessageEndingWith("Singular matrix");
  }

  @Test
  void framesOfPythonAreAboveThoseOfJava() {
    StackTraceElement[] trace = raised("outer").getStackTrace();
    assertThat(trace[0].getMethodName()).isEqualTo("inner");
    assertThat(trace[0].getClassName()).isEqualTo("raising");
    assertThat(trace[0].getFileName()).endsWith("raising.py");
    assertThat(trace[0].getLineNumber()).isEqualTo(line("raise IndexError"));
    assertThat(trace[1].getMethodName()).isEqualTo("outer");
    assertThat(trace[1].getLineNumber()).isEqualTo(line("    inner()"));
    assertThat(trace[2].getClassName()).startsWith("dev.ndbind.numpy.");
    assertThat(trace)
        .anyMatch(frame -> frame.getMethodName().equals("framesOfPythonAreAboveThoseOfJava"));
  }

  private static int line(String text) {
    try {
      var lines = java.nio.file.Files.readAllLines(Modules.directory().resolve("raising.py"));
      return 1 + lines.indexOf(lines.stream().filter(l -> l.contains(text)).findFirst().get());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void causesAreChained() {
    PythonException chained = raised("chained");
    assertThat(chained).hasMessage("ValueError: outer");
    assertThat(chained.getCause()).hasMessage("KeyError: 'missing'");
    assertThat(chained.getCause().getStackTrace()[0].getMethodName()).isEqualTo("chained");
    assertThat(raised("while_handling").getCause()).hasMessage("KeyError: 'missing'");
    assertThat(raised("suppressed")).hasNoCause();
    assertThat(raised("circle").getCause()).hasMessage("ValueError: b").hasNoCause();
  }

  @Test
  void exitsDoNotEndTheProcess() {
    assertThat(raised("leave")).hasMessage("SystemExit: 3");
  }

  @Test
  void textsAreRobust() {
    assertThat(raised("unprintable")).hasMessageContaining("its __str__ raised ValueError");
    assertThat(raised("surrogate")).hasMessage("ValueError: half a pair: \\ud800");
  }

  @Test
  void recursionEndsInAnException() throws InterruptedException {
    assertThat(raised("forever").type()).isEqualTo("RecursionError");
    assertThat(raised("forever").getStackTrace()).hasSizeGreaterThan(100);
    assertThat(raised("forever_through_c").type()).isEqualTo("RecursionError");
    assertThat(raised("nested_list").type()).isEqualTo("RecursionError");
    Thread thread = new Thread(() -> raised("forever_through_c"));
    thread.start();
    thread.join();
  }

  @Test
  void memoryErrorsArrive() {
    assertThat(raised("too_much_memory").type()).isEqualTo("MemoryError");
  }

  @Test
  void anExceptionLeavesNothingBehind() {
    for (int i = 0; i < 3; i++) {
      assertThat(raised("own").type()).isEqualTo("raising.OwnError");
      assertThat(Arrays.toString(new double[] {raising.attribute("sys.maxsize").asDouble()}))
          .startsWith("[9.2");
    }
  }
}
