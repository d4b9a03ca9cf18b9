package dev.ndbind.internal.text;

import dev.ndbind.annotation.DType;

/** Formats elements to a common width, which is found from those that will be printed. */
interface ElementFormat {
  /**
   * The text of one element.
   *
   * @param index one for each axis
   * @return padded to the width that all printed elements share
   */
  String format(long[] index);

  /**
   * The format of an array.
   *
   * @param dtype of the elements
   * @param elements to read from
   * @param printed the indices of the elements that determine the width
   * @return a format for any of them
   */
  static ElementFormat of(DType dtype, ArrayElements elements, PrintedIndices printed) {
    if (dtype == DType.BOOL) {
      String truth = printed.rank() == 0 ? "True" : " True"; // as wide as False
      return index -> elements.integer(index) != 0 ? truth : "False";
    }
    if (dtype.isInteger()) {
      return integers(dtype, elements, printed);
    }
    FloatType type = FloatType.of(dtype);
    FloatFormat real = new FloatFormat(printed.values(elements::real), type, false);
    if (dtype.isFloating()) {
      return index -> real.format(elements.real(index));
    }
    FloatFormat imaginary = new FloatFormat(printed.values(elements::imaginary), type, true);
    return index -> {
      String imaginaryText = imaginary.format(elements.imaginary(index));
      String digits = imaginaryText.stripTrailing();
      String padding = imaginaryText.substring(digits.length());
      return real.format(elements.real(index)) + digits + "j" + padding;
    };
  }

  private static ElementFormat integers(
      DType dtype, ArrayElements elements, PrintedIndices printed) {
    int[] width = {0};
    printed.forEach(
        index -> width[0] = Math.max(width[0], text(dtype, elements.integer(index)).length()));
    return index -> {
      String text = text(dtype, elements.integer(index));
      return " ".repeat(width[0] - text.length()) + text;
    };
  }

  /** The digits of one integer. */
  private static String text(DType dtype, long value) {
    return dtype.isUnsigned() ? Long.toUnsignedString(value) : Long.toString(value);
  }
}
