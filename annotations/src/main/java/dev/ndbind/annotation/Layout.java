package dev.ndbind.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The contract of one array: its shape, its order in memory, and what the method does with it.
 *
 * <p>It is written on a parameter, on a method for its result, or on a record component for one of
 * several results; a result takes only {@link #value}, {@link #order} and {@link #dtype}. On an
 * annotation type it makes that annotation a name for the whole contract:
 *
 * {@snippet :
 * @Layout(value = "b 3 h w", order = Order.C)
 * @interface ImageBatch {}
 *
 * @AcceptsNumpy
 * static void show(@ImageBatch Float32Array images) { ... }
 * }
 *
 * <p>An array parameter without the annotation has the contract that all defaults make.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.PARAMETER,
  ElementType.METHOD,
  ElementType.RECORD_COMPONENT,
  ElementType.ANNOTATION_TYPE
})
public @interface Layout {
  /**
   * The shape pattern: one entry for each axis, separated by spaces.
   *
   * <table>
   * <caption>Entries of a shape pattern</caption>
   * <tr><th>entry</th><th>meaning</th></tr>
   * <tr><td>{@code 3}</td><td>exactly this size</td></tr>
   * <tr><td>{@code n}</td><td>one size wherever the name occurs in the call, result included</td></tr>
   * <tr><td>{@code _}</td><td>any size</td></tr>
   * <tr><td>{@code ...}</td><td>any number of axes</td></tr>
   * <tr><td>{@code *batch}</td><td>any number of axes, the same wherever the name occurs</td></tr>
   * <tr><td>{@code #n}</td><td>{@code n}, or 1, which the method sees expanded to {@code n}</td></tr>
   * <tr><td><code>{k}</code></td><td>the value of the int or long parameter {@code k}</td></tr>
   * <tr><td>{@code n+1}, {@code 2*n}, {@code n*m-1}</td><td>exact integer expression</td></tr>
   * <tr><td>{@code rows=4}</td><td>an entry with a name for the reader, which binds nothing</td></tr>
   * </table>
   *
   * <p>At most one entry may stand for several axes. The empty string is rank 0. Binding does not
   * depend on the order of the parameters. A name that occurs only in results binds there.
   *
   * @return the pattern; by default any shape
   */
  String value() default "...";

  /**
   * The order of elements in memory that the method needs.
   *
   * @return by default any strides
   */
  Order order() default Order.ANY;

  /**
   * What the method does with the array.
   *
   * @return by default it reads
   */
  Use use() default Use.READ;

  /**
   * Which element conversions are allowed. {@link Use#WRITE_BACK} needs them both ways.
   *
   * @return by default none
   */
  Casting casting() default Casting.EXACT;

  /**
   * The dtypes accepted, for parameters whose type leaves that open: {@code NumpyArray}, {@code
   * MemorySegment}, and unsigned or half-precision data in primitive arrays. A tensor of a dtype
   * not listed is cast to the first one listed that {@link #casting} allows.
   *
   * @return concrete dtypes or families; empty for what the parameter's type says, which for {@code
   *     NumpyArray} is every dtype
   */
  DType[] dtype() default {};

  /**
   * How long a copy made for this parameter is remembered, if there is room for it. Nothing is ever
   * served that the chosen rule would call stale.
   *
   * @return by default for one call
   */
  Reuse reuse() default Reuse.CALL;
}
