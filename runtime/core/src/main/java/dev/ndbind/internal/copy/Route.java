package dev.ndbind.internal.copy;

import static dev.ndbind.annotation.DType.BFLOAT16;
import static dev.ndbind.annotation.DType.BOOL;
import static dev.ndbind.annotation.DType.COMPLEX128;
import static dev.ndbind.annotation.DType.COMPLEX64;
import static dev.ndbind.annotation.DType.FLOAT16;
import static dev.ndbind.annotation.DType.FLOAT32;
import static dev.ndbind.annotation.DType.FLOAT64;
import static dev.ndbind.annotation.DType.INT16;
import static dev.ndbind.annotation.DType.INT32;
import static dev.ndbind.annotation.DType.INT64;
import static dev.ndbind.annotation.DType.INT8;
import static dev.ndbind.annotation.DType.UINT64;
import static dev.ndbind.annotation.DType.UINT8;

import dev.ndbind.annotation.DType;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The passes that lead from one dtype to another: to wider types one size at a time, across between
 * integers and floats, and to narrower types. All but the last are exact, or round to odd; {@link
 * Casts} has the rules.
 */
final class Route {
  private final DType from;
  private final DType to;
  private final int capacity;
  private final List<Pass<?>> passes = new ArrayList<>();

  private Route(DType from, DType to, int capacity) {
    this.from = from;
    this.to = to;
    this.capacity = capacity;
  }

  /**
   * Finds the way.
   *
   * @param from the type read; a complex one goes to bool only
   * @param to the type written, complex ones included
   * @param capacity most elements in a block
   * @return the passes in order, none between types that differ by the reading of their bits only
   */
  static List<Pass<?>> between(DType from, DType to, int capacity) {
    Route route = new Route(from, to, capacity);
    for (DType at = from; !hasSameBits(at, to); ) {
      at = at.isFloating() || at.isComplex() ? route.fromFloat(at) : route.fromInteger(at);
    }
    return route.passes;
  }

  /** Integers of one size differ by their reading only: casts wrap around, as in C. */
  static boolean hasSameBits(DType a, DType b) {
    return a == b || (a.isInteger() && b.isInteger() && a.itemsize() == b.itemsize());
  }

  private DType fromInteger(DType at) {
    return switch (at) {
      case BOOL -> writing(at, UINT8, 4, int[]::new, IntegerLoops::boolToUint8);
      case UINT8 -> fromUint8();
      case INT8 -> writing(at, INT16, 4, int[]::new, IntegerLoops::int8ToInt16);
      case INT16, UINT16 -> from16Bits(at);
      case INT32, UINT32 -> from32Bits(at);
      default -> from64Bits(at);
    };
  }

  private DType fromUint8() {
    if (isFloat32OrNarrower()) {
      writing(UINT8, FLOAT16, 4, int[]::new, IntegerLoops::uint8ToShiftedFloat16);
      return writing(FLOAT16, FLOAT32, 1, short[]::new, Casts::shiftedFloat16ToFloat32);
    }
    return writing(UINT8, INT16, 4, int[]::new, IntegerLoops::uint8ToInt16);
  }

  private DType from16Bits(DType at) {
    if (to.isInteger() && to.itemsize() < Short.BYTES) {
      return reading(at, INT8, 4, int[]::new, IntegerLoops::int16ToInt8);
    }
    return at == INT16
        ? writing(at, INT32, 2, int[]::new, IntegerLoops::int16ToInt32)
        : writing(at, INT32, 2, int[]::new, IntegerLoops::uint16ToInt32);
  }

  private DType from32Bits(DType at) {
    if (to == BOOL) {
      return writing(at, BOOL, 1, int[]::new, IntegerLoops::int32ToBool);
    }
    if (to.isInteger() && to.itemsize() < Integer.BYTES) {
      return reading(at, INT16, 2, int[]::new, IntegerLoops::int32ToInt16);
    }
    if (at != INT32) {
      return writing(at, INT64, 1, int[]::new, IntegerLoops::uint32ToInt64);
    }
    if (to.isInteger()) {
      return writing(at, INT64, 1, int[]::new, IntegerLoops::int32ToInt64);
    }
    return isFloat32OrNarrower() && !mayRoundTwice()
        ? writing(at, FLOAT32, 1, int[]::new, Casts::int32ToFloat32)
        : writing(at, FLOAT64, 1, int[]::new, Casts::int32ToFloat64);
  }

  private DType from64Bits(DType at) {
    if (to == BOOL) {
      return writing(at, BOOL, 1, long[]::new, IntegerLoops::int64ToBool);
    }
    if (to.isInteger()) {
      return reading(at, INT32, 1, int[]::new, IntegerLoops::int64ToInt32);
    }
    return at == INT64 ? fromInt64() : fromUint64();
  }

  private DType fromInt64() {
    if (mayRoundTwice()) {
      return writing(INT64, FLOAT64, 1, long[]::new, Casts::int64ToOddFloat64);
    }
    return isFloat32OrNarrower()
        ? writing(INT64, FLOAT32, 1, long[]::new, Casts::int64ToFloat32)
        : writing(INT64, FLOAT64, 1, long[]::new, Casts::int64ToFloat64);
  }

  private DType fromUint64() {
    if (mayRoundTwice()) {
      return writing(UINT64, FLOAT64, 1, long[]::new, Casts::uint64ToOddFloat64);
    }
    return isFloat32OrNarrower()
        ? writing(UINT64, FLOAT32, 1, long[]::new, Casts::uint64ToFloat32)
        : writing(UINT64, FLOAT64, 1, long[]::new, Casts::uint64ToFloat64);
  }

  private DType fromFloat(DType at) {
    return switch (at) {
      case FLOAT16 -> writing(at, FLOAT32, 1, short[]::new, FloatLoops::float16ToFloat32);
      case BFLOAT16 -> writing(at, FLOAT32, 2, int[]::new, FloatLoops::bfloat16ToFloat32);
      case FLOAT32 -> fromFloat32();
      case FLOAT64 -> fromFloat64();
      case COMPLEX64 -> writing(at, BOOL, 1, long[]::new, FloatLoops::complex64ToBool);
      default -> reading(at, BOOL, 1, byte[]::new, FloatLoops::complex128ToBool);
    };
  }

  private DType fromFloat32() {
    DType at = FLOAT32;
    return switch (to) {
      case BOOL -> writing(at, BOOL, 1, float[]::new, FloatLoops::float32ToBool);
      case FLOAT16 -> reading(at, FLOAT16, 1, short[]::new, FloatLoops::float32ToFloat16);
      case BFLOAT16 -> {
        reading(at, at, 1, int[]::new, FloatLoops::float32ToUpperBfloat16);
        yield writing(at, BFLOAT16, 2, long[]::new, FloatLoops::upperToBfloat16);
      }
      case COMPLEX64 -> writing(at, to, 1, float[]::new, FloatLoops::float32ToComplex64);
      case INT8, UINT8, INT16, UINT16, INT32 ->
          reading(at, INT32, 1, int[]::new, Casts::float32ToInt32);
      default -> writing(at, FLOAT64, 1, float[]::new, FloatLoops::float32ToFloat64);
    };
  }

  private DType fromFloat64() {
    DType at = FLOAT64;
    return switch (to) {
      case BOOL -> writing(at, BOOL, 1, double[]::new, FloatLoops::float64ToBool);
      case FLOAT16, BFLOAT16 ->
          writing(at, FLOAT32, 1, double[]::new, FloatLoops::float64ToOddFloat32);
      case FLOAT32, COMPLEX64 ->
          reading(at, FLOAT32, 1, float[]::new, FloatLoops::float64ToFloat32);
      case COMPLEX128 -> writing(at, to, 1, double[]::new, FloatLoops::float64ToComplex128);
      case INT64, UINT32 -> reading(at, INT64, 1, long[]::new, Casts::float64ToInt64);
      case UINT64 -> writing(at, UINT64, 1, double[]::new, Casts::float64ToUint64);
      default -> reading(at, INT32, 1, int[]::new, Casts::float64ToInt32);
    };
  }

  private boolean isFloat32OrNarrower() {
    return to != FLOAT64 && to != COMPLEX128 && !to.isInteger() && to != BOOL;
  }

  /**
   * Whether an integer can be inexact as a float32 and as a bfloat16. One that is inexact as a
   * float32 is beyond float16, however it is rounded.
   */
  private boolean mayRoundTwice() {
    return to == BFLOAT16 && from.itemsize() > Short.BYTES;
  }

  /** Adds a pass whose loop reads native memory: of those to narrower types, which copy less. */
  private <A> DType reading(
      DType at, DType next, int elementsPerItem, IntFunction<A> maker, Pass.Loop<A> loop) {
    return add(true, at, next, elementsPerItem, maker, loop);
  }

  /** Adds a pass whose loop writes native memory. */
  private <A> DType writing(
      DType at, DType next, int elementsPerItem, IntFunction<A> maker, Pass.Loop<A> loop) {
    return add(false, at, next, elementsPerItem, maker, loop);
  }

  private <A> DType add(
      boolean reads, DType at, DType next, int perItem, IntFunction<A> maker, Pass.Loop<A> loop) {
    A array = maker.apply(Math.ceilDiv(capacity, perItem));
    passes.add(new Pass<>(array, bytes(array), reads, perItem, at.itemsize(), loop));
    return next;
  }

  private static MemorySegment bytes(Object array) {
    return switch (array) {
      case byte[] bytes -> MemorySegment.ofArray(bytes);
      case short[] shorts -> MemorySegment.ofArray(shorts);
      case int[] ints -> MemorySegment.ofArray(ints);
      case long[] longs -> MemorySegment.ofArray(longs);
      case float[] floats -> MemorySegment.ofArray(floats);
      case double[] doubles -> MemorySegment.ofArray(doubles);
      default -> throw new IllegalArgumentException("no array of numbers: " + array);
    };
  }
}
