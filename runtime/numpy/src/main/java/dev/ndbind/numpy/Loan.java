package dev.ndbind.numpy;

import dev.ndbind.ContractException;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Order;
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

  /** Whether Python has nothing of it any more. */
  private boolean ended;

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
        NumpyApi.array(type, given(lent, lentExport.address()), array.isWritable(), scratch);
    if (ndarray == 0) {
      Loans.end(giveBack);
      throw Errors.raised(scratch);
    }
    return new Loan(array, lent, giveBack, ndarray);
  }

  private static NumpyApi.Given given(NumpyArray array, long address) {
    return new NumpyApi.Given(
        address,
        array.shape(),
        array.byteStrides(),
        array.isContiguous(Order.C),
        array.isContiguous(Order.F),
        array.dtype().alignment());
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

  /** Gives up the ndarray, and the memory once Python has nothing of it any more. */
  void end() {
    settle();
    if (ended) {
      Loans.end(giveBack);
    }
  }

  /** After a call: gives up the ndarray, and leaves the memory to Python if that has kept it. */
  void settle() {
    if (CPython.references(ndarray) == 1) {
      NumpyApi.release(ndarray);
      ended = true;
    } else {
      leave();
    }
  }

  /** Gives back what Python has not kept; after {@link #settle}, without the GIL. */
  @SuppressWarnings("ReferenceEquality") // Whether there is a copy.
  private void finish() {
    try {
      if (lent != array && array.isWritable()) {
        lent.copyTo(array);
      }
    } finally {
      if (ended) {
        giveBack.run();
      }
    }
  }

  /** Finishes all loans from one on, each even if another one's framework throws. */
  static void finish(List<Loan> loans, int first) {
    if (first < loans.size()) {
      try {
        loans.get(first).finish();
      } finally {
        finish(loans, first + 1);
      }
    }
  }

  /** Leaves the memory to Python, and gives up the reference to the ndarray. */
  private void leave() {
    long capsule = Loans.capsule(giveBack);
    if (capsule == 0) { // No memory for it: better keep the ndarray for ever.
      CPython.clear();
      return;
    }
    NumpyApi.setBase(ndarray, capsule);
    CPython.decRef(ndarray);
  }
}
