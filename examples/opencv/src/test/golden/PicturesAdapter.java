package dev.ndbind.examples.opencv;

import dev.ndbind.Float32Array;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Use;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Axis;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.NumpyArrays;
import dev.ndbind.call.Shape;
import javax.annotation.processing.Generated;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Calls {@link Pictures} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
final class PicturesAdapter {
  static final MethodContract MEAN = MethodContract.of("Pictures.mean", "h", "w", "c");
  static final ArrayContract MEAN_PICTURE =
      ArrayContract.of("picture", DType.UINT8)
          .shape(Shape.of("h w c", Axis.named(0), Axis.named(1), Axis.named(2)))
          .use(Use.VIEW);

  static final MethodContract INVERT = MethodContract.of("Pictures.invert", "h", "w");
  static final ArrayContract INVERT_PICTURE =
      ArrayContract.of("picture", DType.UINT8)
          .shape(Shape.of("h w", Axis.named(0), Axis.named(1)))
          .use(Use.WRITE);

  static final MethodContract TRANSPOSED = MethodContract.of("Pictures.transposed", "h", "w");
  static final ArrayContract TRANSPOSED_MATRIX =
      ArrayContract.of("matrix", DType.FLOAT32)
          .shape(Shape.of("h w", Axis.named(0), Axis.named(1)));
  static final ArrayContract TRANSPOSED_RESULT =
      ArrayContract.of("result", DType.FLOAT32)
          .shape(Shape.of("w h", Axis.named(1), Axis.named(0)));

  static final MethodContract REVERSED = MethodContract.of("Pictures.reversed", "h", "w", "c");
  static final ArrayContract REVERSED_PICTURE =
      ArrayContract.of("picture", DType.UINT8)
          .shape(Shape.of("h w c", Axis.named(0), Axis.named(1), Axis.named(2)));
  static final ArrayContract REVERSED_RESULT =
      ArrayContract.of("result", DType.UINT8)
          .shape(Shape.of("h w c", Axis.named(0), Axis.named(1), Axis.named(2)));

  private PicturesAdapter() {}

  /**
   * The mean of one channel, without a copy.
   *
   * @param picture uint8 {@code [h, w, c]}, any strides; borrowed for the call, never copied
   * @param channel passed on
   * @return what the method returns
   */
  static double mean(Mat picture, int channel) {
    try (Call call = MEAN.begin()) {
      Argument pictureArgument = call.argument(MEAN_PICTURE, OpenCv.describe(picture));
      call.check();
      return Pictures.mean(pictureArgument.as(UInt8Array.class), channel);
    }
  }

  /**
   * The mean of one channel, without a copy.
   *
   * @param picture uint8 {@code [h, w, c]}, any strides; borrowed for the call, never copied
   * @param channel passed on
   * @return what the method returns
   */
  static double mean(UInt8Array picture, int channel) {
    try (Call call = MEAN.begin()) {
      Argument pictureArgument = call.argument(MEAN_PICTURE, NumpyArrays.describe(picture));
      call.check();
      return Pictures.mean(pictureArgument.as(UInt8Array.class), channel);
    }
  }

  /**
   * Turns black into white, in place.
   *
   * @param picture uint8 {@code [h, w]}, any strides; written in place
   */
  static void invert(Mat picture) {
    try (Call call = INVERT.begin()) {
      Argument pictureArgument = call.argument(INVERT_PICTURE, OpenCv.describe(picture));
      call.check();
      Pictures.invert(pictureArgument.as(UInt8Array.class));
    }
  }

  /**
   * Turns black into white, in place.
   *
   * @param picture uint8 {@code [h, w]}, any strides; written in place
   */
  static void invert(UInt8Array picture) {
    try (Call call = INVERT.begin()) {
      Argument pictureArgument = call.argument(INVERT_PICTURE, NumpyArrays.describe(picture));
      call.check();
      Pictures.invert(pictureArgument.as(UInt8Array.class));
    }
  }

  /**
   * Rows become columns.
   *
   * @param matrix float32 {@code [h, w]}, any strides; borrowed for the call
   * @return float32 {@code [w, h]}, copied
   */
  static Mat transposed(Mat matrix) {
    try (Call call = TRANSPOSED.begin()) {
      Argument matrixArgument = call.argument(TRANSPOSED_MATRIX, OpenCv.describe(matrix));
      call.check();
      Float32Array result = Pictures.transposed(matrixArgument.as(Float32Array.class));
      return OpenCv.tensor(call.result(TRANSPOSED_RESULT, result));
    }
  }

  /**
   * Rows become columns.
   *
   * @param matrix float32 {@code [h, w]}, any strides; borrowed for the call
   * @return float32 {@code [w, h]}
   */
  static Float32Array transposed(Float32Array matrix) {
    try (Call call = TRANSPOSED.begin()) {
      Argument matrixArgument = call.argument(TRANSPOSED_MATRIX, NumpyArrays.describe(matrix));
      call.check();
      Float32Array result = Pictures.transposed(matrixArgument.as(Float32Array.class));
      return NumpyArrays.keep(call.result(TRANSPOSED_RESULT, result));
    }
  }

  /**
   * The channels in reverse order: BGR becomes RGB.
   *
   * @param picture uint8 {@code [h, w, c]}, any strides; borrowed for the call
   * @return uint8 {@code [h, w, c]}, copied
   */
  static Mat reversed(Mat picture) {
    try (Call call = REVERSED.begin()) {
      Argument pictureArgument = call.argument(REVERSED_PICTURE, OpenCv.describe(picture));
      call.check();
      UInt8Array result = Pictures.reversed(pictureArgument.as(UInt8Array.class));
      return OpenCv.tensor(call.result(REVERSED_RESULT, result));
    }
  }

  /**
   * The channels in reverse order: BGR becomes RGB.
   *
   * @param picture uint8 {@code [h, w, c]}, any strides; borrowed for the call
   * @return uint8 {@code [h, w, c]}
   */
  static UInt8Array reversed(UInt8Array picture) {
    try (Call call = REVERSED.begin()) {
      Argument pictureArgument = call.argument(REVERSED_PICTURE, NumpyArrays.describe(picture));
      call.check();
      UInt8Array result = Pictures.reversed(pictureArgument.as(UInt8Array.class));
      return NumpyArrays.keep(call.result(REVERSED_RESULT, result));
    }
  }
}
