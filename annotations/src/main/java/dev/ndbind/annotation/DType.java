package dev.ndbind.annotation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The element types of arrays, by NumPy's names, and NumPy's abstract types that stand for several.
 *
 * <p>The concrete types come first; an array always has one of them. The <em>families</em> ({@link
 * #FLOATING} and those after it) may be written wherever a contract lists dtypes, and mean each of
 * their {@linkplain #members() members}, as {@code numpy.floating} does.
 *
 * <p>{@code bfloat16}, which NumPy lacks, takes part in casts as in PyTorch and in the {@code
 * ml_dtypes} package: it casts safely to float32 and wider, and neither way to float16.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/arrays.scalars.html">NumPy: Scalars</a>
 */
public enum DType {
  /** True or false, one byte each, 0 or 1. */
  BOOL(Kind.BOOL, 1),
  /** Signed, 1 byte. */
  INT8(Kind.SIGNED, 1),
  /** Signed, 2 bytes. */
  INT16(Kind.SIGNED, 2),
  /** Signed, 4 bytes. */
  INT32(Kind.SIGNED, 4),
  /** Signed, 8 bytes. */
  INT64(Kind.SIGNED, 8),
  /** Unsigned, 1 byte. */
  UINT8(Kind.UNSIGNED, 1),
  /** Unsigned, 2 bytes. */
  UINT16(Kind.UNSIGNED, 2),
  /** Unsigned, 4 bytes. */
  UINT32(Kind.UNSIGNED, 4),
  /** Unsigned, 8 bytes. */
  UINT64(Kind.UNSIGNED, 8),
  /** IEEE 754 binary16: 11 bits of precision, 2 bytes. */
  FLOAT16(Kind.FLOATING, 2),
  /** The upper half of a float32: 8 bits of precision and its whole range, 2 bytes. */
  BFLOAT16(Kind.FLOATING, 2),
  /** IEEE 754 binary32, 4 bytes. */
  FLOAT32(Kind.FLOATING, 4),
  /** IEEE 754 binary64, 8 bytes. */
  FLOAT64(Kind.FLOATING, 8),
  /** Two float32, real part first, 8 bytes. */
  COMPLEX64(Kind.COMPLEX, 8),
  /** Two float64, real part first, 16 bytes. */
  COMPLEX128(Kind.COMPLEX, 16),

  /** Family: float16, bfloat16, float32, float64. */
  FLOATING(FLOAT16, BFLOAT16, FLOAT32, FLOAT64),
  /** Family: complex64 and complex128. */
  COMPLEXFLOATING(COMPLEX64, COMPLEX128),
  /** Family: {@link #FLOATING} and {@link #COMPLEXFLOATING}. */
  INEXACT(FLOAT16, BFLOAT16, FLOAT32, FLOAT64, COMPLEX64, COMPLEX128),
  /** Family: int8 to int64. */
  SIGNEDINTEGER(INT8, INT16, INT32, INT64),
  /** Family: uint8 to uint64. */
  UNSIGNEDINTEGER(UINT8, UINT16, UINT32, UINT64),
  /** Family: {@link #SIGNEDINTEGER} and {@link #UNSIGNEDINTEGER}. */
  INTEGER(INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64),
  /** Family: {@link #INTEGER} and {@link #INEXACT}; all but bool. */
  NUMBER(
      INT8,
      INT16,
      INT32,
      INT64,
      UINT8,
      UINT16,
      UINT32,
      UINT64,
      FLOAT16,
      BFLOAT16,
      FLOAT32,
      FLOAT64,
      COMPLEX64,
      COMPLEX128);

  private enum Kind {
    BOOL,
    UNSIGNED,
    SIGNED,
    FLOATING,
    COMPLEX
  }

  private static final Set<DType> CONCRETE = EnumSet.range(BOOL, COMPLEX128);

  private final Kind kind;
  private final int itemsize;

  @SuppressWarnings("ImmutableEnumChecker") // It is List.of(...), which has no narrower type.
  private final List<DType> members;

  DType(Kind kind, int itemsize) {
    this.kind = kind;
    this.itemsize = itemsize;
    this.members = List.of();
  }

  DType(DType... members) {
    this.kind = members[0].kind;
    this.itemsize = 0;
    this.members = List.of(members);
  }

  /**
   * The concrete types in the order of this enum.
   *
   * @return every dtype that an array can have
   */
  public static List<DType> concrete() {
    return List.copyOf(CONCRETE);
  }

  /**
   * Whether this is a family, which no array has.
   *
   * @return true from {@link #FLOATING} on
   */
  public boolean isFamily() {
    return !members.isEmpty();
  }

  /**
   * The concrete types this stands for.
   *
   * @return itself alone, or a family's members, narrow ones first
   */
  public List<DType> members() {
    return isFamily() ? members : List.of(this);
  }

  /**
   * The size of one element in bytes.
   *
   * @return 1 to 16; 0 for a family
   */
  public int itemsize() {
    return itemsize;
  }

  /**
   * The natural alignment of an element in bytes.
   *
   * @return the item size, for complex types that of one part; 0 for a family
   */
  public int alignment() {
    return isComplex() ? itemsize / 2 : itemsize;
  }

  /**
   * Whether elements are pairs of real and imaginary part.
   *
   * @return true for complex64 and complex128
   */
  public boolean isComplex() {
    return kind == Kind.COMPLEX;
  }

  /**
   * Whether values have a fraction and an exponent.
   *
   * @return true for the float types, false for complex ones
   */
  public boolean isFloating() {
    return kind == Kind.FLOATING;
  }

  /**
   * Whether values are integers.
   *
   * @return true for the signed and unsigned types, false for bool
   */
  public boolean isInteger() {
    return kind == Kind.SIGNED || kind == Kind.UNSIGNED;
  }

  /**
   * Whether values are integers that are never negative.
   *
   * @return true for uint8 to uint64
   */
  public boolean isUnsigned() {
    return kind == Kind.UNSIGNED;
  }

  /**
   * NumPy's {@code can_cast}: whether every element of this type may become one of another.
   *
   * @param to the concrete type to cast to
   * @param casting how much may be lost
   * @return whether the rule allows the cast
   */
  public boolean canCast(DType to, Casting casting) {
    if (isFamily() || to.isFamily()) {
      throw new IllegalArgumentException("a family has no values to cast: " + this + " to " + to);
    }
    return switch (casting) {
      case EXACT -> this == to;
      case SAFE -> isSafe(to);
      case SAME_KIND -> isSafe(to) || isSameKind(to);
    };
  }

  /** NumPy orders the kinds b &lt; u &lt; i &lt; f &lt; c; same_kind never goes back in it. */
  private boolean isSameKind(DType to) {
    return kind.compareTo(to.kind) <= 0;
  }

  private boolean isSafe(DType to) {
    if (this == to || kind == Kind.BOOL) {
      return true;
    }
    return switch (to.kind) {
      case BOOL -> false;
      case UNSIGNED -> kind == Kind.UNSIGNED && itemsize <= to.itemsize;
      case SIGNED ->
          (kind == Kind.SIGNED && itemsize <= to.itemsize)
              || (kind == Kind.UNSIGNED && itemsize < to.itemsize);
      case FLOATING -> isSafeToFloat(to, to.itemsize);
      case COMPLEX ->
          kind == Kind.COMPLEX
              ? itemsize <= to.itemsize
              : isSafeToFloat(to == COMPLEX64 ? FLOAT32 : FLOAT64, to.itemsize / 2);
    };
  }

  /** As NumPy, an 8-byte integer counts as safe in a float64, although it may lose low bits. */
  private boolean isSafeToFloat(DType to, int floatSize) {
    if (kind == Kind.COMPLEX) {
      return false;
    }
    if (kind == Kind.FLOATING) {
      return this == to || itemsize < floatSize;
    }
    if (to == BFLOAT16) {
      return itemsize == 1;
    }
    return itemsize < floatSize || floatSize == 8;
  }

  /**
   * NumPy's name of the type.
   *
   * @return for example {@code float32}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The concrete types that a list of types and families stands for, without repetitions.
   *
   * @param dtypes types and families
   * @return concrete types in the order given
   */
  public static List<DType> expand(DType... dtypes) {
    return Arrays.stream(dtypes).flatMap(d -> d.members().stream()).distinct().toList();
  }
}
