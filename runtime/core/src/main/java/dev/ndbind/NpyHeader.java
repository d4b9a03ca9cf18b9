package dev.ndbind;

import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.internal.npy.Header;
import java.util.List;

/**
 * What a file, or an entry of an archive, says of its array. Nobody has looked yet whether the data
 * are there.
 *
 * @param descr NumPy's type string, such as {@code <f4}: byte order, kind, and bytes of one element
 * @param dtype of the elements; bfloat16 for {@code <V2}, as which NumPy writes the bfloat16 of
 *     ml_dtypes
 * @param shape sizes in elements
 * @param order in which the elements lie, C or F
 * @param dataBytes size of all elements in bytes
 */
public record NpyHeader(String descr, DType dtype, List<Long> shape, Order order, long dataBytes) {

  /** Copies the shape. */
  public NpyHeader {
    shape = List.copyOf(shape);
  }

  static NpyHeader of(Header header) {
    return new NpyHeader(
        header.descr(),
        header.dtype(),
        header.shape(),
        header.isFortranOrder() ? Order.F : Order.C,
        header.dataBytes());
  }
}
