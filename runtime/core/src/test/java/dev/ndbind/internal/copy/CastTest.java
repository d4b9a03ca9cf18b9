package dev.ndbind.internal.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.annotation.DType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Values of casts, against real NumPy (see {@code src/test/python/make_expectations.py}) and
 * against exact arithmetic.
 */
class CastTest {
  private static final long[] NO_STRIDES = {};

  @Test
  void castsAsNumpyWhereCDefinesTheResult() throws IOException {
    Map<DType, List<String>> inputs = new EnumMap<>(DType.class);
    int compared = 0;
    for (String line : numpysCasts()) {
      List<String> fields = Arrays.asList(line.split(" ", -1));
      DType from = DType.valueOf(fields.get(0).toUpperCase(Locale.ROOT));
      DType to = DType.valueOf(fields.get(1).toUpperCase(Locale.ROOT));
      List<String> values = fields.subList(2, fields.size());
      if (from == to) {
        inputs.put(from, values);
      }
      List<String> sources = Objects.requireNonNull(inputs.get(from));
      for (int i = 0; i < sources.size(); i++) {
        if (!values.get(i).equals("-")) {
          String found = hex(cast(parse(sources.get(i), from), from, to), to);
          assertThat(found).as("%s %s to %s", sources.get(i), from, to).isEqualTo(values.get(i));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(10_000);
  }

  private static List<String> numpysCasts() throws IOException {
    try (InputStream in = CastTest.class.getResourceAsStream("casts.txt")) {
      byte[] text = Objects.requireNonNull(in).readAllBytes();
      return new String(text, StandardCharsets.UTF_8).lines().toList();
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = "BOOL|U?INT[0-9]+|B?FLOAT[0-9]+|COMPLEX[0-9]+",
      mode = EnumSource.Mode.MATCH_ANY)
  void castsAsExactArithmetic(DType from) {
    Random random = new Random(from.itemsize());
    for (int round = 0; round < 1_000; round++) {
      byte[] element = ElementBytes.random(random, from);
      for (DType to : DType.concrete()) {
        String expected = hex(ReferenceCast.cast(element, from, to), to);
        assertThat(hex(cast(element, from, to), to))
            .as("%s %s to %s", hex(element, from), from, to)
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16"})
  void everyHalfSurvivesTheWayThroughWiderFloats(DType half) {
    for (int bits = 0; bits < 1 << 16; bits++) {
      byte[] element =
          ByteBuffer.allocate(2).order(ByteOrder.nativeOrder()).putShort((short) bits).array();
      for (DType wide : List.of(DType.FLOAT32, DType.FLOAT64, DType.COMPLEX64)) {
        byte[] back = cast(cast(element, half, wide), wide, half);
        assertThat(hex(back, half)).isEqualTo(hex(element, half));
      }
    }
  }

  @Test
  void noIntegerIsRoundedTwice() {
    assertThat(castLong(0x101_0000_0000_0001L, DType.BFLOAT16)).isEqualTo((short) 0x5B81);
    assertThat(castLong(-0x101_0000_0000_0001L, DType.BFLOAT16)).isEqualTo((short) 0xDB81);
    assertThat(castLong(0x101_0000_0000_0000L, DType.BFLOAT16)).isEqualTo((short) 0x5B80);
    assertThat(castLong(2049L, DType.FLOAT16)).isEqualTo((short) 0x6800);
    assertThat(castLong(65520 - 1, DType.FLOAT16)).isEqualTo((short) 0x7BFF);
    assertThat(castLong(Long.MIN_VALUE, DType.BFLOAT16)).isEqualTo((short) 0xDF00);
  }

  private static short castLong(long value, DType to) {
    byte[] element = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder()).putLong(value).array();
    byte[] half = cast(element, DType.INT64, to);
    return ByteBuffer.wrap(half).order(ByteOrder.nativeOrder()).getShort();
  }

  @Test
  void whatDoesNotFitBecomesTheSmallestNumberOfTheRegister() {
    double[] values = {Double.NaN, 1e300, -1e300, 3e9, -3e9, 300.7, -1.5};
    long int32 = Integer.MIN_VALUE;
    assertThat(castAll(values, DType.INT8)).containsExactly(0, 0, 0, 0, 0, 44, -1);
    assertThat(castAll(values, DType.INT32))
        .containsExactly(int32, int32, int32, int32, int32, 300, -1);
    assertThat(castAll(values, DType.UINT32))
        .containsExactly(0, 0, 0, 3000000000L, 1294967296, 300, 4294967295L);
    long int64 = Long.MIN_VALUE;
    assertThat(castAll(values, DType.INT64))
        .containsExactly(int64, int64, int64, 3000000000L, -3000000000L, 300, -1);
    assertThat(castAll(values, DType.UINT64))
        .containsExactly(int64, 0, int64, 3000000000L, -3000000000L, 300, -1);
  }

  private static long[] castAll(double[] values, DType to) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment src = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, values);
      MemorySegment narrow = arena.allocate(values.length * 8L, 8);
      MemorySegment wide = arena.allocate(values.length * 8L, 8);
      long[] shape = {values.length};
      long[] strides = {to.itemsize()};
      long[] eight = {8};
      StridedCopy.copy(src.address(), DType.FLOAT64, eight, narrow.address(), to, strides, shape);
      StridedCopy.copy(narrow.address(), to, strides, wide.address(), DType.INT64, eight, shape);
      return wide.toArray(ValueLayout.JAVA_LONG);
    }
  }

  private static byte[] cast(byte[] element, DType from, DType to) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment src = arena.allocateFrom(ValueLayout.JAVA_BYTE, element);
      MemorySegment dst = arena.allocate(to.itemsize());
      StridedCopy.copy(src.address(), from, NO_STRIDES, dst.address(), to, NO_STRIDES, NO_STRIDES);
      return dst.toArray(ValueLayout.JAVA_BYTE);
    }
  }

  /** Most significant digit first; complex parts apart; every NaN alike. */
  private static String hex(byte[] element, DType type) {
    if (type.isComplex()) {
      int half = element.length / 2;
      DType part = StridedCopy.component(type);
      String real = hex(Arrays.copyOf(element, half), part);
      return real + "/" + hex(Arrays.copyOfRange(element, half, element.length), part);
    }
    return ElementBytes.isNaN(element, type)
        ? "nan"
        : HexFormat.of().formatHex(ElementBytes.swapUnlessBigEndian(element));
  }

  private static byte[] parse(String text, DType type) {
    if (type.isComplex()) {
      List<String> parts = Arrays.asList(text.split("/", -1));
      DType part = StridedCopy.component(type);
      ByteBuffer both = ByteBuffer.allocate(type.itemsize());
      return both.put(parse(parts.get(0), part)).put(parse(parts.get(1), part)).array();
    }
    byte[] bytes = text.equals("nan") ? ElementBytes.nan(type) : HexFormat.of().parseHex(text);
    return ElementBytes.swapUnlessBigEndian(bytes);
  }
}
