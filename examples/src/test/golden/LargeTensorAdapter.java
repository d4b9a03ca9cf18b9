package dev.ndbind.examples;

import ai.onnxruntime.OnnxTensor;
import dev.ndbind.NumpyArray;
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
import dev.ndbind.onnx.Onnx;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import java.lang.String;
import javax.annotation.processing.Generated;
import org.bytedeco.pytorch.Tensor;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TType;

/**
 * Calls {@link LargeTensor} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
public final class LargeTensorAdapter {
  static final MethodContract LAYOUT = MethodContract.of("LargeTensor.layout");
  static final ArrayContract LAYOUT_ARRAY =
      ArrayContract.of("array", DType.BOOL, DType.NUMBER).use(Use.VIEW);

  static final MethodContract LAST = MethodContract.of("LargeTensor.last", "n", "m");
  static final ArrayContract LAST_ARRAY =
      ArrayContract.of("array", DType.UINT8)
          .shape(Shape.of("n m", Axis.named(0), Axis.named(1)))
          .use(Use.VIEW);

  static final MethodContract SET_LAST = MethodContract.of("LargeTensor.setLast", "n", "m");
  static final ArrayContract SET_LAST_ARRAY =
      ArrayContract.of("array", DType.UINT8)
          .shape(Shape.of("n m", Axis.named(0), Axis.named(1)))
          .use(Use.WRITE);

  private LargeTensorAdapter() {}

  /**
   * Shape and byte strides, as the method sees them.
   *
   * @param array any dtype, any shape, any strides; borrowed for the call, never copied
   * @return what the method returns
   */
  static String layout(Tensor array) {
    try (Call call = LAYOUT.begin()) {
      Argument arrayArgument = call.argument(LAYOUT_ARRAY, PyTorch.describe(array));
      call.check();
      return LargeTensor.layout(arrayArgument.as(NumpyArray.class));
    }
  }

  /**
   * Shape and byte strides, as the method sees them.
   *
   * @param array any dtype, any shape, any strides; borrowed for the call, never copied
   * @return what the method returns
   */
  static String layout(TType array) {
    try (Call call = LAYOUT.begin()) {
      Argument arrayArgument = call.argument(LAYOUT_ARRAY, TensorFlow.describe(array));
      call.check();
      return LargeTensor.layout(arrayArgument.as(NumpyArray.class));
    }
  }

  /**
   * Shape and byte strides, as the method sees them.
   *
   * @param array any dtype, any shape, any strides; borrowed for the call, never copied
   * @return what the method returns
   */
  static String layout(OnnxTensor array) {
    try (Call call = LAYOUT.begin()) {
      Argument arrayArgument = call.argument(LAYOUT_ARRAY, Onnx.describe(array));
      call.check();
      return LargeTensor.layout(arrayArgument.as(NumpyArray.class));
    }
  }

  /**
   * Shape and byte strides, as the method sees them.
   *
   * @param array any dtype, any shape, any strides; borrowed for the call, never copied
   * @return what the method returns
   */
  static String layout(NumpyArray array) {
    try (Call call = LAYOUT.begin()) {
      Argument arrayArgument = call.argument(LAYOUT_ARRAY, NumpyArrays.describe(array));
      call.check();
      return LargeTensor.layout(arrayArgument.as(NumpyArray.class));
    }
  }

  /**
   * The last element.
   *
   * @param array uint8 {@code [n, m]}, any strides; borrowed for the call, never copied
   * @return what the method returns
   */
  static int last(Tensor array) {
    try (Call call = LAST.begin()) {
      Argument arrayArgument = call.argument(LAST_ARRAY, PyTorch.describe(array));
      call.check();
      return LargeTensor.last(arrayArgument.as(UInt8Array.class));
    }
  }

  /**
   * The last element.
   *
   * @param array uint8 {@code [n, m]}, any strides; borrowed for the call, never copied
   * @return what the method returns
   */
  static int last(TUint8 array) {
    try (Call call = LAST.begin()) {
      Argument arrayArgument = call.argument(LAST_ARRAY, TensorFlow.describe(array));
      call.check();
      return LargeTensor.last(arrayArgument.as(UInt8Array.class));
    }
  }

  /**
   * The last element.
   *
   * @param array uint8 {@code [n, m]}, any strides; borrowed for the call, never copied
   * @return what the method returns
   */
  static int last(OnnxTensor array) {
    try (Call call = LAST.begin()) {
      Argument arrayArgument = call.argument(LAST_ARRAY, Onnx.describe(array));
      call.check();
      return LargeTensor.last(arrayArgument.as(UInt8Array.class));
    }
  }

  /**
   * The last element.
   *
   * @param array uint8 {@code [n, m]}, any strides; borrowed for the call, never copied
   * @return what the method returns
   */
  static int last(UInt8Array array) {
    try (Call call = LAST.begin()) {
      Argument arrayArgument = call.argument(LAST_ARRAY, NumpyArrays.describe(array));
      call.check();
      return LargeTensor.last(arrayArgument.as(UInt8Array.class));
    }
  }

  /**
   * Sets the last element, in the tensor's own memory.
   *
   * @param array uint8 {@code [n, m]}, any strides; written in place
   * @param value passed on
   */
  static void setLast(Tensor array, int value) {
    try (Call call = SET_LAST.begin()) {
      Argument arrayArgument = call.argument(SET_LAST_ARRAY, PyTorch.describe(array));
      call.check();
      LargeTensor.setLast(arrayArgument.as(UInt8Array.class), value);
    }
  }

  /**
   * Sets the last element, in the tensor's own memory.
   *
   * @param array uint8 {@code [n, m]}, any strides; written in place
   * @param value passed on
   */
  static void setLast(OnnxTensor array, int value) {
    try (Call call = SET_LAST.begin()) {
      Argument arrayArgument = call.argument(SET_LAST_ARRAY, Onnx.describe(array));
      call.check();
      LargeTensor.setLast(arrayArgument.as(UInt8Array.class), value);
    }
  }

  /**
   * Sets the last element, in the tensor's own memory.
   *
   * @param array uint8 {@code [n, m]}, any strides; written in place
   * @param value passed on
   */
  static void setLast(UInt8Array array, int value) {
    try (Call call = SET_LAST.begin()) {
      Argument arrayArgument = call.argument(SET_LAST_ARRAY, NumpyArrays.describe(array));
      call.check();
      LargeTensor.setLast(arrayArgument.as(UInt8Array.class), value);
    }
  }
}
