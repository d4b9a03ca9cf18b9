package dev.ndbind.report.plan;

import org.jspecify.annotations.Nullable;

/**
 * The contract of one argument or result. What a result has not is empty.
 *
 * @param name the parameter's, or {@code result} and the component's
 * @param type the Java type
 * @param dtype one, several joined by {@code or}, or {@code any dtype}
 * @param shape the shape pattern
 * @param order the order of memory
 * @param use what the method does with it
 * @param casting which casts are allowed
 * @param reuse how long a copy may be remembered
 * @param device where the memory may be
 * @param nullable whether it may be null
 */
public record Declared(
    String name,
    String type,
    String dtype,
    String shape,
    Order order,
    String use,
    String casting,
    String reuse,
    String device,
    boolean nullable) {
  /** As read: every part may be missing. */
  public Declared(
      @Nullable String name,
      @Nullable String type,
      @Nullable String dtype,
      @Nullable String shape,
      @Nullable Order order,
      @Nullable String use,
      @Nullable String casting,
      @Nullable String reuse,
      @Nullable String device,
      boolean nullable) {
    this.name = Missing.refuse("name", name);
    this.type = Missing.refuse("type", type);
    this.dtype = Missing.refuse("dtype", dtype);
    this.shape = Missing.refuse("shape", shape);
    this.order = Missing.refuse("order", order);
    this.use = Missing.orEmpty(use);
    this.casting = Missing.orEmpty(casting);
    this.reuse = Missing.orEmpty(reuse);
    this.device = Missing.orEmpty(device);
    this.nullable = nullable;
  }
}
