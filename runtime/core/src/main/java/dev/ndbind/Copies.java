package dev.ndbind;

import static dev.ndbind.internal.observe.CopyCounter.CAST;
import static dev.ndbind.internal.observe.CopyCounter.COPY;
import static dev.ndbind.internal.observe.CopyCounter.RESULT;
import static dev.ndbind.internal.observe.CopyCounter.TRANSFER;
import static dev.ndbind.internal.observe.CopyCounter.WRITE_BACK;

/**
 * Counts what was copied, and says that nothing may be copied, so that a test fails where a tensor
 * is not viewed:
 *
 * {@snippet :
 * double mean = Copies.forbid(() -> DistancesAdapter.mean(points, center));
 * }
 *
 * <p>Within the body, on its thread, every conversion that copies elements throws a {@link
 * ContractException}: of an argument, before anything has been converted or written, with
 * everything that would be copied; of a result that cannot become a tensor by sharing memory, after
 * the method has run. What a method does with arrays itself, {@link NumpyArray#copy()} for
 * instance, is its own business.
 */
public final class Copies {
  private static final ScopedValue<Boolean> FORBIDDEN = ScopedValue.newInstance();

  private Copies() {}

  /**
   * Runs something that must not copy.
   *
   * @param body runs once, on this thread
   * @throws ContractException if something would be copied
   */
  public static void forbid(Runnable body) {
    ScopedValue.where(FORBIDDEN, true).run(body);
  }

  /**
   * Computes something that must not copy.
   *
   * @param <T> the type of the result
   * @param <X> the type of the exceptions thrown
   * @param body runs once, on this thread
   * @return what the body returns
   * @throws X if the body does
   * @throws ContractException if something would be copied
   */
  public static <T, X extends Throwable> T forbid(ScopedValue.CallableOp<T, X> body) throws X {
    return ScopedValue.where(FORBIDDEN, true).call(body);
  }

  /**
   * Whether a conversion that copies must throw.
   *
   * @return true within the body of {@code forbid}
   */
  public static boolean areForbidden() {
    return FORBIDDEN.isBound();
  }

  /**
   * How much has been copied so far. Two of these tell what was copied between them.
   *
   * @return the counters of the whole process at this moment
   */
  public static CopyStatistics statistics() {
    return new CopyStatistics(
        COPY.copies(),
        CAST.copies(),
        TRANSFER.copies(),
        WRITE_BACK.copies(),
        RESULT.copies(),
        COPY.bytes() + CAST.bytes() + TRANSFER.bytes() + WRITE_BACK.bytes() + RESULT.bytes());
  }
}
