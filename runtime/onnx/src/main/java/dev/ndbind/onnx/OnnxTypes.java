package dev.ndbind.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import dev.ndbind.annotation.DType;
import org.jspecify.annotations.Nullable;

/** Which of ONNX's element types have arrays, and what to do about the others. */
final class OnnxTypes {
  private OnnxTypes() {}

  /** The dtype of a tensor's elements; null if no array has such elements. */
  static @Nullable DType dtype(TensorInfo tensor) {
    return switch (tensor.onnxType) {
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_BOOL -> DType.BOOL;
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT8 -> DType.INT8;
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT16 -> DType.INT16;
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT32 -> DType.INT32;
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT64 -> DType.INT64;
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT8 -> DType.UINT8;
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT16 -> DType.UINT16;
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT32 -> DType.UINT32;
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT64 -> DType.UINT64;
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT16 -> DType.FLOAT16;
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_BFLOAT16 -> DType.BFLOAT16;
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT -> DType.FLOAT32;
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_DOUBLE -> DType.FLOAT64;
      default -> null;
    };
  }

  /** Why a tensor without a dtype is refused. */
  static String noArray(TensorInfo tensor) {
    return tensor.type == OnnxJavaType.STRING
        ? "holds strings, which no array has; getValue() gives them"
        : "has elements of type %s, which no array has; a Cast in the model converts them"
            .formatted(tensor.onnxType.name().replace("ONNX_TENSOR_ELEMENT_DATA_TYPE_", ""));
  }

  /** The type of tensors of a dtype; null if the Java API makes none. */
  static @Nullable OnnxJavaType javaType(DType dtype) {
    return switch (dtype) {
      case BOOL -> OnnxJavaType.BOOL;
      case INT8 -> OnnxJavaType.INT8;
      case INT16 -> OnnxJavaType.INT16;
      case INT32 -> OnnxJavaType.INT32;
      case INT64 -> OnnxJavaType.INT64;
      case UINT8 -> OnnxJavaType.UINT8;
      case FLOAT16 -> OnnxJavaType.FLOAT16;
      case BFLOAT16 -> OnnxJavaType.BFLOAT16;
      case FLOAT32 -> OnnxJavaType.FLOAT;
      case FLOAT64 -> OnnxJavaType.DOUBLE;
      default -> null;
    };
  }

  /** Why no tensor is made of an array. */
  static String noTensor(DType dtype) {
    return "dtype is %s, of which ONNX Runtime's Java API makes no tensor; %s"
        .formatted(dtype, wayOut(dtype));
  }

  private static String wayOut(DType dtype) {
    if (dtype.isComplex()) {
      return "tensors of the real and of the imaginary parts hold the same values";
    }
    return dtype == DType.UINT64 ? "int64 holds values below 2^63" : "int64 holds the same values";
  }
}
