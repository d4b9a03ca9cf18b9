package dev.ndbind.pytorch;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A reference of ndbind's own to a tensor, to be closed. It keeps LibTorch's tensor alive when the
 * caller's wrapper is closed, also by another thread.
 *
 * <p>JavaCPP's counts cannot do that: they begin at zero, so that a wrapper is freed by {@code
 * close()} although somebody retained it once, and by retaining and releasing it alone. Its copy
 * constructor could, but asks the operating system for the memory in use each time, which takes
 * longer than a whole call should. LibTorch's stable C interface takes some 20 ns.
 */
final class HeldTensor extends Tensor {
  // A tensor and a handle of the C interface are both an at::Tensor*.
  private static final MethodHandle NEW_HANDLE =
      function(
          "aoti_torch_new_tensor_handle",
          FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS),
          Linker.Option.critical(true));
  private static final MethodHandle STORAGE_SIZE =
      function(
          "aoti_torch_get_storage_size",
          FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS),
          Linker.Option.critical(true));
  // Not critical: it may free the memory, and for that call back into Java.
  private static final MethodHandle DELETE =
      function("aoti_torch_delete_tensor_object", FunctionDescriptor.of(JAVA_INT, JAVA_LONG));

  private HeldTensor(long handle) {
    super((Pointer) null);
    this.address = handle;
  }

  @SuppressWarnings("restricted") // Functions of LibTorch's stable interface, as it declares them.
  private static MethodHandle function(
      String name, FunctionDescriptor type, Linker.Option... options) {
    Pointer symbol = Loader.addressof(name);
    if (symbol == null) {
      throw new UnsatisfiedLinkError(
          "LibTorch has no function " + name + "; ndbind needs PyTorch 2.10 or newer");
    }
    return Linker.nativeLinker()
        .downcallHandle(MemorySegment.ofAddress(symbol.address()), type, options);
  }

  /** Null if the tensor has been closed. */
  static @Nullable HeldTensor of(Tensor tensor) {
    try {
      long address = tensor.address();
      return address == 0 ? null : new HeldTensor(ask(NEW_HANDLE, address + offset(tensor)));
    } finally {
      Reference.reachabilityFence(tensor); // Until now, only the wrapper held the tensor.
    }
  }

  /** Of the element that a wrapper over an array of tensors is positioned at. */
  private static long offset(Tensor tensor) {
    long position = tensor.position();
    if (position == 0) {
      return 0;
    }
    if (position < 0 || position >= tensor.limit()) {
      throw new IllegalStateException(
          "position %d is not below limit %d".formatted(position, tensor.limit()));
    }
    return position * tensor.sizeof();
  }

  /** How many bytes lie behind the tensor, of which it may use a part. */
  long storageBytes() {
    return ask(STORAGE_SIZE, address);
  }

  private static long ask(MethodHandle function, long tensor) {
    long[] answer = new long[1];
    check(call(function, tensor, MemorySegment.ofArray(answer)));
    return answer[0];
  }

  private static int call(MethodHandle function, long tensor, MemorySegment answer) {
    try {
      return (int) function.invokeExact(tensor, answer);
    } catch (Throwable e) {
      throw new AssertionError("C functions throw nothing", e);
    }
  }

  private static void check(int error) {
    if (error != 0) {
      throw new IllegalStateException("LibTorch gives no access to it");
    }
  }

  /** Gives the reference back, once. */
  @Override
  public void close() {
    long handle = address;
    address = 0;
    if (handle != 0) {
      check(delete(handle));
    }
  }

  private static int delete(long handle) {
    try {
      return (int) DELETE.invokeExact(handle);
    } catch (Throwable e) {
      throw new AssertionError("C functions throw nothing", e);
    }
  }
}
