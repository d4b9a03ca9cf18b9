package dev.ndbind.numpy;

import dev.ndbind.ContractException;
import dev.ndbind.NumpyArray;
import dev.ndbind.call.ArrayExport;
import dev.ndbind.numpy.internal.cpython.CPython;
import dev.ndbind.numpy.internal.cpython.Loans;
import dev.ndbind.numpy.internal.cpython.NumpyApi;
import dev.ndbind.numpy.internal.cpython.Scratch;
import java.util.List;

/**
 * An array that Python has as an ndarray over the same memory, which is kept as long as Python
 * wants. All methods need the GIL.
 */
final class Loan {
  private static final String FRAMEWORK = "NumPy";

  private final NumpyArray array;

  /** What Python has: the array, or a copy of it where its memory can be taken away. */
  private final NumpyArray lent;

  private final Runnable giveBack;
  private final long ndarray;

  private Loan(NumpyArray array, NumpyArray lent, Runnable giveBack, long ndarray) {
    this.array = array;
    this.lent = lent;
    this.giveBack = giveBack;
    this.ndarray = ndarray;
  }

  /** Makes the ndarray. */
  static Loan of(NumpyArray array, String subject, Scratch scratch) {
    int type = DTypes.number(array.dtype());
    if (type < 0) {
      throw new ContractException(
          subject, List.of("an argument is bfloat16, which NumPy does not have; convert it"));
    }
    ArrayExport export = ArrayExport.of(array);
    NumpyArray lent = export.isLendable() ? array : copy(export, subject);
    ArrayExport lentExport = export.isLendable() ? export : ArrayExport.of(lent);
    Runnable giveBack = lentExport.lend();
    long ndarray =
        NumpyApi.array(
            type,
            lentExport.address(),
            lent.shape(),
            lent.byteStrides(),
            array.isWritable(),
            scratch);
    if (ndarray == 0) {
      Loans.end(giveBack);
      throw Errors.raised(scratch);
    }
    return new Loan(array, lent, giveBack, ndarray);
  }

  private static NumpyArray copy(ArrayExport export, String subject) {
    return export.copy(
        subject,
        FRAMEWORK,
        "its arena may be closed while Python has it",
        () -> export.array().copy());
  }

  NumpyArray array() {
    return array;
  }

  long ndarray() {
    return ndarray;
  }

  /** After a call: ends the loan, or leaves it to Python if that has kept the ndarray. */
  void settle(Scratch scratch) {
    copyBack();
    if (CPython.references(ndarray) == 1) {
      Loans.end(giveBack);
      CPython.decRef(ndarray);
    } else {
      leave(scratch);
    }
  }

  @SuppressWarnings("ReferenceEquality") // Whether there is a copy.
  private void copyBack() {
    if (lent != array && array.isWritable()) {
      lent.copyTo(array);
    }
  }

  /** Leaves the memory to Python, and gives up the reference to the ndarray. */
  void leave(Scratch scratch) {
    long capsule = Loans.capsule(giveBack);
    if (capsule == 0) { // No memory for it: better keep the array for ever than too short.
      throw Errors.raised(scratch);
    }
    NumpyApi.setBase(ndarray, capsule);
    CPython.decRef(ndarray);
  }
}
