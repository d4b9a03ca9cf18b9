package dev.ndbind.report.plan;

/** What happens to a tensor. The order is that of the cost; what is refused costs nothing. */
public enum Step {
  /** It is not accepted. */
  REFUSED,
  /** The method sees the tensor's own memory. */
  VIEW,
  /** The elements are copied as they are. */
  COPY,
  /** The elements are copied and change their dtype. */
  CAST,
  /** The elements are brought from a device. */
  TO_HOST
}
