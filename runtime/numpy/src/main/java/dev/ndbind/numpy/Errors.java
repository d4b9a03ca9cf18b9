package dev.ndbind.numpy;

import dev.ndbind.numpy.internal.cpython.CPython;
import dev.ndbind.numpy.internal.cpython.Memory;
import dev.ndbind.numpy.internal.cpython.Scratch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Python's exceptions, made Java's. All methods need the GIL. */
final class Errors {
  /** The function of {@code bridge.py}. */
  private static volatile long described;

  private Errors() {}

  static void install(long function) {
    described = function;
  }

  /** A result that is 0 if an exception was raised. */
  static long check(long result, Scratch scratch) {
    if (result == 0) {
      throw raised(scratch);
    }
    return result;
  }

  /** Throws if an exception was raised. */
  static void check(Scratch scratch) {
    if (CPython.hasRaised()) {
      throw raised(scratch);
    }
  }

  static PythonException raised(Scratch scratch) {
    long exception = CPython.takeException(scratch);
    if (exception == 0) {
      return new PythonException("SystemError", "a function failed without an exception", null);
    }
    PythonException translated = translate(exception, scratch);
    CPython.decRef(exception);
    return translated;
  }

  private static PythonException translate(long exception, Scratch scratch) {
    List<String> texts = described == 0 ? null : describe(exception, scratch);
    if (texts == null) { // No memory for that, for instance.
      String name = Memory.getString(Memory.getLong(CPython.type(exception) + 24)); // tp_name
      return new PythonException(name, "", null);
    }
    return Objects.requireNonNull(chain(texts.iterator()));
  }

  private static @Nullable List<String> describe(long exception, Scratch scratch) {
    long mark = scratch.mark();
    long vector = scratch.allocate(16) + 8;
    Memory.putLong(vector, exception);
    long tuple = CPython.call(described, vector, 1, 0);
    scratch.reset(mark);
    if (tuple == 0) {
      CPython.clear();
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < CPython.size(tuple); i++) {
      texts.add(Objects.requireNonNullElse(CPython.text(CPython.item(tuple, i), scratch), ""));
    }
    CPython.decRef(tuple);
    return texts;
  }

  private static @Nullable PythonException chain(Iterator<String> texts) {
    if (!texts.hasNext()) {
      return null;
    }
    String type = texts.next();
    String message = texts.next();
    int count = Integer.parseInt(texts.next());
    List<StackTraceElement> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      frames.add(
          new StackTraceElement(
              texts.next(), texts.next(), texts.next(), Integer.parseInt(texts.next())));
    }
    PythonException exception = new PythonException(type, message, chain(texts));
    for (StackTraceElement frame : exception.getStackTrace()) {
      if (!frame.getClassName().equals(Errors.class.getName())) {
        frames.add(frame);
      }
    }
    exception.setStackTrace(frames.toArray(StackTraceElement[]::new));
    return exception;
  }
}
