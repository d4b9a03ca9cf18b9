package dev.ndbind.internal.text;

import java.math.BigInteger;

/**
 * The digits of a binary floating-point number: as few as tell it apart from its neighbours in its
 * own type, or rounded earlier where a limit is set.
 *
 * <p>After R. G. Burger and R. K. Dybvig, "Printing floating-point numbers quickly and accurately",
 * PLDI 1996, with cut-offs as NumPy has added them. {@code Double.toString} will not do: it gives
 * no 16-bit floats, no limits, and never a single digit.
 *
 * <p>Value and distances to the midpoints of the neighbours are integers over one denominator.
 */
final class Dragon4 {
  private final boolean isEven;
  private final int firstPosition;
  private BigInteger value;
  private BigInteger marginLow;
  private BigInteger marginHigh;
  private BigInteger one;

  private Dragon4(double positive, FloatType type) {
    int exponent = type.lastBitExponent(positive);
    BigInteger significand = BigInteger.valueOf((long) Math.scalb(positive, -exponent));
    this.isEven = !significand.testBit(0);
    // in quarters of the last bit, so that the midpoint below a power of two is whole as well
    this.value = significand.shiftLeft(2 + Math.max(exponent, 0));
    this.one = BigInteger.ONE.shiftLeft(2 + Math.max(-exponent, 0));
    this.marginHigh = BigInteger.TWO.shiftLeft(Math.max(exponent, 0));
    this.marginLow = type.hasNearerNeighborBelow(positive) ? marginHigh.shiftRight(1) : marginHigh;
    this.firstPosition = scaleToFirstDigit((int) Math.floor(Math.log10(positive)));
  }

  /** The shortest digits that are read back as the same value. */
  static Decimal shortest(double positive, FloatType type) {
    return of(positive, type, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** The shortest digits, but none below {@code 10^-max}. */
  static Decimal withFraction(double positive, FloatType type, int max) {
    return of(positive, type, -max, Integer.MAX_VALUE);
  }

  /** The shortest digits, but no more than {@code max} after the first. */
  static Decimal withDigits(double positive, FloatType type, int max) {
    return positive == 0 ? Decimal.ZERO : new Dragon4(positive, type).digitsAfterFirst(max, false);
  }

  /** The digits of the exact value, {@code count} after the first. */
  static Decimal exactly(double positive, FloatType type, int count) {
    return positive == 0 ? Decimal.ZERO : new Dragon4(positive, type).digitsAfterFirst(count, true);
  }

  private static Decimal of(double positive, FloatType type, int last, int mayEndFrom) {
    return positive == 0 ? Decimal.ZERO : new Dragon4(positive, type).generate(last, mayEndFrom);
  }

  private Decimal digitsAfterFirst(int count, boolean all) {
    int last = firstPosition - count;
    return generate(last, all ? last : Integer.MAX_VALUE);
  }

  /** Corrects the estimate of the first digit's exponent and makes that digit value / one. */
  private int scaleToFirstDigit(int estimate) {
    int position = estimate;
    scale(position);
    if (value.compareTo(one) < 0) {
      position--;
      timesTen();
    } else if (value.compareTo(one.multiply(BigInteger.TEN)) >= 0) {
      position++;
      one = one.multiply(BigInteger.TEN);
    }
    return position;
  }

  private void scale(int position) {
    BigInteger power = BigInteger.TEN.pow(Math.abs(position));
    if (position >= 0) {
      one = one.multiply(power);
    } else {
      value = value.multiply(power);
      marginLow = marginLow.multiply(power);
      marginHigh = marginHigh.multiply(power);
    }
  }

  private void timesTen() {
    value = value.multiply(BigInteger.TEN);
    marginLow = marginLow.multiply(BigInteger.TEN);
    marginHigh = marginHigh.multiply(BigInteger.TEN);
  }

  /**
   * Generates digits downwards.
   *
   * @param last position of the last digit at the latest
   * @param mayEndFrom highest position at which the digits may end because they are unique
   */
  private Decimal generate(int last, int mayEndFrom) {
    StringBuilder digits = new StringBuilder();
    for (int position = firstPosition; ; position--) {
      BigInteger[] quotient = value.divideAndRemainder(one);
      digits.append((char) ('0' + quotient[0].intValue()));
      value = quotient[1];
      boolean low = isWithin(value.compareTo(marginLow));
      boolean high = isWithin(one.compareTo(value.add(marginHigh)));
      if (((low || high) && position <= mayEndFrom) || position <= last) {
        return finish(digits, low == high ? isNearerAbove(digits) : high);
      }
      timesTen();
    }
  }

  /** A bound itself is read back as this value if ties go to it, that is, if it is even. */
  private boolean isWithin(int comparison) {
    return isEven ? comparison <= 0 : comparison < 0;
  }

  private boolean isNearerAbove(CharSequence digits) {
    int comparison = value.shiftLeft(1).compareTo(one);
    boolean isLastOdd = (digits.charAt(digits.length() - 1) & 1) == 1;
    return comparison > 0 || (comparison == 0 && isLastOdd);
  }

  private Decimal finish(StringBuilder digits, boolean up) {
    int exponent = firstPosition;
    int end = digits.length();
    if (up) {
      while (end > 0 && digits.charAt(end - 1) == '9') {
        end--;
      }
      if (end == 0) {
        return new Decimal("1", exponent + 1);
      }
      digits.setCharAt(end - 1, (char) (digits.charAt(end - 1) + 1));
    } else {
      while (end > 1 && digits.charAt(end - 1) == '0') {
        end--;
      }
    }
    return new Decimal(digits.substring(0, end), exponent);
  }
}
