package dev.ndbind.call;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a shape pattern, as the processor has parsed it. Names are places ("slots") in the
 * {@link MethodContract}, so that nothing is looked up by name during a call.
 */
public final class Axis {
  /** Kinds in the order in which a call binds them. */
  enum Kind {
    /** Any size. */
    ANY,
    /** Any number of axes. */
    SEVERAL,
    /** One size. */
    FIXED,
    /** The size bound to a name. */
    NAMED,
    /** The axes bound to a name. */
    RUN,
    /** The size bound to a name, or 1. */
    BROADCAST,
    /** What broadcasts to the axes bound to a name. */
    BROADCAST_RUN,
    /** A size that follows from others. */
    COMPUTED
  }

  private static final Axis ANY = new Axis(Kind.ANY, 0, null);
  private static final Axis SEVERAL = new Axis(Kind.SEVERAL, 0, null);

  final Kind kind;
  final long value;
  final @Nullable AxisExpression expression;

  private Axis(Kind kind, long value, @Nullable AxisExpression expression) {
    this.kind = kind;
    this.value = value;
    this.expression = expression;
  }

  /**
   * {@code _}: one axis of any size.
   *
   * @return always the same object
   */
  public static Axis any() {
    return ANY;
  }

  /**
   * {@code ...}: any number of axes.
   *
   * @return always the same object
   */
  public static Axis several() {
    return SEVERAL;
  }

  /**
   * {@code 3} or {@code rows=3}: one axis of this size.
   *
   * @param size in elements
   * @return a new entry
   */
  public static Axis fixed(long size) {
    return new Axis(Kind.FIXED, size, null);
  }

  /**
   * {@code n}: one axis of the size that the name has in the whole call.
   *
   * @param slot the name's place
   * @return a new entry
   */
  public static Axis named(int slot) {
    return new Axis(Kind.NAMED, slot, null);
  }

  /**
   * {@code {k}}: one axis of the size that {@link Call#value} gave.
   *
   * @param slot the parameter's place, among the names
   * @return a new entry
   */
  public static Axis value(int slot) {
    return named(slot);
  }

  /**
   * {@code *batch}: any number of axes, the same wherever the name occurs.
   *
   * @param slot the name's place among the runs
   * @return a new entry
   */
  public static Axis run(int slot) {
    return new Axis(Kind.RUN, slot, null);
  }

  /**
   * {@code #n}: one axis of the name's size, or of size 1, which is then expanded.
   *
   * @param slot the name's place
   * @return a new entry
   */
  public static Axis broadcast(int slot) {
    return new Axis(Kind.BROADCAST, slot, null);
  }

  /**
   * {@code #*batch}: any number of axes that NumPy would broadcast to those of the name, to which
   * they are then expanded: aligned at the right, each of the same size or 1.
   *
   * @param slot the name's place among the runs
   * @return a new entry
   */
  public static Axis broadcastRun(int slot) {
    return new Axis(Kind.BROADCAST_RUN, slot, null);
  }

  /**
   * {@code n+1}: one axis whose size follows from others.
   *
   * @param expression computes the size, exactly
   * @return a new entry
   */
  public static Axis computed(AxisExpression expression) {
    return new Axis(Kind.COMPUTED, 0, expression);
  }

  boolean isVariadic() {
    return kind == Kind.SEVERAL || kind == Kind.RUN || kind == Kind.BROADCAST_RUN;
  }
}
