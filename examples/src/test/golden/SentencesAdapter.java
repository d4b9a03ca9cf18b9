package dev.ndbind.examples;

import ai.onnxruntime.OnnxTensor;
import dev.ndbind.Float32Array;
import dev.ndbind.Int64Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Use;
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
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Calls {@link Sentences} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
final class SentencesAdapter {
  static final MethodContract POOL = MethodContract.of("Sentences.pool", "b", "t", "d");
  static final ArrayContract POOL_HIDDEN =
      ArrayContract.of("hidden", DType.FLOAT32)
          .shape(Shape.of("b t d", Axis.named(0), Axis.named(1), Axis.named(2)));
  static final ArrayContract POOL_MASK =
      ArrayContract.of("mask", DType.INT64).shape(Shape.of("b t", Axis.named(0), Axis.named(1)));
  static final ArrayContract POOL_RESULT =
      ArrayContract.of("result", DType.FLOAT32)
          .shape(Shape.of("b d", Axis.named(0), Axis.named(2)));

  static final MethodContract NORMALIZE = MethodContract.of("Sentences.normalize", "n", "d");
  static final ArrayContract NORMALIZE_ROWS =
      ArrayContract.of("rows", DType.FLOAT32)
          .shape(Shape.of("n d", Axis.named(0), Axis.named(1)))
          .use(Use.WRITE);

  static final MethodContract NEAREST = MethodContract.of("Sentences.nearest", "n", "d", "k");
  static final ArrayContract NEAREST_ROWS =
      ArrayContract.of("rows", DType.FLOAT32).shape(Shape.of("n d", Axis.named(0), Axis.named(1)));
  static final ArrayContract NEAREST_QUERY =
      ArrayContract.of("query", DType.FLOAT32).shape(Shape.of("d", Axis.named(1)));
  static final ArrayContract NEAREST_RESULT_INDICES =
      ArrayContract.of("result.indices", DType.INT64).shape(Shape.of("{k}", Axis.value(2)));
  static final ArrayContract NEAREST_RESULT_SCORES =
      ArrayContract.of("result.scores", DType.FLOAT32).shape(Shape.of("{k}", Axis.value(2)));

  private SentencesAdapter() {}

  /**
   * Embeds sentences: the mean over the tokens of each, without those that only fill it up.
   *
   * @param hidden float32 {@code [b, t, d]}, any strides; borrowed for the call
   * @param mask int64 {@code [b, t]}, any strides; borrowed for the call
   * @return float32 {@code [b, d]}
   */
  static Tensor pool(Tensor hidden, Tensor mask) {
    try (Call call = POOL.begin()) {
      Argument hiddenArgument = call.argument(POOL_HIDDEN, PyTorch.describe(hidden));
      Argument maskArgument = call.argument(POOL_MASK, PyTorch.describe(mask));
      call.check();
      Float32Array result =
          Sentences.pool(hiddenArgument.as(Float32Array.class), maskArgument.as(Int64Array.class));
      return PyTorch.tensor(call.result(POOL_RESULT, result));
    }
  }

  /**
   * Embeds sentences: the mean over the tokens of each, without those that only fill it up.
   *
   * @param hidden float32 {@code [b, t, d]}, any strides; borrowed for the call
   * @param mask int64 {@code [b, t]}, any strides; borrowed for the call
   * @return float32 {@code [b, d]}, copied
   */
  static TFloat32 pool(TFloat32 hidden, TInt64 mask) {
    try (Call call = POOL.begin()) {
      Argument hiddenArgument = call.argument(POOL_HIDDEN, TensorFlow.describe(hidden));
      Argument maskArgument = call.argument(POOL_MASK, TensorFlow.describe(mask));
      call.check();
      Float32Array result =
          Sentences.pool(hiddenArgument.as(Float32Array.class), maskArgument.as(Int64Array.class));
      return TensorFlow.tensor(call.result(POOL_RESULT, result));
    }
  }

  /**
   * Embeds sentences: the mean over the tokens of each, without those that only fill it up.
   *
   * @param hidden float32 {@code [b, t, d]}, any strides; borrowed for the call
   * @param mask int64 {@code [b, t]}, any strides; borrowed for the call
   * @return float32 {@code [b, d]}
   */
  static OnnxTensor pool(OnnxTensor hidden, OnnxTensor mask) {
    try (Call call = POOL.begin()) {
      Argument hiddenArgument = call.argument(POOL_HIDDEN, Onnx.describe(hidden));
      Argument maskArgument = call.argument(POOL_MASK, Onnx.describe(mask));
      call.check();
      Float32Array result =
          Sentences.pool(hiddenArgument.as(Float32Array.class), maskArgument.as(Int64Array.class));
      return Onnx.tensor(call.result(POOL_RESULT, result));
    }
  }

  /**
   * Embeds sentences: the mean over the tokens of each, without those that only fill it up.
   *
   * @param hidden float32 {@code [b, t, d]}, any strides; borrowed for the call
   * @param mask int64 {@code [b, t]}, any strides; borrowed for the call
   * @return float32 {@code [b, d]}
   */
  static Float32Array pool(Float32Array hidden, Int64Array mask) {
    try (Call call = POOL.begin()) {
      Argument hiddenArgument = call.argument(POOL_HIDDEN, NumpyArrays.describe(hidden));
      Argument maskArgument = call.argument(POOL_MASK, NumpyArrays.describe(mask));
      call.check();
      Float32Array result =
          Sentences.pool(hiddenArgument.as(Float32Array.class), maskArgument.as(Int64Array.class));
      return NumpyArrays.keep(call.result(POOL_RESULT, result));
    }
  }

  /**
   * Scales each row to length 1, in the caller's memory.
   *
   * @param rows float32 {@code [n, d]}, any strides; written in place
   */
  static void normalize(Tensor rows) {
    try (Call call = NORMALIZE.begin()) {
      Argument rowsArgument = call.argument(NORMALIZE_ROWS, PyTorch.describe(rows));
      call.check();
      Sentences.normalize(rowsArgument.as(Float32Array.class));
    }
  }

  /**
   * Scales each row to length 1, in the caller's memory.
   *
   * @param rows float32 {@code [n, d]}, any strides; written in place
   */
  static void normalize(OnnxTensor rows) {
    try (Call call = NORMALIZE.begin()) {
      Argument rowsArgument = call.argument(NORMALIZE_ROWS, Onnx.describe(rows));
      call.check();
      Sentences.normalize(rowsArgument.as(Float32Array.class));
    }
  }

  /**
   * Scales each row to length 1, in the caller's memory.
   *
   * @param rows float32 {@code [n, d]}, any strides; written in place
   */
  static void normalize(Float32Array rows) {
    try (Call call = NORMALIZE.begin()) {
      Argument rowsArgument = call.argument(NORMALIZE_ROWS, NumpyArrays.describe(rows));
      call.check();
      Sentences.normalize(rowsArgument.as(Float32Array.class));
    }
  }

  /**
   * Finds the k rows of length 1 that are most like a query of length 1.
   *
   * @param rows float32 {@code [n, d]}, any strides; borrowed for the call
   * @param query float32 {@code [d]}, any strides; borrowed for the call
   * @param k passed on
   * @return {@code indices}: int64 {@code [{k}]}; {@code scores}: float32 {@code [{k}]}
   */
  static Sentences.Nearest<Tensor, Tensor> nearest(Tensor rows, Tensor query, int k) {
    try (Call call = NEAREST.begin()) {
      call.value(2, k);
      Argument rowsArgument = call.argument(NEAREST_ROWS, PyTorch.describe(rows));
      Argument queryArgument = call.argument(NEAREST_QUERY, PyTorch.describe(query));
      call.check();
      Sentences.Nearest<Int64Array, Float32Array> result =
          Sentences.nearest(
              rowsArgument.as(Float32Array.class), queryArgument.as(Float32Array.class), k);
      call.result(NEAREST_RESULT_INDICES, result.indices());
      call.result(NEAREST_RESULT_SCORES, result.scores());
      return new Sentences.Nearest<>(
          PyTorch.tensor(result.indices()), PyTorch.tensor(result.scores()));
    }
  }

  /**
   * Finds the k rows of length 1 that are most like a query of length 1.
   *
   * @param rows float32 {@code [n, d]}, any strides; borrowed for the call
   * @param query float32 {@code [d]}, any strides; borrowed for the call
   * @param k passed on
   * @return {@code indices}: int64 {@code [{k}]}, copied; {@code scores}: float32 {@code [{k}]},
   *     copied
   */
  static Sentences.Nearest<TInt64, TFloat32> nearest(TFloat32 rows, TFloat32 query, int k) {
    try (Call call = NEAREST.begin()) {
      call.value(2, k);
      Argument rowsArgument = call.argument(NEAREST_ROWS, TensorFlow.describe(rows));
      Argument queryArgument = call.argument(NEAREST_QUERY, TensorFlow.describe(query));
      call.check();
      Sentences.Nearest<Int64Array, Float32Array> result =
          Sentences.nearest(
              rowsArgument.as(Float32Array.class), queryArgument.as(Float32Array.class), k);
      call.result(NEAREST_RESULT_INDICES, result.indices());
      call.result(NEAREST_RESULT_SCORES, result.scores());
      return new Sentences.Nearest<>(
          TensorFlow.tensor(result.indices()), TensorFlow.tensor(result.scores()));
    }
  }

  /**
   * Finds the k rows of length 1 that are most like a query of length 1.
   *
   * @param rows float32 {@code [n, d]}, any strides; borrowed for the call
   * @param query float32 {@code [d]}, any strides; borrowed for the call
   * @param k passed on
   * @return {@code indices}: int64 {@code [{k}]}; {@code scores}: float32 {@code [{k}]}
   */
  static Sentences.Nearest<OnnxTensor, OnnxTensor> nearest(OnnxTensor rows, OnnxTensor query,
      int k) {
    try (Call call = NEAREST.begin()) {
      call.value(2, k);
      Argument rowsArgument = call.argument(NEAREST_ROWS, Onnx.describe(rows));
      Argument queryArgument = call.argument(NEAREST_QUERY, Onnx.describe(query));
      call.check();
      Sentences.Nearest<Int64Array, Float32Array> result =
          Sentences.nearest(
              rowsArgument.as(Float32Array.class), queryArgument.as(Float32Array.class), k);
      call.result(NEAREST_RESULT_INDICES, result.indices());
      call.result(NEAREST_RESULT_SCORES, result.scores());
      return new Sentences.Nearest<>(Onnx.tensor(result.indices()), Onnx.tensor(result.scores()));
    }
  }

  /**
   * Finds the k rows of length 1 that are most like a query of length 1.
   *
   * @param rows float32 {@code [n, d]}, any strides; borrowed for the call
   * @param query float32 {@code [d]}, any strides; borrowed for the call
   * @param k passed on
   * @return {@code indices}: int64 {@code [{k}]}; {@code scores}: float32 {@code [{k}]}
   */
  static Sentences.Nearest<Int64Array, Float32Array> nearest(Float32Array rows, Float32Array query,
      int k) {
    try (Call call = NEAREST.begin()) {
      call.value(2, k);
      Argument rowsArgument = call.argument(NEAREST_ROWS, NumpyArrays.describe(rows));
      Argument queryArgument = call.argument(NEAREST_QUERY, NumpyArrays.describe(query));
      call.check();
      Sentences.Nearest<Int64Array, Float32Array> result =
          Sentences.nearest(
              rowsArgument.as(Float32Array.class), queryArgument.as(Float32Array.class), k);
      call.result(NEAREST_RESULT_INDICES, result.indices());
      call.result(NEAREST_RESULT_SCORES, result.scores());
      return new Sentences.Nearest<>(
          NumpyArrays.keep(result.indices()), NumpyArrays.keep(result.scores()));
    }
  }
}
