package dev.ndbind.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.annotation.DType;
import dev.ndbind.internal.memory.NativeMemory;
import dev.ndbind.internal.memory.Strides;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with what real NumPy printed, see {@code src/test/python/make_expectations.py}. */
class ArrayFormatTest {

  /**
   * One array and its texts.
   *
   * @param dtype of the data
   * @param sizes of the axes, such as 2x3
   * @param hex the data in C order
   * @param str NumPy's {@code str}
   * @param repr NumPy's {@code repr}
   */
  record Printed(DType dtype, String sizes, String hex, String str, String repr) {
    static Printed parse(String line) {
      List<String> fields = Arrays.asList(line.split("\\|", -1));
      return new Printed(
          DType.valueOf(fields.get(0).toUpperCase(Locale.ROOT)),
          fields.get(1),
          fields.get(2),
          fields.get(3).replace("\\n", "\n"),
          fields.get(4).replace("\\n", "\n"));
    }

    long[] shape() {
      return Arrays.stream(sizes.split("x", -1))
          .filter(size -> !size.isEmpty())
          .mapToLong(Long::parseLong)
          .toArray();
    }

    byte[] data() {
      return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
      return dtype + "[" + sizes + "] " + str.lines().findFirst().orElse("");
    }
  }

  static List<Printed> printedByNumpy() throws IOException {
    try (InputStream in = ArrayFormatTest.class.getResourceAsStream("printed.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(Printed::parse).toList();
    }
  }

  @Test
  void printsAsNumpy() throws IOException {
    List<Printed> all = printedByNumpy();
    assertThat(all).hasSizeGreaterThan(500);
    for (Printed printed : all) {
      try (Arena arena = Arena.ofConfined()) {
        ArrayElements elements = elements(arena, printed);
        String str = ArrayFormat.str(printed.dtype(), printed.shape(), elements);
        assertThat(str).as("str of %s", printed).isEqualTo(printed.str());
        String repr = ArrayFormat.repr(printed.dtype(), printed.shape(), elements);
        assertThat(repr).as("repr of %s", printed).isEqualTo(printed.repr());
      }
    }
  }

  private static ArrayElements elements(Arena arena, Printed printed) {
    MemorySegment memory = arena.allocate(Math.max(1, printed.data().length));
    MemorySegment.copy(printed.data(), 0, memory, ValueLayout.JAVA_BYTE, 0, printed.data().length);
    long[] byteStrides = Strides.c(printed.shape(), printed.dtype().itemsize());
    return new StridedElements(memory.address(), printed.dtype(), byteStrides);
  }

  @Test
  void readsStridesOfAnyKind() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocateFrom(ValueLayout.JAVA_FLOAT, 1, 2, 3, 4, 5, 6);
      long last = memory.address() + 5 * Float.BYTES;
      ArrayElements reversedColumns =
          new StridedElements(last, DType.FLOAT32, new long[] {-4, -12, 0});
      assertThat(ArrayFormat.str(DType.FLOAT32, new long[] {3, 2, 2}, reversedColumns))
          .isEqualTo(
              """
              [[[6. 6.]
                [3. 3.]]

               [[5. 5.]
                [2. 2.]]

               [[4. 4.]
                [1. 1.]]]\
              """);
    }
  }

  @Test
  void printsBfloat16WithItsOwnDigits() {
    try (Arena arena = Arena.ofConfined()) {
      short[] bits = {0x3DCD, 0x3F80, (short) 0xBEAB, 0x42C6};
      MemorySegment memory = arena.allocateFrom(ValueLayout.JAVA_SHORT, bits);
      ArrayElements elements =
          new StridedElements(memory.address(), DType.BFLOAT16, new long[] {2});
      assertThat(ArrayFormat.repr(DType.BFLOAT16, new long[] {4}, elements))
          .isEqualTo("array([ 0.1  ,  1.   , -0.334, 99.   ], dtype=bfloat16)");
      assertThat(ArrayFormat.str(DType.BFLOAT16, new long[0], elements)).isEqualTo("0.1");
    }
  }

  @Test
  void summarisesBeyondIntSizes() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocateFrom(ValueLayout.JAVA_BYTE, (byte) 7);
      ArrayElements elements =
          new StridedElements(memory.address(), DType.UINT8, new long[] {0, 0, 0});
      long[] shape = {1L << 40, 1L << 40, 2};
      assertThat(ArrayFormat.str(DType.UINT8, shape, elements))
          .startsWith("[[[7 7]\n  [7 7]\n  [7 7]\n  ...\n")
          .hasLineCount(6 * 7 + 6 + 1);
      assertThat(NativeMemory.ALL.get(ValueLayout.JAVA_BYTE, memory.address())).isEqualTo((byte) 7);
    }
  }

  @ParameterizedTest
  @MethodSource("doubles")
  void shortestDigitsAreReadBack(double value) {
    Decimal decimal = Dragon4.shortest(value, FloatType.FLOAT64);
    String text = decimal.digits() + "e" + (decimal.exponent() - decimal.digits().length() + 1);
    assertThat(Double.parseDouble(text)).isEqualTo(value);
    // Java gives the shortest too, but never fewer than two digits
    int javaDigits = new BigDecimal(Double.toString(value)).precision();
    assertThat(decimal.digits().length()).isLessThanOrEqualTo(Math.max(javaDigits, 2));
  }

  static double[] doubles() {
    var random = new Random(7);
    double[] doubles = new double[500];
    for (int i = 0; i < doubles.length; ) {
      double value = Math.abs(Double.longBitsToDouble(random.nextLong()));
      if (Double.isFinite(value) && value > 0) {
        doubles[i++] = value;
      }
    }
    doubles[0] = Double.MIN_VALUE;
    doubles[1] = Double.MIN_NORMAL;
    doubles[2] = Double.MAX_VALUE;
    doubles[3] = 0x1p60;
    return doubles;
  }
}
