package dev.ndbind.tensorflow;

import dev.ndbind.annotation.DType;
import org.jspecify.annotations.Nullable;
import org.tensorflow.types.family.TType;

/** Which of TensorFlow's types have arrays, and what to do about the others. */
final class TensorFlowTypes {
  private TensorFlowTypes() {}

  /** The dtype of a tensor's elements; null if no array has such elements. */
  static @Nullable DType dtype(TType tensor) {
    return switch (tensor.dataType()) {
      case DT_BOOL -> DType.BOOL;
      case DT_UINT8 -> DType.UINT8;
      case DT_UINT16 -> DType.UINT16;
      case DT_INT32 -> DType.INT32;
      case DT_INT64 -> DType.INT64;
      case DT_HALF -> DType.FLOAT16;
      case DT_BFLOAT16 -> DType.BFLOAT16;
      case DT_FLOAT -> DType.FLOAT32;
      case DT_DOUBLE -> DType.FLOAT64;
      default -> null;
    };
  }

  /** Why a tensor without a dtype is refused: TensorFlow Java's only such type is TString. */
  static String noArray(TType tensor) {
    return "is a %s, whose elements no array has; %s"
        .formatted(
            tensor.type().getSimpleName(),
            "tf.strings.toNumber or tf.io.decodeRaw makes numbers of strings");
  }

  /** Why an array without a tensor type is refused. */
  static String noTensor(DType dtype) {
    return "dtype is %s, which no tensor type of TensorFlow Java has; %s"
        .formatted(dtype, wayOut(dtype));
  }

  private static String wayOut(DType dtype) {
    if (dtype.isComplex()) {
      return "tensors of the real and of the imaginary parts hold the same values";
    }
    return dtype == DType.UINT64 ? "int64 holds values below 2^63" : "int64 holds the same values";
  }
}
