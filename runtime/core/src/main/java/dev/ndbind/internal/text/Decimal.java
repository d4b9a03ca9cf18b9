package dev.ndbind.internal.text;

/**
 * A positive decimal number, or 0: the first digit is that of {@code 10^exponent}.
 *
 * @param digits without trailing zeros; "0" for zero
 * @param exponent of the first digit; 0 for zero
 */
record Decimal(String digits, int exponent) {
  static final Decimal ZERO = new Decimal("0", 0);

  /** The digits before the decimal point. */
  String whole() {
    if (exponent < 0) {
      return "0";
    }
    int length = exponent + 1;
    return digits.length() >= length
        ? digits.substring(0, length)
        : digits + "0".repeat(length - digits.length());
  }

  /** The digits after the decimal point; empty for a whole number. */
  String fraction() {
    if (exponent < 0) {
      return "0".repeat(-exponent - 1) + digits;
    }
    return digits.length() > exponent + 1 ? digits.substring(exponent + 1) : "";
  }

  /** The exponent as it is printed: a sign and at least as many digits as asked for. */
  String exponentText(int minDigits) {
    String text = Integer.toString(Math.abs(exponent));
    String zeros = "0".repeat(Math.max(0, minDigits - text.length()));
    return (exponent < 0 ? "-" : "+") + zeros + text;
  }
}
