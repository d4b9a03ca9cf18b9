package dev.ndbind.pytorch;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.DeviceType;

/**
 * Asks through LibTorch's stable C interface, whose functions turn C++ exceptions into error codes:
 * three nanoseconds a question instead of eight, or of fifty where JavaCPP makes an object. What
 * LibTorch does not answer is asked once more through JavaCPP, for its exception.
 */
final class StableProbe extends Probe {
  // A tensor and a handle of the C interface are both an at::Tensor*.
  private static final MethodHandle NEW_HANDLE = question("aoti_torch_new_tensor_handle");
  private static final MethodHandle DTYPE = question("aoti_torch_get_dtype");
  private static final MethodHandle DEVICE_TYPE = question("aoti_torch_get_device_type");
  private static final MethodHandle DIM = question("aoti_torch_get_dim");
  private static final MethodHandle SIZES = question("aoti_torch_get_sizes");
  private static final MethodHandle STRIDES = question("aoti_torch_get_strides");
  private static final MethodHandle STORAGE_OFFSET = question("aoti_torch_get_storage_offset");
  private static final MethodHandle STORAGE_SIZE = question("aoti_torch_get_storage_size");
  private static final MethodHandle CONST_DATA_PTR = question("torch_get_const_data_ptr");
  private static final MethodHandle REINTERPRET =
      function(
          "aoti_torch__reinterpret_tensor",
          FunctionDescriptor.of(
              JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
          Linker.Option.critical(false));

  // Not critical: it may free the memory, and for that call back into Java.
  private static final MethodHandle DELETE =
      function("aoti_torch_delete_tensor_object", FunctionDescriptor.of(JAVA_INT, JAVA_LONG));

  @SuppressWarnings("restricted") // Bounded by the reader: sizes and strides of a tensor held.
  private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  /**
   * Whether an at::Tensor is known to be a pointer to LibTorch's own object, as it always has been.
   * Reading it takes a nanosecond, and asking JavaCPP for it forty.
   */
  private static volatile boolean isPointer;

  /** Where LibTorch writes its answers; as long as the probe is its thread's. */
  private final MemorySegment room = Arena.ofAuto().allocate(JAVA_LONG);

  private final long answer = room.address();

  private static MethodHandle question(String name) {
    return function(
        name, FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG), Linker.Option.critical(false));
  }

  @SuppressWarnings("restricted") // Functions of LibTorch's stable interface, as it declares them.
  private static MethodHandle function(
      String name, FunctionDescriptor type, Linker.Option... options) {
    Pointer symbol = Loader.addressof(name);
    if (symbol == null) {
      throw new UnsatisfiedLinkError("LibTorch has no function " + name);
    }
    return Linker.nativeLinker()
        .downcallHandle(MemorySegment.ofAddress(symbol.address()), type, options);
  }

  @Override
  long hold(Tensor tensor, long offset) {
    try {
      long original = tensor.address();
      return original == 0 ? 0 : hold(original + offset);
    } finally {
      Reference.reachabilityFence(tensor); // Until now, only the wrapper held the tensor.
    }
  }

  private long hold(long original) {
    if (!ask(NEW_HANDLE, original)) {
      throw new IllegalStateException("LibTorch gives no access to it");
    }
    return longAnswer();
  }

  @Override
  long holdMemory() {
    long tensor = address;
    long rank = dim();
    if (ask(SIZES, tensor)) {
      long sizes = longAnswer();
      if (ask(STRIDES, tensor) && reinterpret(tensor, rank, sizes, longAnswer())) {
        return longAnswer();
      }
    }
    return super.holdMemory();
  }

  private boolean reinterpret(long tensor, long rank, long sizes, long strides) {
    try {
      return (int) REINTERPRET.invokeExact(tensor, rank, sizes, strides, 0L, answer) == 0;
    } catch (Throwable e) {
      throw new AssertionError("C functions throw nothing", e);
    }
  }

  /** Gives a reference back. */
  static void delete(long handle) {
    try {
      int _ = (int) DELETE.invokeExact(handle); // Only exceptions are errors; it throws none.
    } catch (Throwable e) {
      throw new AssertionError("C functions throw nothing", e);
    }
  }

  /** Until the two agree on a tensor, JavaCPP is asked. */
  @Override
  long identity() {
    if (isPointer && address != 0) {
      return MEMORY.get(JAVA_LONG, address);
    }
    long asked = super.identity();
    isPointer = MEMORY.get(JAVA_LONG, address) == asked;
    return asked;
  }

  @Override
  int scalarType() {
    return ask(DTYPE, address) ? intAnswer() : super.scalarType();
  }

  @Override
  public boolean is_cpu() {
    return ask(DEVICE_TYPE, address) ? intAnswer() == DeviceType.CPU.value : super.is_cpu();
  }

  @Override
  public long dim() {
    return ask(DIM, address) ? longAnswer() : super.dim();
  }

  @Override
  public long storage_offset() {
    return ask(STORAGE_OFFSET, address) ? longAnswer() : super.storage_offset();
  }

  @Override
  long dataAddress() {
    return ask(CONST_DATA_PTR, address) ? longAnswer() : super.dataAddress();
  }

  @Override
  void sizes(long[] sizes, int rank) {
    if (ask(SIZES, address)) {
      read(sizes, rank);
    } else {
      super.sizes(sizes, rank);
    }
  }

  @Override
  void strides(long[] strides, int rank) {
    if (ask(STRIDES, address)) {
      read(strides, rank);
    } else {
      super.strides(strides, rank);
    }
  }

  @Override
  long storageBytes() {
    return ask(STORAGE_SIZE, address) ? longAnswer() : super.storageBytes();
  }

  /** Whether LibTorch has answered. A null address would be fatal; JavaCPP throws. */
  private boolean ask(MethodHandle question, long tensor) {
    try {
      return tensor != 0 && (int) question.invokeExact(tensor, answer) == 0;
    } catch (Throwable e) {
      throw new AssertionError("C functions throw nothing", e);
    }
  }

  private int intAnswer() {
    return MEMORY.get(JAVA_INT, answer);
  }

  private long longAnswer() {
    return MEMORY.get(JAVA_LONG, answer);
  }

  /** The answer is where they begin; they belong to the tensor. */
  private void read(long[] values, int rank) {
    long first = longAnswer();
    for (int axis = 0; axis < rank; axis++) {
      values[axis] = MEMORY.get(JAVA_LONG, first + axis * JAVA_LONG.byteSize());
    }
  }
}
