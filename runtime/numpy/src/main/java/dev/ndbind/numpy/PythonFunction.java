package dev.ndbind.numpy;

import dev.ndbind.ContractException;
import dev.ndbind.NumpyArray;
import dev.ndbind.numpy.internal.cpython.CPython;
import dev.ndbind.numpy.internal.cpython.Gil;
import dev.ndbind.numpy.internal.cpython.Scratch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of Python's, or anything else that can be called. It may be called by many threads.
 *
 * <p><b>Arguments</b> are, in this order, positional ones and {@linkplain Python#keyword keywords}:
 *
 * <ul>
 *   <li>arrays, which Python sees as ndarrays over the same memory, of the same strides, read-only
 *       if the array is; never bfloat16,
 *   <li>numbers, booleans, strings and null, which is {@code None}; enum constants, by their names,
 *   <li>{@code int[]}, {@code long[]} and records as tuples, lists as lists, of all these,
 *   <li>objects and functions of Python's.
 * </ul>
 *
 * <p><b>Lifetime.</b> What Python keeps of an array after the call stays valid until Python drops
 * it. If the memory is a segment that a caller passed to a method, then Python gets a copy, which
 * is copied back if it may be written, since the segment's arena may be closed.
 */
public final class PythonFunction {
  private final Handle handle;
  private final String name;

  /** Takes over a new reference. */
  PythonFunction(long reference, String name) {
    this.handle = new Handle(reference);
    this.name = name;
  }

  Handle handle() {
    return handle;
  }

  /** Makes something of the result, which is borrowed. */
  private interface Conversion<T extends @Nullable Object> {
    T apply(Results results, long object, Arguments arguments);
  }

  private <T extends @Nullable Object> T call(@Nullable Object[] values, Conversion<T> conversion) {
    List<Loan> loans = new ArrayList<>(4);
    try {
      return Gil.run(
          scratch -> call(new Arguments(name, values, loans, scratch), conversion, scratch));
    } finally {
      Loan.finish(loans, 0);
    }
  }

  private <T extends @Nullable Object> T call(
      Arguments arguments, Conversion<T> conversion, Scratch scratch) {
    long callable = handle.borrow();
    try {
      long result = arguments.call(callable);
      try {
        return conversion.apply(new Results(name, scratch), result, arguments);
      } finally {
        CPython.decRef(result);
      }
    } finally {
      arguments.settle();
      CPython.decRef(callable);
    }
  }

  /**
   * Calls the function.
   *
   * @param arguments positional ones and keywords
   * @return what it returns, to be closed
   * @throws PythonException if it raises an exception
   * @throws ContractException if something cannot be an argument
   * @throws IllegalStateException if an array is no longer valid
   */
  public PythonObject call(@Nullable Object... arguments) {
    return call(
        arguments,
        (_, object, _) -> {
          CPython.incRef(object);
          return new PythonObject(object, name);
        });
  }

  /**
   * Calls the function for an array, as {@link PythonObject#asArray} makes it. A new ndarray that
   * the function returned has its memory taken over: the array can be freed, and a tensor may share
   * it. If the function returned an argument, this is the caller's own array.
   *
   * @param <A> the class of array
   * @param type the class of array
   * @param arguments positional ones and keywords
   * @return the array
   * @throws PythonException if it raises an exception
   * @throws ContractException if something cannot be an argument, or the result is no such array
   * @throws IllegalStateException if an array is no longer valid
   */
  public <A extends NumpyArray> A callArray(Class<A> type, @Nullable Object... arguments) {
    return call(
        arguments,
        (results, object, given) -> {
          NumpyArray own = given.argument(object);
          return type.isInstance(own) ? type.cast(own) : results.asArray(type, object, 1);
        });
  }

  /**
   * Calls the function for a number, as {@link PythonObject#asDouble} makes it.
   *
   * @param arguments positional ones and keywords
   * @return the number
   * @throws PythonException if it raises an exception, or the result is no number
   * @throws ContractException if something cannot be an argument, or the result is an array
   * @throws IllegalStateException if an array is no longer valid
   */
  public double callDouble(@Nullable Object... arguments) {
    return call(arguments, (results, object, _) -> results.asDouble(object));
  }

  /**
   * Calls the function for an integer, as {@link PythonObject#asLong} makes it.
   *
   * @param arguments positional ones and keywords
   * @return the integer
   * @throws PythonException if it raises an exception, or the result is no integer of 64 bits
   * @throws ContractException if something cannot be an argument, or the result is an array
   * @throws IllegalStateException if an array is no longer valid
   */
  public long callLong(@Nullable Object... arguments) {
    return call(arguments, (results, object, _) -> results.asLong(object));
  }

  /**
   * Calls the function for a truth value.
   *
   * @param arguments positional ones and keywords
   * @return the truth value
   * @throws PythonException if it raises an exception
   * @throws ContractException if something cannot be an argument, or the result is no bool
   * @throws IllegalStateException if an array is no longer valid
   */
  public boolean callBoolean(@Nullable Object... arguments) {
    return call(arguments, (results, object, _) -> results.asBoolean(object));
  }

  /**
   * Calls the function for a string.
   *
   * @param arguments positional ones and keywords
   * @return the text
   * @throws PythonException if it raises an exception
   * @throws ContractException if something cannot be an argument, or the result is no string
   * @throws IllegalStateException if an array is no longer valid
   */
  public String callString(@Nullable Object... arguments) {
    return call(arguments, (results, object, _) -> results.asString(object));
  }

  /**
   * Calls the function for what it does.
   *
   * @param arguments positional ones and keywords
   * @throws PythonException if it raises an exception
   * @throws ContractException if something cannot be an argument
   * @throws IllegalStateException if an array is no longer valid
   */
  public void callVoid(@Nullable Object... arguments) {
    Boolean _ = call(arguments, (_, _, _) -> true);
  }

  /**
   * The name under which the function was found.
   *
   * @return for example {@code numpy.mean}
   */
  @Override
  public String toString() {
    return name;
  }
}
