package dev.ndbind.dlpack;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * LibTorch's own functions for DLPack, which JavaCPP's classes leave out, by the names that
 * compilers of Linux and macOS give them. A C++ exception in one of them ends the process.
 */
final class LibTorch {
  private static final String VERSIONED = "DLManagedTensorVersioned";

  static {
    Loader.load(torch.class);
  }

  private static final MethodHandle TO = to("_ZN2at8toDLPackERKNS_6TensorE");
  private static final MethodHandle TO_VERSIONED = to("_ZN2at17toDLPackVersionedERKNS_6TensorE");
  private static final MethodHandle FROM =
      from("_ZN2at10fromDLPackEP15DLManagedTensorSt8functionIFvPvEE");
  private static final MethodHandle FROM_VERSIONED =
      from("_ZN2at19fromDLPackVersionedEP24%sSt8functionIFvPvEE".formatted(VERSIONED));
  private static final MethodHandle NEW_HANDLE =
      function("aoti_torch_new_tensor_handle", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS));
  private static final MethodHandle DELETE =
      function("aoti_torch_delete_tensor_object", FunctionDescriptor.of(JAVA_INT, JAVA_LONG));

  private LibTorch() {}

  private static MethodHandle to(String name) {
    return function(name, FunctionDescriptor.of(JAVA_LONG, JAVA_LONG));
  }

  /** A result that is an object is written to where the first argument says. */
  private static MethodHandle from(String name) {
    return function(name, FunctionDescriptor.ofVoid(ADDRESS, JAVA_LONG, ADDRESS));
  }

  @SuppressWarnings("restricted") // Functions of LibTorch, as it declares them.
  private static MethodHandle function(String name, FunctionDescriptor type) {
    Pointer symbol = Loader.addressof(name);
    if (symbol == null) {
      throw new UnsatisfiedLinkError(name);
    }
    return Linker.nativeLinker().downcallHandle(MemorySegment.ofAddress(symbol.address()), type);
  }

  /** The address of a tensor of DLPack's over a tensor's memory; it belongs to the caller. */
  static long given(Tensor tensor, boolean isVersioned) {
    try {
      return (long) (isVersioned ? TO_VERSIONED : TO).invokeExact(tensor.address());
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /** A tensor over a tensor of DLPack's, which it owns. */
  static Tensor taken(long managed, boolean isVersioned) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment made = arena.allocate(8, 8); // An at::Tensor is one pointer,
      MemorySegment noFunction = arena.allocate(64, 16); // and an empty std::function is zeros.
      MemorySegment handle = arena.allocate(ADDRESS);
      (isVersioned ? FROM_VERSIONED : FROM).invokeExact(made, managed, noFunction);
      int error = (int) NEW_HANDLE.invokeExact(made.address(), handle);
      if (error != 0) {
        throw new AssertionError("error " + error);
      }
      return owned(made, handle.get(JAVA_LONG, 0));
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /** JavaCPP frees what it copies, and not what was made without it. */
  private static Tensor owned(MemorySegment made, long handle) throws Throwable {
    Tensor copy = new Tensor(new Tensor(new Address(handle)));
    int _ = (int) DELETE.invokeExact(handle);
    int _ = dropReference(made);
    return copy;
  }

  /** The reference that the function returned, in memory that is not its own to delete. */
  private static int dropReference(MemorySegment made) throws Throwable {
    long own = Memory.allocate(8);
    Memory.ALL.set(JAVA_LONG, own, made.get(JAVA_LONG, 0));
    return (int) DELETE.invokeExact(own);
  }

  private static final class Address extends Pointer {
    Address(long address) {
      this.address = address;
    }
  }
}
