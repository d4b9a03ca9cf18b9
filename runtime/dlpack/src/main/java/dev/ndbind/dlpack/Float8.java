package dev.ndbind.dlpack;

import dev.ndbind.NumpyArray;
import dev.ndbind.UInt8Array;

/**
 * The formats of floating-point numbers in one byte that DLPack 1.1 names. Arrays have none of
 * them: their bytes go in and out as a {@link UInt8Array}.
 *
 * <p>The names say how many bits are exponent and mantissa; {@code fn}: finite, without infinities;
 * {@code uz}: one unsigned zero; {@code b11}: a bias of 11; {@code u}: no sign.
 */
public enum Float8 {
  /** DLPack's {@code kDLFloat8_e3m4}. */
  E3M4(7),
  /** DLPack's {@code kDLFloat8_e4m3}. */
  E4M3(8),
  /** DLPack's {@code kDLFloat8_e4m3b11fnuz}. */
  E4M3B11FNUZ(9),
  /** DLPack's {@code kDLFloat8_e4m3fn}, PyTorch's {@code float8_e4m3fn}. */
  E4M3FN(10),
  /** DLPack's {@code kDLFloat8_e4m3fnuz}, PyTorch's {@code float8_e4m3fnuz}. */
  E4M3FNUZ(11),
  /** DLPack's {@code kDLFloat8_e5m2}, PyTorch's {@code float8_e5m2}. */
  E5M2(12),
  /** DLPack's {@code kDLFloat8_e5m2fnuz}, PyTorch's {@code float8_e5m2fnuz}. */
  E5M2FNUZ(13),
  /** DLPack's {@code kDLFloat8_e8m0fnu}, PyTorch's {@code float8_e8m0fnu}. */
  E8M0FNU(14);

  private final int code;

  Float8(int code) {
    this.code = code;
  }

  /** What DLPack says instead of a dtype that {@link NumpyArray#dtype} could return. */
  ElementType type() {
    return new ElementType(code, Byte.SIZE);
  }
}
