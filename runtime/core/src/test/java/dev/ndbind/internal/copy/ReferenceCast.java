package dev.ndbind.internal.copy;

import dev.ndbind.annotation.DType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Casts one element with exact arithmetic and by other means than the code under test: numbers are
 * {@link BigDecimal}s, rounding is done on them, and bits are put together by hand. NaN, the
 * infinities and negative zero are {@link Double}s.
 */
final class ReferenceCast {
  private static final Map<Integer, BigDecimal> POWERS = new ConcurrentHashMap<>();

  private ReferenceCast() {}

  /** Casts the bytes of an element in native order. */
  static byte[] cast(byte[] element, DType from, DType to) {
    if (from == to) {
      return element.clone();
    }
    ByteBuffer in = ByteBuffer.wrap(element).order(ByteOrder.nativeOrder());
    ByteBuffer out = ByteBuffer.allocate(to.itemsize()).order(ByteOrder.nativeOrder());
    Object real = read(in, from.isComplex() ? part(from) : from);
    Object imaginary = from.isComplex() ? read(in, part(from)) : BigDecimal.ZERO;
    if (to.isInteger() && !from.isFloating() && !from.isComplex()) {
      putLowBits(out, ((BigDecimal) real).toBigInteger());
    } else if (to.isComplex()) {
      write(out, part(to), real);
      write(out, part(to), imaginary);
    } else if (to == DType.BOOL) {
      out.put((byte) (isZero(real) && isZero(imaginary) ? 0 : 1));
    } else {
      write(out, to, real);
    }
    return out.array();
  }

  private static DType part(DType complex) {
    return complex == DType.COMPLEX64 ? DType.FLOAT32 : DType.FLOAT64;
  }

  private static boolean isZero(Object number) {
    return number instanceof BigDecimal decimal
        ? decimal.signum() == 0
        : ((Double) number).doubleValue() == 0;
  }

  private static Object read(ByteBuffer in, DType type) {
    return switch (type) {
      case BOOL -> in.get() == 0 ? BigDecimal.ZERO : BigDecimal.ONE;
      case INT8 -> BigDecimal.valueOf(in.get());
      case INT16 -> BigDecimal.valueOf(in.getShort());
      case INT32 -> BigDecimal.valueOf(in.getInt());
      case INT64 -> BigDecimal.valueOf(in.getLong());
      case UINT8 -> BigDecimal.valueOf(in.get() & 0xFF);
      case UINT16 -> BigDecimal.valueOf(in.getShort() & 0xFFFF);
      case UINT32 -> BigDecimal.valueOf(Integer.toUnsignedLong(in.getInt()));
      case UINT64 -> new BigDecimal(Long.toUnsignedString(in.getLong()));
      case FLOAT16 -> number(in.getShort(), 11, 5);
      case BFLOAT16 -> number(in.getShort(), 8, 8);
      case FLOAT32 -> number(in.getInt(), 24, 8);
      case FLOAT64 -> number(in.getLong(), 53, 11);
      default -> throw new AssertionError(type);
    };
  }

  /** The number that the bits of a float mean. */
  private static Object number(long bits, int precision, int exponentBits) {
    long significand = bits & ((1L << (precision - 1)) - 1);
    int exponent = (int) (bits >>> (precision - 1)) & ((1 << exponentBits) - 1);
    boolean negative = ((bits >>> (precision - 1 + exponentBits)) & 1) == 1;
    if (exponent == (1 << exponentBits) - 1) {
      double infinity = negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      return significand == 0 ? infinity : Double.NaN;
    }
    if (exponent > 0) {
      significand |= 1L << (precision - 1);
    }
    if (significand == 0 && negative) {
      return -0.0;
    }
    int last = Math.max(exponent, 1) - (1 << (exponentBits - 1)) + 2 - precision;
    BigDecimal value = BigDecimal.valueOf(significand).multiply(power(last));
    return negative ? value.negate() : value;
  }

  private static BigDecimal power(int exponent) {
    return POWERS.computeIfAbsent(exponent, ReferenceCast::computePower);
  }

  private static BigDecimal computePower(int exponent) {
    BigDecimal power = new BigDecimal(BigInteger.ONE.shiftLeft(Math.abs(exponent)));
    return exponent >= 0 ? power : BigDecimal.ONE.divide(power);
  }

  private static void write(ByteBuffer out, DType type, Object number) {
    switch (type) {
      case FLOAT16 -> out.putShort((short) bits(number, 11, 5));
      case BFLOAT16 -> out.putShort((short) bits(number, 8, 8));
      case FLOAT32 -> out.putInt((int) bits(number, 24, 8));
      case FLOAT64 -> out.putLong(bits(number, 53, 11));
      default -> putLowBits(out, integer(number, type));
    }
  }

  private static void putLowBits(ByteBuffer out, BigInteger integer) {
    switch (out.capacity()) {
      case 1 -> out.put(integer.byteValue());
      case 2 -> out.putShort(integer.shortValue());
      case 4 -> out.putInt(integer.intValue());
      default -> out.putLong(integer.longValue());
    }
  }

  /** The bits of the nearest float, ties to even. */
  private static long bits(Object number, int precision, int exponentBits) {
    long sign = 1L << (precision - 1 + exponentBits);
    long infinity = ((1L << exponentBits) - 1) << (precision - 1);
    if (number instanceof Double special) {
      if (special.isNaN()) {
        return infinity | (1L << (precision - 2));
      }
      return (special == 0 ? 0 : infinity) | (Double.doubleToRawLongBits(special) < 0 ? sign : 0);
    }
    BigDecimal value = (BigDecimal) number;
    if (value.signum() == 0) {
      return 0;
    }
    BigDecimal size = value.abs();
    int least = 3 - (1 << (exponentBits - 1)) - precision;
    int decimalExponent = size.precision() - size.scale() - 1;
    int tooSmall = (int) Math.floor(decimalExponent * 3.32) - precision - 8;
    int last = Math.max(least, tooSmall);
    while (size.compareTo(power(last + precision)) >= 0) {
      last++;
    }
    long significand =
        size.multiply(power(-last)).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    // a significand rounded up to the next power of two carries into the exponent
    long magnitude = Math.min(infinity, ((long) (last - least) << (precision - 1)) + significand);
    return magnitude | (value.signum() < 0 ? sign : 0);
  }

  /** Whole numbers as they are; of others, what fits the register that x86-64 would use. */
  private static BigInteger integer(Object number, DType type) {
    boolean wide = type == DType.UINT32 || type.itemsize() == 8;
    BigInteger limit = BigInteger.ONE.shiftLeft(wide ? 63 : 31);
    if (number instanceof Double special) {
      boolean wraps = type == DType.UINT64 && special == Double.POSITIVE_INFINITY;
      return special == 0 || wraps ? BigInteger.ZERO : limit.negate();
    }
    BigInteger whole = ((BigDecimal) number).toBigInteger();
    boolean upperHalf = type == DType.UINT64 && whole.compareTo(limit) >= 0;
    BigInteger reduced = upperHalf ? whole.subtract(limit) : whole;
    boolean fits = reduced.compareTo(limit) < 0 && reduced.compareTo(limit.negate()) >= 0;
    return fits ? whole : upperHalf ? BigInteger.ZERO : limit.negate();
  }
}
