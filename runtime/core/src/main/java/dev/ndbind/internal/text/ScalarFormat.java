package dev.ndbind.internal.text;

import dev.ndbind.annotation.DType;

/** A single element as NumPy's {@code str} shows a scalar: all its digits, nothing rounded. */
final class ScalarFormat {
  private static final double SMALL = 1e-4;
  private static final long[] INDEX = {};

  private ScalarFormat() {}

  /** The text of the only element of an array of rank 0. */
  static String format(DType dtype, ArrayElements elements) {
    if (dtype == DType.BOOL) {
      return elements.integer(INDEX) != 0 ? "True" : "False";
    }
    if (dtype.isInteger()) {
      long value = elements.integer(INDEX);
      return dtype.isUnsigned() ? Long.toUnsignedString(value) : Long.toString(value);
    }
    FloatType type = FloatType.of(dtype);
    double real = elements.real(INDEX);
    return dtype.isComplex()
        ? complex(real, elements.imaginary(INDEX), type)
        : format(real, type, ".0");
  }

  private static String complex(double real, double imaginary, FloatType type) {
    String imaginaryText = format(imaginary, type, "") + "j";
    if (Double.doubleToRawLongBits(real) == 0) {
      return imaginaryText;
    }
    String plus = imaginaryText.startsWith("-") ? "" : "+";
    return "(" + format(real, type, "") + plus + imaginaryText + ")";
  }

  private static String format(double value, FloatType type, String wholeSuffix) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
    double size = Math.abs(value);
    if (Double.isInfinite(size)) {
      return sign + "inf";
    }
    Decimal decimal = Dragon4.shortest(size, type);
    if (size == 0 || (size >= SMALL && size < type.scalarCutoff())) {
      String fraction = decimal.fraction();
      return sign + decimal.whole() + (fraction.isEmpty() ? wholeSuffix : "." + fraction);
    }
    String digits = decimal.digits();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return sign + digits.charAt(0) + fraction + "e" + decimal.exponentText(2);
  }
}
