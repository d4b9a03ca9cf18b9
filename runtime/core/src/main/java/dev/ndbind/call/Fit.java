package dev.ndbind.call;

import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Use;
import dev.ndbind.internal.memory.Strides;

/** Whether an argument can be viewed as it is, and if not, what stands against it or helps. */
enum Fit {
  FITS(Plan.Step.VIEW, "dtype, strides and memory fit"),
  ISOLATED(Plan.Step.COPY, "the method gets a copy of its own"),
  JAVA_ARRAY(Plan.Step.COPY, "a Java array cannot view native memory"),
  ORDER(Plan.Step.COPY, "the strides do not fit the order"),
  ALIGNMENT(Plan.Step.COPY, "the memory is not aligned to the element size"),
  SIGN(Plan.Step.COPY, "the conjugate or negative bit is set"),
  DTYPE(Plan.Step.CAST, "the dtype differs"),
  DEVICE(Plan.Step.TO_HOST, "the memory is on another device"),
  /** Found while converting, not by {@link #of}. */
  TWIN(Plan.Step.REUSED, "the copy made for another parameter serves this one too"),
  /** Found while converting, not by {@link #of}. */
  REMEMBERED(Plan.Step.REUSED, "the copy made for an earlier call is still right");

  final Plan.Step step;
  final String reason;

  Fit(Plan.Step step, String reason) {
    this.step = step;
    this.reason = reason;
  }

  /** Whether elements are copied. */
  boolean copies() {
    return this != FITS && step != Plan.Step.REUSED;
  }

  /** The weightiest obstacle; {@code shape} and {@code byteStrides} are as the method sees them. */
  static Fit of(
      TensorDescription tensor,
      ArrayContract contract,
      DType target,
      long[] shape,
      long[] byteStrides) {
    if (tensor.device() != null) {
      return DEVICE;
    }
    if (tensor.dtype() != target) {
      return DTYPE;
    }
    if (tensor.hasSign()) {
      return SIGN;
    }
    if (!Strides.fit(contract.order(), shape, byteStrides, target.itemsize())) {
      return ORDER;
    }
    if (tensor.address % target.alignment() != 0) {
      return ALIGNMENT;
    }
    if (contract.isJavaArray()) {
      return JAVA_ARRAY;
    }
    return contract.use() == Use.COPY || contract.use() == Use.WRITE_BACK ? ISOLATED : FITS;
  }
}
