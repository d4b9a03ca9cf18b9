package dev.ndbind.numpy.internal.cpython;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;

/**
 * Calls functions of C. These methods are inlined into their callers, where the handle is a
 * constant.
 */
final class Invoke {
  private Invoke() {}

  /** Functions of C throw nothing; the virtual machine may. */
  static Error unexpected(Throwable e) {
    return e instanceof Error error ? error : new AssertionError("C throws no exceptions", e);
  }

  static void toVoid(MethodHandle function) {
    try {
      function.invokeExact();
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static void toVoid(MethodHandle function, long a) {
    try {
      function.invokeExact(a);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static void toVoid(MethodHandle function, int a) {
    try {
      function.invokeExact(a);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static void toVoid(MethodHandle function, long a, long b, long c) {
    try {
      function.invokeExact(a, b, c);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static int toInt(MethodHandle function) {
    try {
      return (int) function.invokeExact();
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static int toInt(MethodHandle function, long a) {
    try {
      return (int) function.invokeExact(a);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static int toInt(MethodHandle function, long a, long b) {
    try {
      return (int) function.invokeExact(a, b);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static int toInt(MethodHandle function, long a, long b, long c) {
    try {
      return (int) function.invokeExact(a, b, c);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static int toInt(MethodHandle function, long a, long b, long c, long d) {
    try {
      return (int) function.invokeExact(a, b, c, d);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static double toDouble(MethodHandle function, long a) {
    try {
      return (double) function.invokeExact(a);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static long toLong(MethodHandle function) {
    try {
      return (long) function.invokeExact();
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static long toLong(MethodHandle function, int a) {
    try {
      return (long) function.invokeExact(a);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static long toLong(MethodHandle function, double a) {
    try {
      return (long) function.invokeExact(a);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static long toLong(MethodHandle function, long a) {
    try {
      return (long) function.invokeExact(a);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static long toLong(MethodHandle function, long a, int b) {
    try {
      return (long) function.invokeExact(a, b);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static long toLong(MethodHandle function, long a, long b) {
    try {
      return (long) function.invokeExact(a, b);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static long toLong(MethodHandle function, long a, long b, int c) {
    try {
      return (long) function.invokeExact(a, b, c);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static long toLong(MethodHandle function, long a, long b, long c) {
    try {
      return (long) function.invokeExact(a, b, c);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static long toLong(MethodHandle function, long a, long b, long c, long d) {
    try {
      return (long) function.invokeExact(a, b, c, d);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static long toLong(MethodHandle function, long a, long b, long c, long d, long e) {
    try {
      return (long) function.invokeExact(a, b, c, d, e);
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  static long toLong(
      MethodHandle function, long a, long b, int c, long d, long e, long f, int g, long h) {
    try {
      return (long) function.invokeExact(a, b, c, d, e, f, g, h);
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  static MemorySegment toStructure(MethodHandle function, SegmentAllocator memory, long a) {
    try {
      return (MemorySegment) function.invokeExact(memory, a);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }
}
