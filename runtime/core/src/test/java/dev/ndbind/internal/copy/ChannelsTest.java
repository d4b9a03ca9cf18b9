package dev.ndbind.internal.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.Int32Array;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of three channels, in planes and in pixels, held against a loop over all elements. */
class ChannelsTest {
  private static final int CHANNELS = 3;

  private static Int32Array counting(long... shape) {
    Int32Array array = Int32Array.zeros(shape);
    Int32Array flat = array.reshape(array.size());
    for (long i = 0; i < flat.size(); i++) {
      flat.set(i, (int) (i * 0x9E3779B9L));
    }
    return array;
  }

  private static void assertCopied(Int32Array source, Int32Array target) {
    source.copyTo(target);
    for (long i = 0; i < source.shape(0); i++) {
      for (long j = 0; j < source.shape(1); j++) {
        assertThat(target.get(i, j)).as("%d, %d", i, j).isEqualTo(source.get(i, j));
      }
    }
  }

  private static void assertCopied(int pixels, UnaryOperator<Int32Array> view) {
    Int32Array planes = view.apply(counting(CHANNELS, pixels));
    Int32Array picture = view.apply(counting(pixels, CHANNELS).transpose());
    assertCopied(planes, picture);
    assertCopied(counting(pixels, CHANNELS).transpose(), planes);
    assertCopied(planes.transpose(), Int32Array.zeros(planes.transpose().shape()));
    assertCopied(picture, Int32Array.zeros(picture.shape()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 15, 16, 17, 511, 512, 513, 1025, 5000})
  void anyNumberOfPixels(int pixels) {
    assertCopied(pixels, array -> array);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 33, 1026})
  void channelsInAnotherOrder(int pixels) {
    assertCopied(pixels, array -> array.flip(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 33, 1026})
  void whatIsAroundAPartStays(int pixels) {
    Int32Array around = Int32Array.zeros(pixels + 2, CHANNELS + 2);
    Int32Array part = around.slice(0, 1, pixels + 1, 1).slice(1, 1, CHANNELS + 1, 1);
    assertCopied(counting(CHANNELS, pixels).transpose(), part);
    Int32Array planes = Int32Array.zeros(CHANNELS + 2, pixels + 2);
    assertCopied(
        counting(pixels, CHANNELS).transpose(),
        planes.slice(0, 1, CHANNELS + 1, 1).slice(1, 1, pixels + 1, 1));
    for (Int32Array array : new Int32Array[] {around, planes}) {
      long sum = 0;
      for (long i = 0; i < array.shape(0); i++) {
        sum |= array.get(i, 0) | array.get(i, array.shape(1) - 1);
      }
      for (long j = 0; j < array.shape(1); j++) {
        sum |= array.get(0, j) | array.get(array.shape(0) - 1, j);
      }
      assertThat(sum).isZero();
    }
  }
}
