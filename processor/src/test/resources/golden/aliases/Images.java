package golden;

import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Layout;
import dev.ndbind.annotation.OnDevice;
import dev.ndbind.annotation.Order;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** Annotations that stand for a contract, on declarations and on types. */
final class Images {
  private Images() {}

  @Layout(value = "b 3 h w", order = Order.C)
  @interface ImageBatch {}

  @OnDevice(Device.ANY)
  @Target(ElementType.PARAMETER)
  @interface Anywhere {}

  @Layout("h w")
  @Target(ElementType.TYPE_USE)
  @interface Mask {}

  @AcceptsNumpy
  @ImageBatch
  static UInt8Array blend(
      @ImageBatch @Anywhere UInt8Array images, @Mask UInt8Array mask) {
    return images;
  }
}
