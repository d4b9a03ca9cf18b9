package dev.ndbind.pytorch;

import dev.ndbind.annotation.DType;
import java.util.Locale;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.Layout;
import org.jspecify.annotations.Nullable;

/**
 * Tensors whose memory is no strided array. Everything here may be asked of any tensor, in this
 * order; what comes later would throw for tensors refused before, or tell nonsense of them.
 */
final class Guards {
  private Guards() {}

  /** Why a tensor has no sizes and strides, and a way out; null if it has them. */
  static @Nullable String refusal(Tensor tensor) {
    if (!tensor.has_storage()) {
      return withoutStorage(tensor);
    }
    return tensor.is_nested()
        ? "is nested; nested_to_padded_tensor() makes one strided tensor of it"
        : null;
  }

  /**
   * Why a tensor's storage is not its elements; null if it may be. To be asked only of tensors
   * whose dtype no array class has, as that of quantized ones, or without memory.
   */
  static @Nullable String refusalOfStorage(Tensor tensor) {
    if (tensor.is_quantized()) {
      return "is quantized; dequantize() gives its values, int_repr() its integers";
    }
    if (tensor._is_zerotensor()) {
      return "is a zero tensor without memory; clone() gives it some";
    }
    return null;
  }

  private static String withoutStorage(Tensor tensor) {
    if (!tensor.defined()) {
      return "is undefined; torch.empty(...), for one, makes a defined tensor";
    }
    Layout layout = tensor.layout().intern();
    return switch (layout) {
      case Sparse -> "is sparse (COO); to_dense() makes it strided";
      case SparseCsr, SparseCsc, SparseBsr, SparseBsc ->
          "is sparse (%s); to_dense() makes it strided"
              .formatted(layout.name().substring("Sparse".length()).toUpperCase(Locale.ROOT));
      case Mkldnn -> "is in oneDNN's layout; to_dense() makes it strided";
      default -> "has no storage; clone() may give it one";
    };
  }

  /** Why a strided tensor must not be read, or not now; not null if the dtype is. */
  static @Nullable String refusal(Tensor tensor, @Nullable String device, @Nullable DType dtype) {
    if (device != null && tensor.is_meta()) {
      return "is a meta tensor, which has no data; make it on the cpu";
    }
    if (tensor.requires_grad() && GradMode.is_enabled()) {
      return "requires gradients, and what the method does would not be recorded;"
          + " detach() it, or call inside a NoGradGuard";
    }
    if (dtype == null) {
      return "has dtype %s, which no array class has; convert it with to(ScalarType)"
          .formatted(tensor.scalar_type().intern().name());
    }
    return !isSigned(dtype) && tensor.is_neg()
        ? "is a negative view of %s; resolve_neg() computes it".formatted(dtype)
        : null;
  }

  /** Whether arrays of a dtype can be negated, unlike unsigned integers and booleans. */
  static boolean isSigned(DType dtype) {
    return dtype.isFloating() || dtype.isComplex();
  }

  /** For example {@code cuda:0}; null for the host. */
  static @Nullable String device(Probe tensor) {
    if (tensor.is_cpu()) {
      return null;
    }
    try (Device device = tensor.device();
        var name = device.str()) {
      return name.getString();
    }
  }
}
