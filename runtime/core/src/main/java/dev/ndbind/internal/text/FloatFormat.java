package dev.ndbind.internal.text;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The format that NumPy chooses for the floats of one array with its default options: at most 8
 * digits after the point, fewer where fewer are unique; with exponents if the largest number is
 * large, the smallest is small or they are far apart; padded so that points stand below each other.
 */
final class FloatFormat {
  private static final int PRECISION = 8;
  private static final double SMALL = 1e-4;
  private static final double MAX_RATIO = 1000;

  private final FloatType type;
  private final boolean hasPlus;
  private final boolean hasExponent;
  private final int padLeft;
  private final int padRight;
  private final int fractionDigits;
  private final int exponentDigits;

  /**
   * Finds the format.
   *
   * @param values all that will be printed
   * @param type their type
   * @param hasPlus whether positive numbers get a sign too, as imaginary parts do
   */
  FloatFormat(double[] values, FloatType type, boolean hasPlus) {
    this.type = type;
    this.hasPlus = hasPlus;
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    this.hasExponent = needsExponent(finite, type);
    List<Decimal> decimals = Arrays.stream(finite).mapToObj(this::decimal).toList();
    if (hasExponent) {
      this.fractionDigits = max(decimals, d -> d.digits().length() - 1);
      this.exponentDigits = max(decimals, d -> d.exponentText(2).length() - 1);
      this.padRight = exponentDigits + 2 + fractionDigits;
    } else {
      this.fractionDigits = max(decimals, d -> d.fraction().length());
      this.exponentDigits = 0;
      this.padRight = fractionDigits;
    }
    int left = 0;
    for (int i = 0; i < finite.length; i++) {
      int length = hasExponent ? 1 : decimals.get(i).whole().length();
      left = Math.max(left, sign(finite[i]).length() + length);
    }
    this.padLeft =
        finite.length == values.length ? left : Math.max(left, nonFiniteLength(values) - padRight);
  }

  private static boolean needsExponent(double[] finite, FloatType type) {
    double[] sizes = Arrays.stream(finite).map(Math::abs).filter(size -> size > 0).toArray();
    if (sizes.length == 0) {
      return false;
    }
    double max = Arrays.stream(sizes).max().orElseThrow();
    double min = Arrays.stream(sizes).min().orElseThrow();
    // NumPy compares in the array's own type, in which 0.0001 is another number
    return max >= Math.pow(10, Math.min(8, type.precision()))
        || min < type.round(SMALL)
        || type.round(max / min) > MAX_RATIO;
  }

  private static int max(List<Decimal> decimals, ToIntFunction<Decimal> length) {
    return decimals.stream().mapToInt(length).max().orElse(0);
  }

  /** The places that nan and inf need to the left of the point. */
  private int nonFiniteLength(double[] values) {
    boolean signed = hasPlus || Arrays.stream(values).anyMatch(v -> v == Double.NEGATIVE_INFINITY);
    return "inf".length() + (signed ? 1 : 0) - 1;
  }

  private Decimal decimal(double value) {
    double size = Math.abs(value);
    return hasExponent
        ? Dragon4.withDigits(size, type, PRECISION)
        : Dragon4.withFraction(size, type, PRECISION);
  }

  private String sign(double value) {
    if (Double.isNaN(value)) {
      return hasPlus ? "+" : "";
    }
    boolean isNegative = Double.doubleToRawLongBits(value) < 0;
    return isNegative ? "-" : hasPlus ? "+" : "";
  }

  /** The text of one of the values. */
  String format(double value) {
    if (!Double.isFinite(value)) {
      String text = sign(value) + (Double.isNaN(value) ? "nan" : "inf");
      return " ".repeat(Math.max(0, padLeft + padRight + 1 - text.length())) + text;
    }
    return hasExponent ? scientific(value) : positional(value);
  }

  private String positional(double value) {
    Decimal decimal = decimal(value);
    String fraction = decimal.fraction();
    String padding = " ".repeat(padRight - fraction.length());
    return left(sign(value) + decimal.whole()) + "." + fraction + padding;
  }

  private String scientific(double value) {
    Decimal decimal = Dragon4.exactly(Math.abs(value), type, fractionDigits);
    String digits = decimal.digits();
    String zeros = "0".repeat(fractionDigits + 1 - digits.length());
    String exponent = "e" + decimal.exponentText(exponentDigits);
    return left(sign(value) + digits.charAt(0)) + "." + digits.substring(1) + zeros + exponent;
  }

  private String left(String text) {
    return " ".repeat(Math.max(0, padLeft - text.length())) + text;
  }
}
