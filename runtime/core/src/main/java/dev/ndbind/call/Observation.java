package dev.ndbind.call;

import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.internal.memory.Strides;
import dev.ndbind.internal.observe.ConversionEvent;
import dev.ndbind.internal.observe.CopyCounter;
import org.jspecify.annotations.Nullable;

/**
 * Tells counters and flight recordings what was converted. The event is null unless a recording
 * asks for it; then a view costs nothing here.
 *
 * <p>Events are committed by the methods that are called from outside: each frame less in the stack
 * trace is one more of the caller's in what {@code jfr print} shows.
 */
final class Observation {
  private Observation() {}

  /** An argument has become what the method gets. */
  static void converted(@Nullable ConversionEvent event, Argument argument, Fit fit) {
    if (event == null && !fit.copies()) {
      return;
    }
    DType target = argument.target();
    long bytes = fit.copies() ? bytes(argument.seenShape(), target) : 0;
    count(fit.step, bytes);
    if (event != null && event.isWanted()) {
      describe(event, argument, argument.source(), target);
      describe(event, bytes, fit.step, argument.reason(fit));
      event.commit();
    }
  }

  /** What the method wrote has been copied back. */
  static void writtenBack(@Nullable ConversionEvent event, Argument argument) {
    DType from = argument.target();
    DType to = argument.source();
    long bytes = bytes(argument.seenShape(), to);
    CopyCounter.WRITE_BACK.add(bytes);
    if (event != null && event.isWanted()) {
      describe(event, argument, from, to);
      Plan.Step step = from == to ? Plan.Step.COPY : Plan.Step.CAST;
      describe(event, bytes, step, "what the method wrote is copied back");
      event.commit();
    }
  }

  /** A result has been copied, since its memory cannot be shared. */
  static void exported(
      @Nullable ConversionEvent event,
      NumpyArray array,
      String subject,
      String framework,
      String why) {
    long[] shape = array.shape();
    long bytes = bytes(shape, array.dtype());
    CopyCounter.RESULT.add(bytes);
    if (event != null && event.isWanted()) {
      describe(event, subject, "array", framework);
      describe(event, array.dtype(), array.dtype(), shape);
      describe(event, bytes, Plan.Step.COPY, why);
      event.commit();
    }
  }

  private static long bytes(long[] shape, DType dtype) {
    return Strides.count(shape) * dtype.itemsize();
  }

  private static void count(Plan.Step step, long bytes) {
    switch (step) {
      case COPY -> CopyCounter.COPY.add(bytes);
      case CAST -> CopyCounter.CAST.add(bytes);
      case TO_HOST -> CopyCounter.TRANSFER.add(bytes);
      case VIEW, REUSED, REFUSED -> {}
    }
  }

  private static void describe(ConversionEvent event, Argument argument, DType from, DType to) {
    describe(event, argument.method(), argument.contract().name(), argument.framework());
    describe(event, from, to, argument.seenShape());
  }

  private static void describe(
      ConversionEvent event, String method, String parameter, String framework) {
    event.method = method;
    event.parameter = parameter;
    event.framework = framework;
  }

  private static void describe(ConversionEvent event, DType from, DType to, long[] shape) {
    event.dtype = from.toString();
    event.targetDtype = to.toString();
    event.shape = Strides.print(shape);
  }

  private static void describe(ConversionEvent event, long bytes, Plan.Step step, String reason) {
    event.bytes = bytes;
    event.decision = step.name();
    event.reason = reason;
  }
}
