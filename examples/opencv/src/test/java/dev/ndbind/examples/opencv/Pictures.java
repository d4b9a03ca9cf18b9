package dev.ndbind.examples.opencv;

import dev.ndbind.Float32Array;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Layout;
import dev.ndbind.annotation.Use;
import java.util.ArrayList;
import java.util.List;

/** What a user writes, against arrays; it takes OpenCV's matrices by the bridge named here. */
@AcceptsNumpy(from = OpenCv.class)
final class Pictures {
  static final List<Float32Array> KEPT = new ArrayList<>();

  private Pictures() {}

  /** The mean of one channel, without a copy. */
  static double mean(@Layout(value = "h w c", use = Use.VIEW) UInt8Array picture, int channel) {
    double sum = 0;
    for (long y = 0; y < picture.shape(0); y++) {
      for (long x = 0; x < picture.shape(1); x++) {
        sum += picture.get(y, x, channel);
      }
    }
    return sum / (picture.shape(0) * picture.shape(1));
  }

  /** Turns black into white, in place. */
  static void invert(@Layout(value = "h w", use = Use.WRITE) UInt8Array picture) {
    for (long y = 0; y < picture.shape(0); y++) {
      for (long x = 0; x < picture.shape(1); x++) {
        picture.set(y, x, 255 - picture.get(y, x));
      }
    }
  }

  /** Rows become columns. */
  @Layout("w h")
  static Float32Array transposed(@Layout("h w") Float32Array matrix) {
    KEPT.add(matrix);
    return matrix.transpose();
  }

  /** The channels in reverse order: BGR becomes RGB. */
  @Layout("h w c")
  static UInt8Array reversed(@Layout("h w c") UInt8Array picture) {
    return picture.flip(2);
  }
}
