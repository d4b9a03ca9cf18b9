package golden;

import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Order;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Axis;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.NumpyArrays;
import dev.ndbind.call.Shape;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import javax.annotation.processing.Generated;
import org.bytedeco.pytorch.Tensor;
import org.tensorflow.types.TUint8;

/**
 * Calls {@link Images} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
final class ImagesAdapter {
  static final MethodContract BLEND = MethodContract.of("Images.blend", "b", "h", "w");
  static final ArrayContract BLEND_IMAGES =
      ArrayContract.of("images", DType.UINT8)
          .shape(Shape.of("b 3 h w", Axis.named(0), Axis.fixed(3), Axis.named(1), Axis.named(2)))
          .order(Order.C)
          .device(Device.ANY);
  static final ArrayContract BLEND_MASK =
      ArrayContract.of("mask", DType.UINT8).shape(Shape.of("h w", Axis.named(1), Axis.named(2)));
  static final ArrayContract BLEND_RESULT =
      ArrayContract.of("result", DType.UINT8)
          .shape(Shape.of("b 3 h w", Axis.named(0), Axis.fixed(3), Axis.named(1), Axis.named(2)))
          .order(Order.C);

  private ImagesAdapter() {}

  /**
   * Calls {@link Images#blend}.
   *
   * @param images uint8 {@code [b, 3, h, w]}, C order, on any device; borrowed for the call if in C
   *     order on the host, else copied
   * @param mask uint8 {@code [h, w]}, any strides; borrowed for the call
   * @return uint8 {@code [b, 3, h, w]}, C order
   */
  static Tensor blend(Tensor images, Tensor mask) {
    try (Call call = BLEND.begin()) {
      Argument imagesArgument = call.argument(BLEND_IMAGES, PyTorch.describe(images));
      Argument maskArgument = call.argument(BLEND_MASK, PyTorch.describe(mask));
      call.check();
      UInt8Array result =
          Images.blend(imagesArgument.as(UInt8Array.class), maskArgument.as(UInt8Array.class));
      return PyTorch.tensor(call.result(BLEND_RESULT, result));
    }
  }

  /**
   * Calls {@link Images#blend}.
   *
   * @param images uint8 {@code [b, 3, h, w]}, C order, on any device; borrowed for the call
   * @param mask uint8 {@code [h, w]}, any strides; borrowed for the call
   * @return uint8 {@code [b, 3, h, w]}, C order, copied
   */
  static TUint8 blend(TUint8 images, TUint8 mask) {
    try (Call call = BLEND.begin()) {
      Argument imagesArgument = call.argument(BLEND_IMAGES, TensorFlow.describe(images));
      Argument maskArgument = call.argument(BLEND_MASK, TensorFlow.describe(mask));
      call.check();
      UInt8Array result =
          Images.blend(imagesArgument.as(UInt8Array.class), maskArgument.as(UInt8Array.class));
      return TensorFlow.tensor(call.result(BLEND_RESULT, result));
    }
  }

  /**
   * Calls {@link Images#blend}.
   *
   * @param images uint8 {@code [b, 3, h, w]}, C order, on any device; borrowed for the call if in C
   *     order, else copied
   * @param mask uint8 {@code [h, w]}, any strides; borrowed for the call
   * @return uint8 {@code [b, 3, h, w]}, C order
   */
  static UInt8Array blend(UInt8Array images, UInt8Array mask) {
    try (Call call = BLEND.begin()) {
      Argument imagesArgument = call.argument(BLEND_IMAGES, NumpyArrays.describe(images));
      Argument maskArgument = call.argument(BLEND_MASK, NumpyArrays.describe(mask));
      call.check();
      UInt8Array result =
          Images.blend(imagesArgument.as(UInt8Array.class), maskArgument.as(UInt8Array.class));
      return NumpyArrays.keep(call.result(BLEND_RESULT, result));
    }
  }
}
