package dev.ndbind.pytorch;

import dev.ndbind.annotation.DType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;

/** The dtypes that PyTorch and arrays have in common: all that arrays have. */
final class TorchTypes {
  private static final Map<DType, ScalarType> SCALAR_TYPES =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(DType.BOOL, ScalarType.Bool),
              Map.entry(DType.INT8, ScalarType.Char),
              Map.entry(DType.INT16, ScalarType.Short),
              Map.entry(DType.INT32, ScalarType.Int),
              Map.entry(DType.INT64, ScalarType.Long),
              Map.entry(DType.UINT8, ScalarType.Byte),
              Map.entry(DType.UINT16, ScalarType.UInt16),
              Map.entry(DType.UINT32, ScalarType.UInt32),
              Map.entry(DType.UINT64, ScalarType.UInt64),
              Map.entry(DType.FLOAT16, ScalarType.Half),
              Map.entry(DType.BFLOAT16, ScalarType.BFloat16),
              Map.entry(DType.FLOAT32, ScalarType.Float),
              Map.entry(DType.FLOAT64, ScalarType.Double),
              Map.entry(DType.COMPLEX64, ScalarType.ComplexFloat),
              Map.entry(DType.COMPLEX128, ScalarType.ComplexDouble)));

  private static final Map<DType, TensorOptions> OPTIONS = new EnumMap<>(DType.class);
  private static final @Nullable DType[] DTYPES = new @Nullable DType[Byte.MAX_VALUE + 1];

  static {
    SCALAR_TYPES.forEach((dtype, scalarType) -> {
      DTYPES[scalarType.value] = dtype;
      // Retained: the caller may be inside a PointerScope, which closes what is made in it.
      OPTIONS.put(dtype, new TensorOptions(scalarType).retainReference());
    });
  }

  private TorchTypes() {}

  /** What makes a tensor of a dtype on the host; shared, not to be closed. */
  static TensorOptions options(DType dtype) {
    return Objects.requireNonNull(OPTIONS.get(dtype), "arrays have no families");
  }

  /** Null for a dtype that no array class has, and for an undefined tensor. */
  static @Nullable DType dtype(Probe tensor) {
    return DTYPES[tensor.scalarType()];
  }
}
