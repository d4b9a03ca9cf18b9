package dev.ndbind;

/**
 * How much was copied between tensors and methods, by all threads, since the process began. Views
 * are not counted. A conversion that fails is none.
 *
 * <p>The numbers are read one after the other: what other threads copy meanwhile may be in one and
 * not in another.
 *
 * @param copies arguments copied as they are, Java arrays included
 * @param casts arguments copied and converted to another dtype
 * @param transfers arguments brought to the host from another device
 * @param writeBacks arguments copied back to their tensors after the method had returned
 * @param results results that could not share their memory with a tensor
 * @param bytes how many bytes all of these copies have
 */
public record CopyStatistics(
    long copies, long casts, long transfers, long writeBacks, long results, long bytes) {

  /**
   * What was copied between two moments.
   *
   * @param earlier what {@link Copies#statistics} returned at the first one
   * @return the differences
   */
  public CopyStatistics minus(CopyStatistics earlier) {
    return new CopyStatistics(
        copies - earlier.copies,
        casts - earlier.casts,
        transfers - earlier.transfers,
        writeBacks - earlier.writeBacks,
        results - earlier.results,
        bytes - earlier.bytes);
  }
}
