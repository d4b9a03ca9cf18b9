package dev.ndbind.numpy;

import dev.ndbind.annotation.DType;
import org.jspecify.annotations.Nullable;

/** NumPy's numbers of dtypes. On Linux, its {@code long} has 64 bits, as its {@code longlong}. */
final class DTypes {
  private DTypes() {}

  /** The dtype with a number; null if no array class has it. */
  static @Nullable DType of(int type) {
    return switch (type) {
      case 0 -> DType.BOOL;
      case 1 -> DType.INT8;
      case 2 -> DType.UINT8;
      case 3 -> DType.INT16;
      case 4 -> DType.UINT16;
      case 5 -> DType.INT32;
      case 6 -> DType.UINT32;
      case 7, 9 -> DType.INT64;
      case 8, 10 -> DType.UINT64;
      case 11 -> DType.FLOAT32;
      case 12 -> DType.FLOAT64;
      case 14 -> DType.COMPLEX64;
      case 15 -> DType.COMPLEX128;
      case 23 -> DType.FLOAT16;
      default -> null;
    };
  }

  /** The number of a dtype; −1 for bfloat16, which NumPy does not have. */
  static int number(DType dtype) {
    return switch (dtype) {
      case BOOL -> 0;
      case INT8 -> 1;
      case UINT8 -> 2;
      case INT16 -> 3;
      case UINT16 -> 4;
      case INT32 -> 5;
      case UINT32 -> 6;
      case INT64 -> 7;
      case UINT64 -> 8;
      case FLOAT32 -> 11;
      case FLOAT64 -> 12;
      case COMPLEX64 -> 14;
      case COMPLEX128 -> 15;
      case FLOAT16 -> 23;
      default -> -1;
    };
  }
}
