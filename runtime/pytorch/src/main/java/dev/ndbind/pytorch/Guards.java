package dev.ndbind.pytorch;

import dev.ndbind.annotation.DType;
import java.util.Locale;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.Layout;
import org.jspecify.annotations.Nullable;

/**
 * Tensors whose memory is no strided array. What is asked of a tensor in these methods, in their
 * order, it can answer; what comes later would throw for tensors refused before, or tell nonsense
 * of them.
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

  /** Why a tensor with a dtype that no array class has, as quantized ones have, is refused. */
  static String refusalOfDtype(Probe tensor) {
    if (tensor.is_quantized()) {
      return "is quantized; dequantize() gives its values, int_repr() its integers";
    }
    String refusal = refusalWithoutMemory(tensor);
    if (refusal == null) {
      refusal = refusal(tensor, device(tensor));
    }
    return refusal == null
        ? "has dtype %s, which no array class has; convert it with to(ScalarType)"
            .formatted(tensor.scalar_type().intern().name())
        : refusal;
  }

  /** Why a tensor whose storage has no memory cannot be used; null if it may. */
  static @Nullable String refusalWithoutMemory(Tensor tensor) {
    return tensor._is_zerotensor()
        ? "is a zero tensor without memory; clone() gives it some"
        : null;
  }

  /** Why a tensor must not be read, or not now; null if it may. */
  static @Nullable String refusal(Tensor tensor, @Nullable String device) {
    if (device != null && tensor.is_meta()) {
      return "is a meta tensor, which has no data; make it on the cpu";
    }
    return tensor.requires_grad() && GradMode.is_enabled()
        ? "requires gradients, and what the method does would not be recorded;"
            + " detach() it, or call inside a NoGradGuard"
        : null;
  }

  /** Why a tensor of a dtype must not have the signs that it has; null if it may. */
  static @Nullable String refusalOfSign(Tensor tensor, DType dtype) {
    return !isSigned(dtype) && tensor.is_neg()
        ? "is a negative view of %s; resolve_neg() computes it".formatted(dtype)
        : null;
  }

  /** Whether copies of a dtype can be negated. */
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
