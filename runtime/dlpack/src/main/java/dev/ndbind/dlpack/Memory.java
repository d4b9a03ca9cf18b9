package dev.ndbind.dlpack;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The process's memory, and that of C for structures that somebody else ends. */
@SuppressWarnings("restricted") // Whoever reads has the address of a structure.
final class Memory {
  /** Offset 0 is address 0. */
  static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private static final MethodHandle MALLOC =
      function("malloc", FunctionDescriptor.of(JAVA_LONG, JAVA_LONG));
  private static final MethodHandle FREE = function("free", FunctionDescriptor.ofVoid(JAVA_LONG));

  private Memory() {}

  private static MethodHandle function(String name, FunctionDescriptor type) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type);
  }

  static long allocate(long bytes) {
    long address = invoke(MALLOC, bytes);
    if (address == 0) {
      throw new OutOfMemoryError("%d bytes for a tensor of DLPack".formatted(bytes));
    }
    return address;
  }

  static void free(long address) {
    try {
      FREE.invokeExact(address);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static long invoke(MethodHandle function, long argument) {
    try {
      return (long) function.invokeExact(argument);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** C functions throw nothing; what arrives is the JVM's own, such as a stack overflow. */
  static Error unexpected(Throwable e) {
    return e instanceof Error error ? error : new AssertionError(e);
  }
}
