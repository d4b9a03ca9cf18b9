package dev.ndbind;

import dev.ndbind.annotation.DType;
import dev.ndbind.internal.access.ArrayAccess;
import dev.ndbind.internal.memory.Lease;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses the array class by dtype. */
final class ArrayFactory extends ArrayAccess {
  private static final Map<Class<?>, DType> DTYPES =
      Map.ofEntries(
          Map.entry(BoolArray.class, DType.BOOL),
          Map.entry(Int8Array.class, DType.INT8),
          Map.entry(Int16Array.class, DType.INT16),
          Map.entry(Int32Array.class, DType.INT32),
          Map.entry(Int64Array.class, DType.INT64),
          Map.entry(UInt8Array.class, DType.UINT8),
          Map.entry(UInt16Array.class, DType.UINT16),
          Map.entry(UInt32Array.class, DType.UINT32),
          Map.entry(UInt64Array.class, DType.UINT64),
          Map.entry(Float16Array.class, DType.FLOAT16),
          Map.entry(BFloat16Array.class, DType.BFLOAT16),
          Map.entry(Float32Array.class, DType.FLOAT32),
          Map.entry(Float64Array.class, DType.FLOAT64),
          Map.entry(Complex64Array.class, DType.COMPLEX64),
          Map.entry(Complex128Array.class, DType.COMPLEX128));

  private ArrayFactory() {}

  static void install() {
    install(new ArrayFactory());
  }

  @Override
  public NumpyArray make(
      DType dtype, Lease lease, long address, long[] shape, long[] byteStrides, boolean writable) {
    return make(dtype, new NumpyArray.Memory(lease, address, shape, byteStrides, writable));
  }

  static NumpyArray make(DType dtype, NumpyArray.Memory memory) {
    return switch (dtype) {
      case BOOL -> new BoolArray(memory);
      case INT8 -> new Int8Array(memory);
      case INT16 -> new Int16Array(memory);
      case INT32 -> new Int32Array(memory);
      case INT64 -> new Int64Array(memory);
      case UINT8 -> new UInt8Array(memory);
      case UINT16 -> new UInt16Array(memory);
      case UINT32 -> new UInt32Array(memory);
      case UINT64 -> new UInt64Array(memory);
      case FLOAT16 -> new Float16Array(memory);
      case BFLOAT16 -> new BFloat16Array(memory);
      case FLOAT32 -> new Float32Array(memory);
      case FLOAT64 -> new Float64Array(memory);
      case COMPLEX64 -> new Complex64Array(memory);
      case COMPLEX128 -> new Complex128Array(memory);
      default -> throw new IllegalArgumentException("no array has the dtype family " + dtype);
    };
  }

  @Override
  public long address(NumpyArray array) {
    return array.address;
  }

  @Override
  public long[] shape(NumpyArray array) {
    return array.shape;
  }

  @Override
  public long[] byteStrides(NumpyArray array) {
    return array.byteStrides;
  }

  @Override
  public Lease lease(NumpyArray array) {
    return array.lease;
  }

  @Override
  public @Nullable DType dtype(Class<?> type) {
    return DTYPES.get(type);
  }
}
