package dev.ndbind.numpy;

import dev.ndbind.ContractException;
import dev.ndbind.NumpyArray;
import dev.ndbind.numpy.internal.cpython.CPython;
import dev.ndbind.numpy.internal.cpython.Gil;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An object of Python's. It can be an argument of calls, and becomes a value of Java's by one of
 * the methods {@code as}...
 *
 * <p>Close it, or leave it to the garbage collector: Java's collector does not know how much memory
 * there is behind it.
 */
public final class PythonObject implements AutoCloseable {
  private final Handle handle;
  private final String name;

  /** Takes over a new reference. */
  PythonObject(long reference, String name) {
    this(new Handle(reference), name);
  }

  PythonObject(Handle handle, String name) {
    this.handle = handle;
    this.name = name;
  }

  Handle handle() {
    return handle;
  }

  /** What is done with the object while a reference to it is held. */
  private interface Use<T> {
    T apply(Results results, long object);
  }

  private <T> T use(Use<T> use) {
    return Gil.run(scratch -> {
      long object = handle.borrow();
      try {
        return use.apply(new Results(name, scratch), object);
      } finally {
        CPython.decRef(object);
      }
    });
  }

  /**
   * Whether this is Python's {@code None}.
   *
   * @return true for None
   * @throws IllegalStateException if it is closed
   */
  public boolean isNone() {
    return use((_, object) -> object == CPython.NONE);
  }

  /**
   * A number, as Python's {@code float} makes it of numbers of any kind, NumPy's included.
   *
   * @return its value
   * @throws ContractException if it is an array
   * @throws PythonException if it is no number
   * @throws IllegalStateException if it is closed
   */
  public double asDouble() {
    return use(Results::asDouble);
  }

  /**
   * An integer, Python's or one of NumPy's.
   *
   * @return its value
   * @throws ContractException if it is an array
   * @throws PythonException if it is no integer, or does not fit 64 bits
   * @throws IllegalStateException if it is closed
   */
  public long asLong() {
    return use(Results::asLong);
  }

  /**
   * A truth value, Python's or NumPy's.
   *
   * @return true for True
   * @throws ContractException if it is something else
   * @throws IllegalStateException if it is closed
   */
  public boolean asBoolean() {
    return use(Results::asBoolean);
  }

  /**
   * A string.
   *
   * @return its text
   * @throws ContractException if it is something else
   * @throws PythonException if it has characters that are no text
   * @throws IllegalStateException if it is closed
   */
  public String asString() {
    return use(Results::asString);
  }

  /**
   * An array over the memory of an ndarray, without a copy unless its byte order or alignment is
   * not the machine's; or of rank 0 with the value of a NumPy scalar. It may be written if NumPy
   * may. The memory is kept as long as the array is reachable, also when this object is closed.
   *
   * @param <A> the class of array
   * @param type the array class of exactly the ndarray's dtype, or {@code NumpyArray}
   * @return an array of the same shape and strides
   * @throws ContractException if it is no such array, or a subclass of {@code ndarray} that is more
   *     than its elements, such as a masked array
   * @throws IllegalStateException if it is closed
   */
  public <A extends NumpyArray> A asArray(Class<A> type) {
    return use((results, object) -> results.asArray(type, object, 2)); // The handle's, and use's.
  }

  /**
   * The items of a tuple or list.
   *
   * @return new objects, to be closed as this one
   * @throws ContractException if it is something else
   * @throws IllegalStateException if it is closed
   */
  public List<PythonObject> elements() {
    return use(Results::elements);
  }

  /**
   * The items of a tuple or list, each made something of Java's.
   *
   * @param <T> what
   * @param reader reads one item, which is closed afterwards
   * @return a new list; null where the reader returns null
   * @throws ContractException if it is something else
   * @throws IllegalStateException if it is closed
   */
  public <T extends @Nullable Object> List<T> asList(Function<? super PythonObject, T> reader) {
    List<PythonObject> items = elements();
    try {
      List<T> list = new ArrayList<>(items.size());
      items.forEach(item -> list.add(reader.apply(item)));
      return Collections.unmodifiableList(list);
    } finally {
      items.forEach(PythonObject::close);
    }
  }

  /**
   * Makes something of the items of a tuple or list together. This object is closed first, so that
   * an array of an item can take over the memory of a new ndarray.
   *
   * @param <T> what
   * @param count how many items there must be
   * @param reader reads the items, which are closed afterwards
   * @return what the reader returns
   * @throws ContractException if it is something else, or of another length
   * @throws IllegalStateException if it is closed
   */
  public <T extends @Nullable Object> T items(
      int count, Function<? super PythonItems, ? extends T> reader) {
    List<PythonObject> elements = elements();
    close();
    try (PythonItems items = new PythonItems(elements, count, name)) {
      return reader.apply(items);
    }
  }

  /**
   * An attribute.
   *
   * @param attribute an identifier, or several with dots between them
   * @return a new object
   * @throws IllegalArgumentException if it is no such name
   * @throws PythonException if there is no such attribute
   * @throws IllegalStateException if it is closed
   */
  public PythonObject attribute(String attribute) {
    Names.requireDotted(attribute, "attribute");
    return use((results, object) ->
        new PythonObject(
            Names.attribute(object, attribute, results.scratch()), name + "." + attribute));
  }

  /**
   * Gives up the object; Python destroys it if nobody else has it. Does nothing the second time.
   * This never waits.
   */
  @Override
  public void close() {
    handle.close();
  }

  /**
   * The object as Python prints it.
   *
   * @return what {@code str} gives; what it raises, if it does
   */
  @Override
  public String toString() {
    try {
      return use(Results::print);
    } catch (IllegalStateException | PythonException e) {
      return "(%s)".formatted(e.getMessage()); // Debuggers and logs call this at any time.
    }
  }
}
