package dev.ndbind.numpy;

import static dev.ndbind.numpy.Python.keyword;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.ContractException;
import dev.ndbind.Float64Array;
import dev.ndbind.Int64Array;
import dev.ndbind.NumpyArray;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments, keywords, results and names. */
class CallTest {
  private final Python python = Interpreter.start();
  private final PythonModule numpy = python.module("numpy");
  private final PythonModule keeping = Modules.find("keeping");

  /** Two results, for instance. */
  public record Pair(int first, String second) {}

  private String shown(Object... arguments) {
    return keeping.call("shown", arguments).asString();
  }

  @Test
  void functionsOfNumpyRunOnTheMemoryOfArrays() {
    Float64Array x = Float64Array.zeros(3);
    x.set(0, 1.0);
    Float64Array sum = numpy.function("add").callArray(Float64Array.class, x, 2);
    assertThat(sum.toString()).isEqualTo("[3. 2. 2.]");
    assertThat(numpy.call("mean", x).asDouble()).isEqualTo(1 / 3.0);
    assertThat(numpy.call("percentile", x, 100).asDouble()).isEqualTo(1.0);
  }

  @Test
  void valuesOfJavaBecomePythons() {
    assertThat(shown(1, 2L, (short) 3, (byte) 4)).isEqualTo("((1, 2, 3, 4), {})");
    assertThat(shown(1.5, 0.5f, -0.0)).isEqualTo("((1.5, 0.5, -0.0), {})");
    assertThat(shown(true, false, null)).isEqualTo("((True, False, None), {})");
    assertThat(shown("a\u00e9\ud83d\ude00\0", 'c'))
        .isEqualTo("(('a\u00e9\ud83d\ude00\\x00', 'c'), {})");
    assertThat(shown(DayOfWeek.MONDAY)).isEqualTo("(('MONDAY',), {})");
    assertThat(shown(new int[] {1, 2}, new long[0])).isEqualTo("(((1, 2), ()), {})");
    assertThat(shown(Arrays.asList(1, null, List.of()))).isEqualTo("(([1, None, []],), {})");
    assertThat(shown(new Pair(1, "b"))).isEqualTo("(((1, 'b'),), {})");
    assertThat(shown(Long.MIN_VALUE, Long.MAX_VALUE))
        .isEqualTo("((-9223372036854775808, 9223372036854775807), {})");
    assertThat(shown("\ud800")).isEqualTo("(('\\ud800',), {})");
    assertThat(shown(numpy.function("add"))).isEqualTo("((<ufunc 'add'>,), {})");
    assertThat(shown()).isEqualTo("((), {})");
  }

  @Test
  void keywordsComeLastAndOnce() {
    assertThat(shown(1, keyword("b", 2), keyword("a", "x")))
        .isEqualTo("((1,), {'b': 2, 'a': 'x'})");
    assertThatThrownBy(() -> shown(keyword("a", 1), 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("keeping.shown: keywords come last");
    assertThatThrownBy(() -> shown(keyword("a", 1), keyword("a", 1)))
        .isInstanceOf(IllegalArgumentException.class);
    Float64Array x = Float64Array.zeros(2, 3);
    assertThat(numpy.function("sum").callArray(Float64Array.class, x, keyword("axis", 0)).shape())
        .containsExactly(3);
  }

  @Test
  void manyAndLargeArgumentsFit() {
    Object[] many = new Object[1000];
    Arrays.fill(many, "x".repeat(5000));
    assertThat(keeping.call("echo", many).elements()).hasSize(1000);
    int[] sizes = new int[100_000];
    assertThat(keeping.call("echo", sizes).elements().getFirst().elements()).hasSize(100_000);
  }

  @Test
  void otherValuesAreRefused() {
    assertThatThrownBy(() -> shown(new double[2]))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("keeping.shown: no argument can be a class [D");
    assertThatThrownBy(() -> shown(1, List.of(new StringBuilder())))
        .isInstanceOf(ContractException.class);
  }

  @Test
  void arraysInListsAndRecordsShareMemoryToo() {
    Float64Array a = Float64Array.zeros(2);
    Float64Array b = Float64Array.zeros(2);
    b.set(1, 5);
    Float64Array both = numpy.function("concatenate").callArray(Float64Array.class, List.of(a, b));
    assertThat(both.toString()).isEqualTo("[0. 0. 0. 5.]");
    a.free(); // Nobody has it any more.
    b.free();
  }

  @Test
  void functionsWriteIntoArraysThatMayBeWritten() {
    Float64Array out = Float64Array.zeros(3);
    PythonFunction write = keeping.function("write");
    assertThat(write.callArray(Float64Array.class, out, 2)).isSameAs(out);
    assertThat(out.toString()).isEqualTo("[2. 2. 2.]");
    assertThatThrownBy(() -> write.callVoid(out.asReadOnly(), 3))
        .isInstanceOf(PythonException.class)
        .hasMessage("ValueError: assignment destination is read-only");
    assertThatThrownBy(() -> keeping.call("force_writable", out.asReadOnly()))
        .isInstanceOf(PythonException.class)
        .hasMessageContaining("ValueError: cannot set WRITEABLE flag to True");
    assertThat(out.toString()).isEqualTo("[2. 2. 2.]");
  }

  @Test
  void valuesOfPythonBecomeJavas() {
    PythonFunction echo = keeping.function("echo");
    List<PythonObject> items = echo.call(1, 2.5, "text", true, null, List.of(1, 2)).elements();
    assertThat(items.get(0).asLong()).isEqualTo(1);
    assertThat(items.get(0).asDouble()).isEqualTo(1.0);
    assertThat(items.get(1).asDouble()).isEqualTo(2.5);
    assertThat(items.get(2).asString()).isEqualTo("text");
    assertThat(items.get(3).asBoolean()).isTrue();
    assertThat(items.get(4).isNone()).isTrue();
    assertThat(items.get(0).isNone()).isFalse();
    assertThat(items.get(5).elements()).hasSize(2);
    assertThat(items.get(5)).hasToString("[1, 2]");
    assertThat(numpy.function("float32").callDouble(0.5)).isEqualTo(0.5);
    assertThat(numpy.function("int8").callLong(-3)).isEqualTo(-3);
    assertThat(numpy.function("bool_").callBoolean(1)).isTrue();
    assertThat(numpy.function("str_").callString("abc")).isEqualTo("abc");
    assertThat(numpy.attribute("pi").asDouble()).isEqualTo(Math.PI);
    assertThat(numpy.function("float64").callDouble(-1)).isEqualTo(-1);
    assertThat(numpy.function("int64").callLong(-1)).isEqualTo(-1);
  }

  @Test
  void wrongKindsOfResultsAreRefused() {
    PythonObject items = keeping.call("echo", 1.5, "a", Float64Array.zeros(1));
    List<PythonObject> each = items.elements();
    assertThatThrownBy(() -> each.get(0).asLong())
        .isInstanceOf(PythonException.class)
        .hasMessageContaining("TypeError");
    assertThatThrownBy(() -> each.get(1).asDouble()).isInstanceOf(PythonException.class);
    assertThatThrownBy(() -> each.get(1).asBoolean())
        .isInstanceOf(ContractException.class)
        .hasMessage("keeping.echo[1]: result is a str, expected a bool");
    assertThatThrownBy(() -> each.get(0).asString()).isInstanceOf(ContractException.class);
    assertThatThrownBy(() -> each.get(0).elements()).isInstanceOf(ContractException.class);
    assertThatThrownBy(() -> each.get(2).asDouble())
        .hasMessage("keeping.echo[2]: result is an array of rank 1, expected a number");
    assertThatThrownBy(() -> python.module("math").call("factorial", 30).asLong())
        .isInstanceOf(PythonException.class)
        .hasMessageContaining("OverflowError");
  }

  @Test
  void severalResultsAreTakenApart() {
    List<PythonObject> pair;
    try (PythonObject result = keeping.call("pair", Float64Array.zeros(2))) {
      pair = result.elements();
    }
    Float64Array second = pair.get(1).asArray(Float64Array.class);
    assertThat(second.toString()).isEqualTo("[2. 2.]");
    assertThat(dev.ndbind.call.ArrayExport.of(second).isShareable()).isTrue();
  }

  @Test
  void closedObjectsAreRefused() {
    PythonObject object = keeping.call("echo");
    object.close();
    object.close();
    assertThatThrownBy(object::elements).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> keeping.call("echo", object))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void freedArraysAreRefused() {
    Float64Array freed = Float64Array.zeros(2);
    freed.free();
    assertThatThrownBy(() -> keeping.call("echo", freed)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> python.array(freed)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void arraysAreHandedOver() {
    Int64Array array = Int64Array.zeros(2, 3);
    array.set(1, 2, 7);
    try (PythonObject ndarray = python.array(array)) {
      assertThat(ndarray).hasToString("[[0 0 0]\n [0 0 7]]");
      assertThat(ndarray.attribute("dtype.name").asString()).isEqualTo("int64");
      NumpyArray back = ndarray.asArray(NumpyArray.class);
      ((Int64Array) back).set(0, 0, 9);
      assertThat(array.get(0, 0)).isEqualTo(9);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "numpy.",
        ".numpy",
        "numpy..linalg",
        "os; import sys",
        "1a",
        "a-b",
        "a b",
        "a\n",
        "numpy\0",
        "a()",
        "__import__('os')",
        "a\u200b",
        "../a",
        "a/b"
      })
  void namesAreIdentifiers(String name) {
    assertThatThrownBy(() -> python.module(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> numpy.function(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> numpy.attribute(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> keyword(name, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesWithDotsAreFollowed() {
    PythonFunction norm = numpy.function("linalg.norm");
    assertThat(norm).hasToString("numpy.linalg.norm");
    assertThat(norm.callDouble(List.of(3, 4))).isEqualTo(5);
    assertThat(python.module("numpy.linalg").function("det")).isNotNull();
  }

  @Test
  void whatIsMissingIsPythonsException() {
    assertThatThrownBy(() -> python.module("no_such_module"))
        .isInstanceOf(PythonException.class)
        .hasMessage("ModuleNotFoundError: No module named 'no_such_module'");
    assertThatThrownBy(() -> numpy.function("no_such_function"))
        .isInstanceOf(PythonException.class)
        .hasMessageContaining("AttributeError");
  }

  @Test
  void versionsAreTold() {
    assertThat(python.version()).matches("3\\.\\d+\\.\\d+");
    assertThat(python.numpyVersion()).matches("[12]\\.\\d+\\.\\d+");
  }

  /** A list of the user's own may call Python while it is read. */
  @Test
  void argumentsMayCallPythonThemselves() {
    AtomicInteger calls = new AtomicInteger();
    List<Object> list =
        new java.util.AbstractList<>() {
          @Override
          public Object get(int index) {
            calls.incrementAndGet();
            return numpy.call("add", index, 1).asLong();
          }

          @Override
          public int size() {
            return 3;
          }
        };
    assertThat(shown(list)).isEqualTo("(([1, 2, 3],), {})");
    assertThat(calls.get()).isEqualTo(3);
  }
}
