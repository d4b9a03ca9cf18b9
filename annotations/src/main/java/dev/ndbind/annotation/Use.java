package dev.ndbind.annotation;

/** What a method does with an array argument, and with that whether it may be copied. */
public enum Use {
  /**
   * The method reads. It gets a view of the tensor's own memory if that fits the contract, else one
   * copy in C order (F if the contract asks for F). The array is read-only either way.
   */
  READ,
  /** The method reads, and a copy is never made: a tensor that does not fit is refused. */
  VIEW,
  /** The method gets a copy of its own, always; it may write into it, and nobody else sees that. */
  COPY,
  /**
   * The method writes into the tensor's own memory. Never a copy: a tensor that does not fit is
   * refused, and so is one that shares memory with another argument or in which two indices reach
   * one byte. If the method throws, what it wrote stays.
   */
  WRITE,
  /**
   * The method writes, and the tensor is changed when it returns. A tensor that does not fit is
   * converted for the method and copied back; if the method throws, the tensor stays untouched.
   */
  WRITE_BACK
}
