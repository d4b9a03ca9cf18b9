package dev.ndbind.onnx;

import static java.lang.foreign.ValueLayout.ADDRESS;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/**
 * The two addresses that ONNX Runtime's Java classes have no public method for. What they offer
 * instead is a copy of the elements on the heap.
 *
 * <p>A buffer would not do, even where a tensor was made of one: {@code getBufferRef()} tells where
 * the buffer is positioned now, and not where it was when the tensor was made.
 */
final class Internals {
  private static final int FUNCTIONS = 226;
  private static final Lookup LOOKUP = lookup();
  private static final MethodHandle HANDLE = handle();

  private Internals() {}

  /** No flag is needed for that on the class path, nor for automatic modules, which are open. */
  private static Lookup lookup() {
    try {
      return MethodHandles.privateLookupIn(OnnxTensorLike.class, MethodHandles.lookup());
    } catch (IllegalAccessException e) {
      throw new LinkageError("the package ai.onnxruntime is not open to dev.ndbind.onnx", e);
    }
  }

  private static MethodHandle handle() {
    try {
      return LOOKUP
          .findGetter(OnnxTensorLike.class, "nativeHandle", long.class)
          .asType(MethodType.methodType(long.class, OnnxTensor.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("this ONNX Runtime does not tell where its tensors are", e);
    }
  }

  /** The {@code OrtValue} of a tensor, which is freed when the tensor is closed. */
  static long handle(OnnxTensor tensor) {
    try {
      return (long) HANDLE.invokeExact(tensor);
    } catch (Throwable e) {
      throw new AssertionError("reading a field throws nothing", e);
    }
  }

  /** The table of functions, {@code OrtApi}, that the Java classes themselves use. */
  @SuppressWarnings("restricted") // The table has more: its functions are never taken away.
  static MemorySegment functions() {
    try {
      LOOKUP.ensureInitialized(OnnxTensorLike.class); // Loads the native library.
      Class<?> runtime = LOOKUP.findClass("ai.onnxruntime.OnnxRuntime");
      long table =
          (long) LOOKUP.findStaticGetter(runtime, "ortApiHandle", long.class).invokeExact();
      return MemorySegment.ofAddress(table).reinterpret(FUNCTIONS * ADDRESS.byteSize());
    } catch (Throwable e) {
      throw new LinkageError("this ONNX Runtime does not tell where its functions are", e);
    }
  }
}
