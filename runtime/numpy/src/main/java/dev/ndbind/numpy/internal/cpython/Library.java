package dev.ndbind.numpy.internal.cpython;

import dev.ndbind.numpy.internal.install.RefusedException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;

/**
 * Shared libraries, opened as Python itself opens them: extension modules look for the functions of
 * the interpreter in the whole process, where {@code SymbolLookup.libraryLookup} does not put them.
 *
 * <p>Signatures are written in letters, the result first: V for void, I for int, L for pointers and
 * other numbers of 64 bits, D for double.
 */
@SuppressWarnings("restricted") // The functions and signatures are those of CPython and NumPy.
final class Library {
  /** This process and everything that was opened for all to see. */
  static final long WHOLE_PROCESS = 0;

  private static final int RTLD_NOW = 2;
  private static final int RTLD_GLOBAL = 0x100;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle DLOPEN = system("dlopen", "LLI");
  private static final MethodHandle DLSYM = system("dlsym", "LLL");
  private static final MethodHandle DLERROR = system("dlerror", "L");

  /** The interpreter, once it has been opened. */
  private static volatile long python;

  private Library() {}

  /** Opens a library for the libraries that need it. */
  static void preload(Path file) throws RefusedException {
    long _ = open(file, RTLD_NOW);
  }

  /** Opens the interpreter, once for all. */
  static void openPython(Path file) throws RefusedException {
    python = open(file, RTLD_NOW | RTLD_GLOBAL);
  }

  /** Whether the interpreter has been opened. */
  static boolean isOpen() {
    return python != 0;
  }

  private static long open(Path file, int mode) throws RefusedException {
    try (Arena arena = Arena.ofConfined()) {
      long path = arena.allocateFrom(file.toString()).address();
      long handle = Invoke.toLong(DLOPEN, path, mode);
      if (handle == 0) {
        throw new RefusedException(
            "%s cannot be loaded: %s".formatted(file, Memory.getString(Invoke.toLong(DLERROR))));
      }
      return handle;
    }
  }

  /** The address of a function or variable; 0 if there is none of that name. */
  static long find(long library, String name) {
    try (Arena arena = Arena.ofConfined()) {
      return Invoke.toLong(DLSYM, library, arena.allocateFrom(name).address());
    }
  }

  /** The address of a function or variable of the interpreter. */
  static long address(String name) {
    long address = python == 0 ? 0 : find(python, name);
    if (address == 0) {
      throw new UnsatisfiedLinkError("this Python has no " + name);
    }
    return address;
  }

  /** Whether this version of the interpreter has a function. */
  static boolean isPresent(String name) {
    return find(python, name) != 0;
  }

  /** A function of the interpreter. */
  static MethodHandle function(String name, String signature) {
    return at(address(name), signature);
  }

  /** A function of the interpreter that returns at once and never runs code of Python's. */
  static MethodHandle quick(String name, String signature) {
    return quickAt(address(name), signature);
  }

  static MethodHandle at(long address, String signature) {
    return LINKER.downcallHandle(MemorySegment.ofAddress(address), descriptor(signature));
  }

  static MethodHandle quickAt(long address, String signature) {
    return LINKER.downcallHandle(
        MemorySegment.ofAddress(address), descriptor(signature), Linker.Option.critical(false));
  }

  /** A function that returns a structure, which it writes to memory given as first argument. */
  static MethodHandle structure(String name, MemoryLayout result) {
    return LINKER.downcallHandle(
        MemorySegment.ofAddress(address(name)),
        FunctionDescriptor.of(result, ValueLayout.JAVA_LONG));
  }

  static MethodHandle system(String name, String signature) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor(signature));
  }

  /** The address at which C calls a static method, for ever; the method must never throw. */
  static long callback(
      MethodHandles.Lookup lookup, String method, MethodType type, String signature) {
    try {
      MethodHandle target = lookup.findStatic(lookup.lookupClass(), method, type);
      return LINKER.upcallStub(target, descriptor(signature), Arena.global()).address();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the method is right there", e);
    }
  }

  private static FunctionDescriptor descriptor(String signature) {
    MemoryLayout[] parameters =
        signature.substring(1).chars().mapToObj(Library::layout).toArray(MemoryLayout[]::new);
    return signature.charAt(0) == 'V'
        ? FunctionDescriptor.ofVoid(parameters)
        : FunctionDescriptor.of(layout(signature.charAt(0)), parameters);
  }

  private static MemoryLayout layout(int letter) {
    return switch (letter) {
      case 'I' -> ValueLayout.JAVA_INT;
      case 'L' -> ValueLayout.JAVA_LONG;
      case 'D' -> ValueLayout.JAVA_DOUBLE;
      default -> throw new IllegalArgumentException("no letter of a signature: " + (char) letter);
    };
  }
}
