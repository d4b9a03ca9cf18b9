package dev.ndbind.examples;

import ai.onnxruntime.OnnxTensor;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
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
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TType;

/**
 * Calls {@link Scene} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
final class SceneAdapter {
  static final MethodContract NDVI = MethodContract.of("Scene.ndvi", "h", "w");
  static final ArrayContract NDVI_BANDS =
      ArrayContract.of("bands", DType.UINT8)
          .shape(Shape.of("h w 6", Axis.named(0), Axis.named(1), Axis.fixed(6)))
          .use(Use.VIEW);
  static final ArrayContract NDVI_RESULT =
      ArrayContract.of("result", DType.FLOAT32)
          .shape(Shape.of("h w", Axis.named(0), Axis.named(1)));

  static final MethodContract PRINCIPAL_COMPONENTS =
      MethodContract.of("Scene.principalComponents", "h", "w", "b");
  static final ArrayContract PRINCIPAL_COMPONENTS_PIXELS =
      ArrayContract.of("pixels", DType.FLOAT64)
          .shape(Shape.of("h w b", Axis.named(0), Axis.named(1), Axis.named(2)))
          .order(Order.C)
          .casting(Casting.SAFE);
  static final ArrayContract PRINCIPAL_COMPONENTS_RESULT_VARIANCES =
      ArrayContract.of("result.variances", DType.FLOAT64).shape(Shape.of("b", Axis.named(2)));
  static final ArrayContract PRINCIPAL_COMPONENTS_RESULT_AXES =
      ArrayContract.of("result.axes", DType.FLOAT64)
          .shape(Shape.of("b b", Axis.named(2), Axis.named(2)));

  private SceneAdapter() {}

  /**
   * The normalised difference vegetation index, (nir − red) / (nir + red): about 0 for bare ground,
   * near 1 for dense vegetation, negative for water.
   *
   * @param bands uint8 {@code [h, w, 6]}, any strides; borrowed for the call, never copied
   * @return float32 {@code [h, w]}
   */
  static Tensor ndvi(Tensor bands) {
    try (Call call = NDVI.begin()) {
      Argument bandsArgument = call.argument(NDVI_BANDS, PyTorch.describe(bands));
      call.check();
      Float32Array result = Scene.ndvi(bandsArgument.as(UInt8Array.class));
      return PyTorch.tensor(call.result(NDVI_RESULT, result));
    }
  }

  /**
   * The normalised difference vegetation index, (nir − red) / (nir + red): about 0 for bare ground,
   * near 1 for dense vegetation, negative for water.
   *
   * @param bands uint8 {@code [h, w, 6]}, any strides; borrowed for the call, never copied
   * @return float32 {@code [h, w]}, copied
   */
  static TFloat32 ndvi(TUint8 bands) {
    try (Call call = NDVI.begin()) {
      Argument bandsArgument = call.argument(NDVI_BANDS, TensorFlow.describe(bands));
      call.check();
      Float32Array result = Scene.ndvi(bandsArgument.as(UInt8Array.class));
      return TensorFlow.tensor(call.result(NDVI_RESULT, result));
    }
  }

  /**
   * The normalised difference vegetation index, (nir − red) / (nir + red): about 0 for bare ground,
   * near 1 for dense vegetation, negative for water.
   *
   * @param bands uint8 {@code [h, w, 6]}, any strides; borrowed for the call, never copied
   * @return float32 {@code [h, w]}
   */
  static OnnxTensor ndvi(OnnxTensor bands) {
    try (Call call = NDVI.begin()) {
      Argument bandsArgument = call.argument(NDVI_BANDS, Onnx.describe(bands));
      call.check();
      Float32Array result = Scene.ndvi(bandsArgument.as(UInt8Array.class));
      return Onnx.tensor(call.result(NDVI_RESULT, result));
    }
  }

  /**
   * The normalised difference vegetation index, (nir − red) / (nir + red): about 0 for bare ground,
   * near 1 for dense vegetation, negative for water.
   *
   * @param bands uint8 {@code [h, w, 6]}, any strides; borrowed for the call, never copied
   * @return float32 {@code [h, w]}
   */
  static Float32Array ndvi(UInt8Array bands) {
    try (Call call = NDVI.begin()) {
      Argument bandsArgument = call.argument(NDVI_BANDS, NumpyArrays.describe(bands));
      call.check();
      Float32Array result = Scene.ndvi(bandsArgument.as(UInt8Array.class));
      return NumpyArrays.keep(call.result(NDVI_RESULT, result));
    }
  }

  /**
   * The principal components of the bands.
   *
   * @param pixels float64 {@code [h, w, b]}, C order; borrowed for the call if float64 in C order,
   *     else copied
   * @return {@code variances}: float64 {@code [b]}; {@code axes}: float64 {@code [b, b]}
   */
  static Scene.Components<Tensor> principalComponents(Tensor pixels) {
    try (Call call = PRINCIPAL_COMPONENTS.begin()) {
      Argument pixelsArgument =
          call.argument(PRINCIPAL_COMPONENTS_PIXELS, PyTorch.describe(pixels));
      call.check();
      Scene.Components<Float64Array> result =
          Scene.principalComponents(pixelsArgument.as(Float64Array.class));
      call.result(PRINCIPAL_COMPONENTS_RESULT_VARIANCES, result.variances());
      call.result(PRINCIPAL_COMPONENTS_RESULT_AXES, result.axes());
      return new Scene.Components<>(
          PyTorch.tensor(result.variances()), PyTorch.tensor(result.axes()));
    }
  }

  /**
   * The principal components of the bands.
   *
   * @param pixels float64 {@code [h, w, b]}, C order; borrowed for the call if float64, else copied
   * @return {@code variances}: float64 {@code [b]}, copied; {@code axes}: float64 {@code [b, b]},
   *     copied
   */
  static Scene.Components<TFloat64> principalComponents(TType pixels) {
    try (Call call = PRINCIPAL_COMPONENTS.begin()) {
      Argument pixelsArgument =
          call.argument(PRINCIPAL_COMPONENTS_PIXELS, TensorFlow.describe(pixels));
      call.check();
      Scene.Components<Float64Array> result =
          Scene.principalComponents(pixelsArgument.as(Float64Array.class));
      call.result(PRINCIPAL_COMPONENTS_RESULT_VARIANCES, result.variances());
      call.result(PRINCIPAL_COMPONENTS_RESULT_AXES, result.axes());
      return new Scene.Components<>(
          TensorFlow.tensor(result.variances()), TensorFlow.tensor(result.axes()));
    }
  }

  /**
   * The principal components of the bands.
   *
   * @param pixels float64 {@code [h, w, b]}, C order; borrowed for the call if float64, else copied
   * @return {@code variances}: float64 {@code [b]}; {@code axes}: float64 {@code [b, b]}
   */
  static Scene.Components<OnnxTensor> principalComponents(OnnxTensor pixels) {
    try (Call call = PRINCIPAL_COMPONENTS.begin()) {
      Argument pixelsArgument = call.argument(PRINCIPAL_COMPONENTS_PIXELS, Onnx.describe(pixels));
      call.check();
      Scene.Components<Float64Array> result =
          Scene.principalComponents(pixelsArgument.as(Float64Array.class));
      call.result(PRINCIPAL_COMPONENTS_RESULT_VARIANCES, result.variances());
      call.result(PRINCIPAL_COMPONENTS_RESULT_AXES, result.axes());
      return new Scene.Components<>(Onnx.tensor(result.variances()), Onnx.tensor(result.axes()));
    }
  }

  /**
   * The principal components of the bands.
   *
   * @param pixels float64 {@code [h, w, b]}, C order; borrowed for the call if float64 in C order,
   *     else copied
   * @return {@code variances}: float64 {@code [b]}; {@code axes}: float64 {@code [b, b]}
   */
  static Scene.Components<Float64Array> principalComponents(NumpyArray pixels) {
    try (Call call = PRINCIPAL_COMPONENTS.begin()) {
      Argument pixelsArgument =
          call.argument(PRINCIPAL_COMPONENTS_PIXELS, NumpyArrays.describe(pixels));
      call.check();
      Scene.Components<Float64Array> result =
          Scene.principalComponents(pixelsArgument.as(Float64Array.class));
      call.result(PRINCIPAL_COMPONENTS_RESULT_VARIANCES, result.variances());
      call.result(PRINCIPAL_COMPONENTS_RESULT_AXES, result.axes());
      return new Scene.Components<>(
          NumpyArrays.keep(result.variances()), NumpyArrays.keep(result.axes()));
    }
  }
}
