package dev.ndbind;

import dev.ndbind.annotation.DType;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Elements of all dtypes from their bytes by the textbook, and the typed accessors by name. */
final class Elements {
  private Elements() {}

  static Class<?> arrayClass(DType dtype) {
    return zeros(dtype, 1).getClass();
  }

  static NumpyArray zeros(DType dtype, long... shape) {
    return ArrayFactory.make(dtype, NumpyArray.Memory.zeros(dtype, shape));
  }

  /** Random bytes that every dtype reads: no NaNs, whose bits Java need not keep. */
  static byte[] random(DType dtype, long count, Random random) {
    byte[] bytes = new byte[Math.toIntExact(count * dtype.itemsize())];
    random.nextBytes(bytes);
    if (dtype == DType.BOOL) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] &= 1;
      }
    }
    if (dtype.isFloating() || dtype.isComplex()) {
      int part = dtype.alignment();
      int high = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? part - 1 : 0;
      for (int i = high; i < bytes.length; i += part) {
        bytes[i] &= (byte) 0xBF; // the exponent's highest bit: all are finite
      }
    }
    return bytes;
  }

  static NumpyArray of(DType dtype, byte[] bytes, long... shape) {
    NumpyArray array = zeros(dtype, shape);
    array.segment().copyFrom(MemorySegment.ofArray(bytes));
    return array;
  }

  /** What get returns for one element; real and imaginary part of a complex one. */
  static List<Object> decode(DType dtype, byte[] bytes, int element) {
    ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    int at = element * dtype.itemsize();
    return switch (dtype) {
      case BOOL -> List.of(data.get(at) != 0);
      case INT8 -> List.of(data.get(at));
      case INT16 -> List.of(data.getShort(at));
      case INT32 -> List.of(data.getInt(at));
      case INT64, UINT64 -> List.of(data.getLong(at));
      case UINT8 -> List.of(data.get(at) & 0xFF);
      case UINT16 -> List.of(data.getShort(at) & 0xFFFF);
      case UINT32 -> List.of(data.getInt(at) & 0xFFFF_FFFFL);
      case FLOAT16 -> List.of(half(data.getShort(at)));
      case BFLOAT16 -> List.of(Float.intBitsToFloat(data.getShort(at) << 16));
      case FLOAT32 -> List.of(data.getFloat(at));
      case FLOAT64 -> List.of(data.getDouble(at));
      case COMPLEX64 -> List.of(data.getFloat(at), data.getFloat(at + 4));
      case COMPLEX128 -> List.of(data.getDouble(at), data.getDouble(at + 8));
      default -> throw new AssertionError(dtype);
    };
  }

  /** A finite binary16: sign, 5 bits of exponent, 10 of fraction. */
  static float half(short bits) {
    int exponent = bits >> 10 & 0x1F;
    int fraction = bits & 0x3FF;
    float size =
        exponent == 0
            ? Math.scalb((float) fraction, -24)
            : Math.scalb(1024f + fraction, exponent - 25);
    return bits < 0 ? -size : size;
  }

  /** How indices are handed over. */
  enum Indices {
    INT,
    LONG,
    VARARGS
  }

  static List<Object> get(NumpyArray array, Indices kind, long... index) {
    if (array.dtype().isComplex()) {
      return List.of(invoke(array, "getReal", kind, index), invoke(array, "getImag", kind, index));
    }
    return List.of(invoke(array, "get", kind, index));
  }

  static void set(NumpyArray array, List<Object> value, Indices kind, long... index) {
    invoke(array, "set", kind, index, value.toArray());
  }

  private static Object invoke(
      NumpyArray array, String name, Indices kind, long[] index, Object... value) {
    List<Class<?>> types = new ArrayList<>();
    List<Object> arguments = new ArrayList<>();
    if (kind == Indices.VARARGS || index.length > 4) {
      types.add(long[].class);
      arguments.add(index);
    } else {
      for (long i : index) {
        types.add(kind == Indices.INT ? int.class : long.class);
        arguments.add(kind == Indices.INT ? (Object) (int) i : (Object) i);
      }
    }
    for (Object part : value) {
      types.add(MethodType.methodType(part.getClass()).unwrap().returnType());
      arguments.add(part);
    }
    try {
      Method method = array.getClass().getMethod(name, types.toArray(Class<?>[]::new));
      Object result = method.invoke(array, arguments.toArray());
      return result == null ? "void" : result;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new AssertionError(e);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name + types + " of " + Arrays.toString(index), e);
    }
  }
}
