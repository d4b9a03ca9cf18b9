package dev.ndbind.internal.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.annotation.DType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

/** Conjugates and negates in place. */
class SignsTest {

  @Test
  void conjugatesImaginaryPartsOnly() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocateFrom(ValueLayout.JAVA_FLOAT, 1, 2, -3, -0f, 5, 6);
      Signs.conjugate(memory.address(), DType.COMPLEX64, 2);
      assertThat(memory.toArray(ValueLayout.JAVA_FLOAT)).containsExactly(1, -2, -3, 0, 5, 6);
      MemorySegment wide = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, 1, 2, 3, Double.NaN);
      Signs.conjugate(wide.address(), DType.COMPLEX128, 2);
      assertThat(wide.toArray(ValueLayout.JAVA_DOUBLE)).containsExactly(1, -2, 3, Double.NaN);
      assertThat(wide.getAtIndex(ValueLayout.JAVA_LONG, 3)).isNegative();
    }
  }

  @Test
  void negatesEveryKindOfNumber() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment floats = arena.allocateFrom(ValueLayout.JAVA_FLOAT, 0, -2, 3, 4, 5);
      Signs.negate(floats.address(), DType.FLOAT32, 2);
      Signs.negate(floats.address() + 8, DType.COMPLEX64, 1);
      assertThat(floats.toArray(ValueLayout.JAVA_FLOAT)).containsExactly(-0f, 2, -3, -4, 5);
      MemorySegment doubles = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, 1, 2, 3);
      Signs.negate(doubles.address(), DType.FLOAT64, 1);
      Signs.negate(doubles.address() + 8, DType.COMPLEX128, 1);
      assertThat(doubles.toArray(ValueLayout.JAVA_DOUBLE)).containsExactly(-1, -2, -3);
      MemorySegment shorts =
          arena.allocateFrom(ValueLayout.JAVA_SHORT, (short) 0x3C00, Short.MIN_VALUE, (short) 7);
      Signs.negate(shorts.address(), DType.BFLOAT16, 1);
      Signs.negate(shorts.address() + 2, DType.INT16, 2);
      assertThat(shorts.toArray(ValueLayout.JAVA_SHORT))
          .containsExactly((short) 0xBC00, Short.MIN_VALUE, (short) -7);
    }
  }

  @Test
  void negatesIntegersOfEveryWidth() {
    for (DType dtype : DType.INTEGER.members()) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment memory = arena.allocate(3L * dtype.itemsize());
        MemorySegment wide = arena.allocateFrom(ValueLayout.JAVA_LONG, 1, 0, 1);
        long[] shape = {3};
        long[] strides = {dtype.itemsize()};
        long[] eight = {8};
        StridedCopy.copy(
            wide.address(), DType.INT64, eight, memory.address(), dtype, strides, shape);
        Signs.negate(memory.address(), dtype, 2);
        StridedCopy.copy(
            memory.address(), dtype, strides, wide.address(), DType.INT64, eight, shape);
        int bits = 8 * dtype.itemsize();
        long minusOne = dtype.isUnsigned() ? -1L >>> (64 - bits) : -1;
        assertThat(wide.toArray(ValueLayout.JAVA_LONG)).containsExactly(minusOne, 0, 1);
      }
    }
  }

  @Test
  void refusesWhatHasNoSign() {
    assertThatThrownBy(() -> Signs.negate(0, DType.BOOL, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Signs.conjugate(0, DType.FLOAT32, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
