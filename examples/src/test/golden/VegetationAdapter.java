package dev.ndbind.examples;

import ai.onnxruntime.OnnxTensor;
import dev.ndbind.Float32Array;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Axis;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.NumpyArrays;
import dev.ndbind.call.Shape;
import dev.ndbind.numpy.Python;
import dev.ndbind.numpy.PythonFunction;
import dev.ndbind.numpy.PythonModule;
import dev.ndbind.numpy.PythonObject;
import dev.ndbind.onnx.Onnx;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import java.lang.Override;
import javax.annotation.processing.Generated;
import org.bytedeco.pytorch.Tensor;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/**
 * Calls {@link Vegetation} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
final class VegetationAdapter implements Vegetation {
  static final MethodContract EVI2 = MethodContract.of("Vegetation.evi2", "h", "w");
  static final ArrayContract EVI2_RED =
      ArrayContract.of("red", DType.UINT8).shape(Shape.of("h w", Axis.named(0), Axis.named(1)));
  static final ArrayContract EVI2_NIR =
      ArrayContract.of("nir", DType.UINT8).shape(Shape.of("h w", Axis.named(0), Axis.named(1)));
  static final ArrayContract EVI2_RESULT =
      ArrayContract.of("result", DType.FLOAT32)
          .shape(Shape.of("h w", Axis.named(0), Axis.named(1)));

  static final MethodContract SUMMARY = MethodContract.of("Vegetation.summary");
  static final ArrayContract SUMMARY_INDEX = ArrayContract.of("index", DType.FLOAT32);

  private final Vegetation target;

  /**
   * Calls the functions of {@code vegetation}.
   *
   * @param python the interpreter that has the module
   */
  VegetationAdapter(Python python) {
    this.target = new InPython(python.module("vegetation"));
  }

  /**
   * The enhanced vegetation index of two bands.
   *
   * @param red uint8 {@code [h, w]}, any strides; borrowed for the call
   * @param nir uint8 {@code [h, w]}, any strides; borrowed for the call
   * @return float32 {@code [h, w]}
   */
  public Tensor evi2(Tensor red, Tensor nir) {
    try (Call call = EVI2.begin()) {
      Argument redArgument = call.argument(EVI2_RED, PyTorch.describe(red));
      Argument nirArgument = call.argument(EVI2_NIR, PyTorch.describe(nir));
      call.check();
      Float32Array result =
          target.evi2(redArgument.as(UInt8Array.class), nirArgument.as(UInt8Array.class));
      return PyTorch.tensor(call.result(EVI2_RESULT, result));
    }
  }

  /**
   * The enhanced vegetation index of two bands.
   *
   * @param red uint8 {@code [h, w]}, any strides; borrowed for the call
   * @param nir uint8 {@code [h, w]}, any strides; borrowed for the call
   * @return float32 {@code [h, w]}, copied
   */
  public TFloat32 evi2(TUint8 red, TUint8 nir) {
    try (Call call = EVI2.begin()) {
      Argument redArgument = call.argument(EVI2_RED, TensorFlow.describe(red));
      Argument nirArgument = call.argument(EVI2_NIR, TensorFlow.describe(nir));
      call.check();
      Float32Array result =
          target.evi2(redArgument.as(UInt8Array.class), nirArgument.as(UInt8Array.class));
      return TensorFlow.tensor(call.result(EVI2_RESULT, result));
    }
  }

  /**
   * The enhanced vegetation index of two bands.
   *
   * @param red uint8 {@code [h, w]}, any strides; borrowed for the call
   * @param nir uint8 {@code [h, w]}, any strides; borrowed for the call
   * @return float32 {@code [h, w]}
   */
  public OnnxTensor evi2(OnnxTensor red, OnnxTensor nir) {
    try (Call call = EVI2.begin()) {
      Argument redArgument = call.argument(EVI2_RED, Onnx.describe(red));
      Argument nirArgument = call.argument(EVI2_NIR, Onnx.describe(nir));
      call.check();
      Float32Array result =
          target.evi2(redArgument.as(UInt8Array.class), nirArgument.as(UInt8Array.class));
      return Onnx.tensor(call.result(EVI2_RESULT, result));
    }
  }

  /**
   * The enhanced vegetation index of two bands.
   *
   * @param red uint8 {@code [h, w]}, any strides; borrowed for the call
   * @param nir uint8 {@code [h, w]}, any strides; borrowed for the call
   * @return float32 {@code [h, w]}
   */
  @Override
  public Float32Array evi2(UInt8Array red, UInt8Array nir) {
    try (Call call = EVI2.begin()) {
      Argument redArgument = call.argument(EVI2_RED, NumpyArrays.describe(red));
      Argument nirArgument = call.argument(EVI2_NIR, NumpyArrays.describe(nir));
      call.check();
      Float32Array result =
          target.evi2(redArgument.as(UInt8Array.class), nirArgument.as(UInt8Array.class));
      return NumpyArrays.keep(call.result(EVI2_RESULT, result));
    }
  }

  /**
   * Mean, median and maximum.
   *
   * @param index float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  public Vegetation.Statistics summary(Tensor index) {
    try (Call call = SUMMARY.begin()) {
      Argument indexArgument = call.argument(SUMMARY_INDEX, PyTorch.describe(index));
      call.check();
      return target.summary(indexArgument.as(Float32Array.class));
    }
  }

  /**
   * Mean, median and maximum.
   *
   * @param index float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  public Vegetation.Statistics summary(TFloat32 index) {
    try (Call call = SUMMARY.begin()) {
      Argument indexArgument = call.argument(SUMMARY_INDEX, TensorFlow.describe(index));
      call.check();
      return target.summary(indexArgument.as(Float32Array.class));
    }
  }

  /**
   * Mean, median and maximum.
   *
   * @param index float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  public Vegetation.Statistics summary(OnnxTensor index) {
    try (Call call = SUMMARY.begin()) {
      Argument indexArgument = call.argument(SUMMARY_INDEX, Onnx.describe(index));
      call.check();
      return target.summary(indexArgument.as(Float32Array.class));
    }
  }

  /**
   * Mean, median and maximum.
   *
   * @param index float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  @Override
  public Vegetation.Statistics summary(Float32Array index) {
    try (Call call = SUMMARY.begin()) {
      Argument indexArgument = call.argument(SUMMARY_INDEX, NumpyArrays.describe(index));
      call.check();
      return target.summary(indexArgument.as(Float32Array.class));
    }
  }

  /**
   * Hands each call on to Python.
   */
  private static final class InPython implements Vegetation {
    private final PythonFunction evi2;
    private final PythonFunction summary;

    InPython(PythonModule module) {
      this.evi2 = module.function("evi2");
      this.summary = module.function("summary");
    }

    @Override
    public Float32Array evi2(UInt8Array red, UInt8Array nir) {
      return this.evi2.callArray(Float32Array.class, red, nir);
    }

    @Override
    public Vegetation.Statistics summary(Float32Array index) {
      try (PythonObject result = this.summary.call(index)) {
        return result.items(3, items ->
            new Vegetation.Statistics(
                items.get(0, PythonObject::asDouble),
                items.get(1, PythonObject::asDouble),
                items.get(2, PythonObject::asDouble)));
      }
    }
  }
}
