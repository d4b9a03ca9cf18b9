package dev.ndbind.processor.pattern;

/** One entry of a shape pattern. It prints as it is written. */
public sealed interface Dim {

  /**
   * {@code 3}: exactly this size.
   *
   * @param size not negative
   */
  record Fixed(long size) implements Dim {
    @Override
    public String toString() {
      return Long.toString(size);
    }
  }

  /**
   * {@code n}: one size wherever the name occurs in the call.
   *
   * @param name the axis
   */
  record Named(String name) implements Dim {
    @Override
    public String toString() {
      return name;
    }
  }

  /** {@code _}: any size. */
  record Any() implements Dim {
    @Override
    public String toString() {
      return "_";
    }
  }

  /** {@code ...}: any number of axes. */
  record Several() implements Dim {
    @Override
    public String toString() {
      return "...";
    }
  }

  /**
   * {@code *batch}: any number of axes, the same wherever the name occurs.
   *
   * @param name the run of axes
   */
  record Run(String name) implements Dim {
    @Override
    public String toString() {
      return "*" + name;
    }
  }

  /**
   * {@code #n}: the size of {@code n}, or 1.
   *
   * @param name the axis
   */
  record Broadcast(String name) implements Dim {
    @Override
    public String toString() {
      return "#" + name;
    }
  }

  /**
   * {@code #*batch}: any number of axes that NumPy would broadcast to those of {@code *batch}.
   *
   * @param name the run of axes
   */
  record BroadcastRun(String name) implements Dim {
    @Override
    public String toString() {
      return "#*" + name;
    }
  }

  /**
   * <code>{k}</code>: the value of the method's parameter {@code k}.
   *
   * @param parameter the parameter's name
   */
  record Value(String parameter) implements Dim {
    @Override
    public String toString() {
      return "{" + parameter + "}";
    }
  }

  /**
   * {@code n+1}: a size that follows from others.
   *
   * @param size neither a constant nor a lone name
   */
  record Computed(SizeExpression size) implements Dim {
    @Override
    public String toString() {
      return size.toString();
    }
  }

  /**
   * {@code rows=4}: an entry with a name for the reader, which binds nothing.
   *
   * @param name the documentation
   * @param dim what holds
   */
  record Documented(String name, Dim dim) implements Dim {
    @Override
    public String toString() {
      return name + "=" + dim;
    }
  }

  /**
   * The entry that holds, without its documentation.
   *
   * @return never a {@link Documented}
   */
  default Dim meaning() {
    return this instanceof Documented(String _, Dim dim) ? dim.meaning() : this;
  }

  /**
   * Whether the entry stands for any number of axes.
   *
   * @return true for {@code ...}, {@code *name} and {@code #*name}
   */
  default boolean isVariadic() {
    return this instanceof Several || this instanceof Run || this instanceof BroadcastRun;
  }
}
