package dev.ndbind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.internal.memory.LastingLease;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Compares with what real NumPy says, see {@code src/test/python/make_layouts.py}. */
class LayoutTableTest {

  private static List<List<String>> table(String name) throws IOException {
    try (InputStream table = LayoutTableTest.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(table).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .map(line -> Arrays.asList(line.split("\\|", -1)))
          .toList();
    }
  }

  private static long[] numbers(String field) {
    return Arrays.stream(field.split(",", -1))
        .filter(number -> !number.isEmpty())
        .mapToLong(Long::parseLong)
        .toArray();
  }

  /** An array whose memory nobody touches. */
  private static NumpyArray layout(String shape, String strides) {
    return ArrayFactory.make(
        DType.FLOAT32,
        new NumpyArray.Memory(
            new LastingLease(null), 1L << 20, numbers(shape), numbers(strides), false));
  }

  @Test
  void contiguityIsThatOfNumPysFlags() throws IOException {
    List<List<String>> table = table("contiguity.txt");
    assertThat(table).hasSizeGreaterThan(500);
    for (List<String> line : table) {
      NumpyArray array = layout(line.get(0), line.get(1));
      boolean c = Boolean.parseBoolean(line.get(2));
      boolean f = Boolean.parseBoolean(line.get(3));
      assertThat(array.isContiguous(Order.C)).as("%s C", line).isEqualTo(c);
      assertThat(array.isContiguous(Order.F)).as("%s F", line).isEqualTo(f);
      assertThat(array.isContiguous(Order.CONTIGUOUS)).as("%s", line).isEqualTo(c || f);
      assertThat(array.isContiguous(Order.ANY)).as("%s", line).isTrue();
    }
  }

  @Test
  void reshapesWithoutCopyExactlyWhereNumPyDoes() throws IOException {
    List<List<String>> table = table("reshapes.txt");
    assertThat(table).hasSizeGreaterThan(1000);
    for (List<String> line : table) {
      NumpyArray array = layout(line.get(0), line.get(1));
      long[] target = numbers(line.get(2));
      if (line.get(3).equals("copy")) {
        assertThatThrownBy(() -> array.reshape(target))
            .as("%s", line)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageEndingWith(" without a copy; use copy().reshape(...)");
        continue;
      }
      NumpyArray reshaped = array.reshape(target);
      assertThat(reshaped.shape()).as("%s", line).isEqualTo(target);
      long[] expected = numbers(line.get(3));
      long[] found = reshaped.byteStrides();
      for (int axis = 0; axis < target.length; axis++) {
        if (target[axis] > 1 && array.size() > 0) {
          assertThat(found[axis]).as("%s, axis %d", line, axis).isEqualTo(expected[axis]);
        }
      }
    }
  }
}
