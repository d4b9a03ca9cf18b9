package dev.ndbind.numpy;

import dev.ndbind.ContractException;
import dev.ndbind.numpy.internal.cpython.CPython;
import dev.ndbind.numpy.internal.cpython.Gil;
import org.jspecify.annotations.Nullable;

/** A module of Python's. */
public final class PythonModule {
  private final Handle handle;
  private final String name;

  /** Takes over a new reference. */
  PythonModule(long reference, String name) {
    this.handle = new Handle(reference);
    this.name = name;
  }

  private long find(String dotted) {
    Names.requireDotted(dotted, "attribute");
    return Gil.run(scratch -> {
      long module = handle.borrow();
      try {
        return Names.attribute(module, dotted, scratch);
      } finally {
        CPython.decRef(module);
      }
    });
  }

  /**
   * A function, looked up now.
   *
   * @param function an identifier, or several with dots between them
   * @return the function, to be called any number of times
   * @throws IllegalArgumentException if it is no such name
   * @throws PythonException if the module has none of that name
   */
  public PythonFunction function(String function) {
    return new PythonFunction(find(function), name + "." + function);
  }

  /**
   * What the module has under a name.
   *
   * @param attribute an identifier, or several with dots between them
   * @return the object, to be closed
   * @throws IllegalArgumentException if it is no such name
   * @throws PythonException if the module has none of that name
   */
  public PythonObject attribute(String attribute) {
    return new PythonObject(find(attribute), name + "." + attribute);
  }

  /**
   * Looks up a function and calls it.
   *
   * @param function an identifier, or several with dots between them
   * @param arguments as those of a {@link PythonFunction}
   * @return what it returns, to be closed
   * @throws IllegalArgumentException if it is no such name
   * @throws PythonException if there is none of that name, or it raises an exception
   * @throws ContractException if something cannot be an argument
   * @throws IllegalStateException if an array is no longer valid
   */
  public PythonObject call(String function, @Nullable Object... arguments) {
    return function(function).call(arguments);
  }

  /**
   * The module's full name.
   *
   * @return for example {@code numpy.linalg}
   */
  @Override
  public String toString() {
    return name;
  }
}
