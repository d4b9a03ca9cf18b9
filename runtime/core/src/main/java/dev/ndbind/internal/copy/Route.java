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
import java.util.ArrayList;
import java.util.List;

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
      case BOOL -> ints(UINT8, 4, IntegerLoops::boolToUint8);
      case UINT8 -> ints(INT16, 4, IntegerLoops::uint8ToInt16);
      case INT8 -> ints(INT16, 4, IntegerLoops::int8ToInt16);
      case INT16, UINT16 -> from16Bits(at);
      case INT32, UINT32 -> from32Bits(at);
      default -> from64Bits(at);
    };
  }

  private DType from16Bits(DType at) {
    if (to.isInteger() && to.itemsize() < Short.BYTES) {
      return longs(INT8, 4, IntegerLoops::int16ToInt8);
    }
    boolean isSmall = from == UINT8 || from == BOOL;
    if (isSmall && isFloat32OrNarrower()) {
      return shorts(FLOAT32, Casts::smallInt16ToFloat32);
    }
    return at == INT16
        ? ints(INT32, 2, IntegerLoops::int16ToInt32)
        : ints(INT32, 2, IntegerLoops::uint16ToInt32);
  }

  private DType from32Bits(DType at) {
    if (to == BOOL) {
      return ints(BOOL, 1, IntegerLoops::int32ToBool);
    }
    if (to.isInteger() && to.itemsize() < Integer.BYTES) {
      return longs(INT16, 2, IntegerLoops::int32ToInt16);
    }
    if (at != INT32) {
      return ints(INT64, 1, IntegerLoops::uint32ToInt64);
    }
    if (to.isInteger()) {
      return ints(INT64, 1, IntegerLoops::int32ToInt64);
    }
    return isFloat32OrNarrower() && !mayRoundTwice()
        ? ints(FLOAT32, 1, Casts::int32ToFloat32)
        : ints(FLOAT64, 1, Casts::int32ToFloat64);
  }

  private DType from64Bits(DType at) {
    boolean isSigned = at == INT64;
    if (to == BOOL) {
      return longs(BOOL, 1, IntegerLoops::int64ToBool);
    }
    if (to.isInteger()) {
      return longs(INT32, 1, IntegerLoops::int64ToInt32);
    }
    if (mayRoundTwice()) {
      return longs(FLOAT64, 1, isSigned ? Casts::int64ToOddFloat64 : Casts::uint64ToOddFloat64);
    }
    return isFloat32OrNarrower()
        ? longs(FLOAT32, 1, isSigned ? Casts::int64ToFloat32 : Casts::uint64ToFloat32)
        : longs(FLOAT64, 1, isSigned ? Casts::int64ToFloat64 : Casts::uint64ToFloat64);
  }

  private DType fromFloat(DType at) {
    return switch (at) {
      case FLOAT16 -> shorts(FLOAT32, FloatLoops::float16ToFloat32);
      case BFLOAT16 -> ints(FLOAT32, 2, FloatLoops::bfloat16ToFloat32);
      case FLOAT32 -> fromFloat32();
      case FLOAT64 -> fromFloat64();
      case COMPLEX64 -> longs(BOOL, 1, FloatLoops::complex64ToBool);
      default -> doubles(BOOL, 2, FloatLoops::complex128ToBool);
    };
  }

  private DType fromFloat32() {
    return switch (to) {
      case BOOL -> floats(BOOL, FloatLoops::float32ToBool);
      case FLOAT16 -> floats(FLOAT16, FloatLoops::float32ToFloat16);
      case BFLOAT16 -> longs(BFLOAT16, 2, FloatLoops::float32ToBfloat16);
      case COMPLEX64 -> floats(COMPLEX64, FloatLoops::float32ToComplex64);
      case INT8, UINT8, INT16, UINT16, INT32 -> floats(INT32, Casts::float32ToInt32);
      default -> floats(FLOAT64, FloatLoops::float32ToFloat64);
    };
  }

  private DType fromFloat64() {
    return switch (to) {
      case BOOL -> doubles(BOOL, 1, FloatLoops::float64ToBool);
      case FLOAT16, BFLOAT16 -> doubles(FLOAT32, 1, FloatLoops::float64ToOddFloat32);
      case FLOAT32, COMPLEX64 -> doubles(FLOAT32, 1, FloatLoops::float64ToFloat32);
      case COMPLEX128 -> doubles(COMPLEX128, 1, FloatLoops::float64ToComplex128);
      case INT64, UINT32 -> doubles(INT64, 1, Casts::float64ToInt64);
      case UINT64 -> doubles(UINT64, 1, Casts::float64ToUint64);
      default -> doubles(INT32, 1, Casts::float64ToInt32);
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

  private DType shorts(DType next, Pass.Loop<short[]> loop) {
    passes.add(Pass.ofShorts(capacity, loop));
    return next;
  }

  private DType ints(DType next, int elementsPerInt, Pass.Loop<int[]> loop) {
    passes.add(Pass.ofInts(capacity, elementsPerInt, loop));
    return next;
  }

  private DType longs(DType next, int elementsPerLong, Pass.Loop<long[]> loop) {
    passes.add(Pass.ofLongs(capacity, elementsPerLong, loop));
    return next;
  }

  private DType floats(DType next, Pass.Loop<float[]> loop) {
    passes.add(Pass.ofFloats(capacity, loop));
    return next;
  }

  private DType doubles(DType next, int doublesPerElement, Pass.Loop<double[]> loop) {
    passes.add(Pass.ofDoubles(capacity, doublesPerElement, loop));
    return next;
  }
}
