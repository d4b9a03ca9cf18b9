package dev.ndbind.examples;

import ai.onnxruntime.OnnxTensor;
import dev.ndbind.Float64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Reuse;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Axis;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.NumpyArrays;
import dev.ndbind.call.Shape;
import dev.ndbind.onnx.Onnx;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import javax.annotation.processing.Generated;
import org.bytedeco.pytorch.Tensor;
import org.tensorflow.types.family.TType;

/**
 * Calls {@link ConvertedOnce} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
public final class ConvertedOnceAdapter {
  static final MethodContract NEAREST = MethodContract.of("ConvertedOnce.nearest", "n", "d");
  static final ArrayContract NEAREST_ROWS =
      ArrayContract.of("rows", DType.FLOAT64)
          .shape(Shape.of("n d", Axis.named(0), Axis.named(1)))
          .casting(Casting.SAFE)
          .reuse(Reuse.VERSION);
  static final ArrayContract NEAREST_POINT =
      ArrayContract.of("point", DType.FLOAT64)
          .shape(Shape.of("d", Axis.named(1)))
          .casting(Casting.SAFE);

  private ConvertedOnceAdapter() {}

  /**
   * The row that is nearest to a point.
   *
   * @param rows float64 {@code [n, d]}, any strides; borrowed for the call if float64, else copied,
   *     and the copy kept while the tensor is unchanged
   * @param point float64 {@code [d]}, any strides; borrowed for the call if float64, else copied
   * @return what the method returns
   */
  static long nearest(Tensor rows, Tensor point) {
    try (Call call = NEAREST.begin()) {
      Argument rowsArgument = call.argument(NEAREST_ROWS, PyTorch.describe(rows));
      Argument pointArgument = call.argument(NEAREST_POINT, PyTorch.describe(point));
      call.check();
      return ConvertedOnce.nearest(
          rowsArgument.as(Float64Array.class), pointArgument.as(Float64Array.class));
    }
  }

  /**
   * The row that is nearest to a point.
   *
   * @param rows float64 {@code [n, d]}, any strides; borrowed for the call if float64, else copied
   * @param point float64 {@code [d]}, any strides; borrowed for the call if float64, else copied
   * @return what the method returns
   */
  static long nearest(TType rows, TType point) {
    try (Call call = NEAREST.begin()) {
      Argument rowsArgument = call.argument(NEAREST_ROWS, TensorFlow.describe(rows));
      Argument pointArgument = call.argument(NEAREST_POINT, TensorFlow.describe(point));
      call.check();
      return ConvertedOnce.nearest(
          rowsArgument.as(Float64Array.class), pointArgument.as(Float64Array.class));
    }
  }

  /**
   * The row that is nearest to a point.
   *
   * @param rows float64 {@code [n, d]}, any strides; borrowed for the call if float64, else copied
   * @param point float64 {@code [d]}, any strides; borrowed for the call if float64, else copied
   * @return what the method returns
   */
  static long nearest(OnnxTensor rows, OnnxTensor point) {
    try (Call call = NEAREST.begin()) {
      Argument rowsArgument = call.argument(NEAREST_ROWS, Onnx.describe(rows));
      Argument pointArgument = call.argument(NEAREST_POINT, Onnx.describe(point));
      call.check();
      return ConvertedOnce.nearest(
          rowsArgument.as(Float64Array.class), pointArgument.as(Float64Array.class));
    }
  }

  /**
   * The row that is nearest to a point.
   *
   * @param rows float64 {@code [n, d]}, any strides; borrowed for the call if float64, else copied
   * @param point float64 {@code [d]}, any strides; borrowed for the call if float64, else copied
   * @return what the method returns
   */
  static long nearest(NumpyArray rows, NumpyArray point) {
    try (Call call = NEAREST.begin()) {
      Argument rowsArgument = call.argument(NEAREST_ROWS, NumpyArrays.describe(rows));
      Argument pointArgument = call.argument(NEAREST_POINT, NumpyArrays.describe(point));
      call.check();
      return ConvertedOnce.nearest(
          rowsArgument.as(Float64Array.class), pointArgument.as(Float64Array.class));
    }
  }
}
