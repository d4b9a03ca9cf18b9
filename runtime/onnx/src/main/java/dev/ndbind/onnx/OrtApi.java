package dev.ndbind.onnx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * What is asked of ONNX Runtime through its C interface. An {@code OrtValue} is given by its
 * address; it must not have been released.
 */
final class OrtApi {
  private static final int ONNX_TYPE_SEQUENCE = 2;
  private static final int DEVICE_TYPE_CPU = 0;

  /** The numbers are places in a table to which new functions are only ever appended. */
  private static final MethodHandle GET_TENSOR_MUTABLE_DATA =
      question(51, FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, ADDRESS));

  private static final MethodHandle CREATE_VALUE =
      question(82, FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS));

  private static final MethodHandle GET_TENSOR_MEMORY_INFO =
      question(194, FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, ADDRESS));

  private static final MethodHandle MEMORY_INFO_GET_DEVICE_TYPE =
      question(225, FunctionDescriptor.ofVoid(JAVA_LONG, ADDRESS));

  // Not critical: they may free much memory.
  private static final MethodHandle RELEASE_STATUS =
      function(93, FunctionDescriptor.ofVoid(JAVA_LONG));

  private static final MethodHandle RELEASE_VALUE =
      function(96, FunctionDescriptor.ofVoid(JAVA_LONG));

  private OrtApi() {}

  private static MethodHandle question(int place, FunctionDescriptor type) {
    return function(place, type, Linker.Option.critical(true));
  }

  @SuppressWarnings("restricted") // Functions of ONNX Runtime's C interface, as it declares them.
  private static MethodHandle function(
      int place, FunctionDescriptor type, Linker.Option... options) {
    return Linker.nativeLinker()
        .downcallHandle(Internals.functions().getAtIndex(ADDRESS, place), type, options);
  }

  /**
   * Takes a reference to a tensor's memory: a sequence of this one tensor, which shares its memory
   * and keeps it also when the tensor itself is released.
   *
   * @return to be released
   */
  static long hold(long tensor) {
    MemorySegment elements = MemorySegment.ofArray(new long[] {tensor});
    MemorySegment answer = answer();
    try {
      check((long) CREATE_VALUE.invokeExact(elements, 1L, ONNX_TYPE_SEQUENCE, answer));
    } catch (Throwable e) {
      throw failed(e);
    }
    return answer.get(JAVA_LONG, 0);
  }

  /** Gives a reference back. */
  static void release(long held) {
    try {
      RELEASE_VALUE.invokeExact(held);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /** Where a tensor's elements are. */
  static long address(long tensor) {
    MemorySegment answer = answer();
    try {
      check((long) GET_TENSOR_MUTABLE_DATA.invokeExact(tensor, answer));
    } catch (Throwable e) {
      throw failed(e);
    }
    return answer.get(JAVA_LONG, 0);
  }

  /** Whether a tensor's elements are in the host's memory. */
  static boolean isOnHost(long tensor) {
    MemorySegment answer = answer();
    try {
      check((long) GET_TENSOR_MEMORY_INFO.invokeExact(tensor, answer));
      long info = answer.get(JAVA_LONG, 0);
      MEMORY_INFO_GET_DEVICE_TYPE.invokeExact(info, answer);
    } catch (Throwable e) {
      throw failed(e);
    }
    return answer.get(JAVA_INT, 0) == DEVICE_TYPE_CPU;
  }

  private static MemorySegment answer() {
    return MemorySegment.ofArray(new long[1]);
  }

  /** Only for values that are no tensors, or without memory. */
  private static void check(long status) throws Throwable {
    if (status != 0) {
      RELEASE_STATUS.invokeExact(status);
      throw new IllegalStateException("ONNX Runtime gives no access to it");
    }
  }

  private static RuntimeException failed(Throwable e) {
    return e instanceof IllegalStateException refused
        ? refused
        : new IllegalStateException("C functions throw nothing", e);
  }
}
