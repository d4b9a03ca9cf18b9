package dev.ndbind.processor.model;

import java.util.List;

/** How a Python object becomes what a method returns. */
public sealed interface PythonResult {
  /** It is of no interest. */
  record Nothing() implements PythonResult {}

  /** It is what the method returns: a {@code PythonObject}. */
  record Itself() implements PythonResult {}

  /**
   * An array.
   *
   * @param type its class
   */
  record Array(TypeModel type) implements PythonResult {}

  /**
   * A number, a truth value or a string.
   *
   * @param read as what it is read: {@code Double}
   * @param narrowed the primitive type to which the number is narrowed, or empty
   */
  record Scalar(String read, String narrowed) implements PythonResult {}

  /**
   * An enum constant by its name.
   *
   * @param type the enum
   */
  record Constant(TypeModel type) implements PythonResult {}

  /**
   * A list.
   *
   * @param element how each element is read
   */
  record Listed(PythonResult element) implements PythonResult {}

  /**
   * A record from a tuple.
   *
   * @param type the record
   * @param components how each is read
   */
  record Tuple(TypeModel.Declared type, List<PythonResult> components) implements PythonResult {
    public Tuple {
      components = List.copyOf(components);
    }
  }

  /**
   * Null from None.
   *
   * @param other how everything else is read
   */
  record OrNone(PythonResult other) implements PythonResult {}
}
