package dev.ndbind.annotation;

/** Which conversions of elements a contract allows: NumPy's casting rules. */
public enum Casting {
  /** None: the dtype must be the declared one (NumPy's {@code equiv}). */
  EXACT,
  /** Only those that keep every value (NumPy's {@code safe}): uint8 to float32, not back. */
  SAFE,
  /** Safe ones, and those within a kind (NumPy's {@code same_kind}): float64 to float32. */
  SAME_KIND
}
