package dev.ndbind.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the class that connects one framework's tensors with arrays, and tells the processor which
 * overloads to generate for it. Users name such classes in {@link AcceptsNumpy#from}.
 *
 * <p>Generated code calls three public static methods of the class directly, for each tensor type:
 *
 * <ul>
 *   <li>{@code describe(T tensor)}, which returns a {@code dev.ndbind.call.TensorDescription}, or
 *       null for null,
 *   <li>{@code dtype(T tensor)}, its dtype, or null where there is none; it never throws,
 *   <li>{@code tensor(A array)}, which makes a tensor from a result of array class {@code A}.
 * </ul>
 *
 * <p>Their parameters and results are just these types: a method for a supertype would make the JVM
 * load the framework when it links an adapter, whether the framework is used or not.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Bridge {
  /**
   * The framework's name in messages and documentation.
   *
   * @return for example {@code PyTorch}
   */
  String framework();

  /**
   * The framework's tensor types. A parameter that accepts exactly one dtype gets the type that
   * holds just this dtype, if there is one, else a type that holds it among others.
   *
   * @return at least one
   */
  TensorType[] tensors();

  /**
   * Whether tensors may be written in place. If not, methods that write get no overload.
   *
   * @return false for frameworks whose tensors are immutable
   */
  boolean writable() default true;

  /**
   * The order in memory that every tensor of the framework has.
   *
   * @return {@link Order#C} for frameworks without strides, whose tensors never need a copy to be
   *     in C order, and always one to be in F order; {@link Order#ANY} if tensors have strides
   */
  Order order() default Order.ANY;

  /**
   * Where the memory of tensors may be.
   *
   * @return {@link Device#CPU} if never on another device
   */
  Device device() default Device.ANY;

  /**
   * Whether a tensor can be made over the memory of an array that a method returns.
   *
   * @return false for frameworks whose tensors have memory of their own, so that each result is
   *     copied once
   */
  boolean adoptsResults() default true;

  /**
   * Whether the framework counts the writes to each tensor, so that copies can be remembered until
   * the next one.
   *
   * @return false if {@link Reuse#VERSION} is {@link Reuse#CALL} for its tensors
   */
  boolean countsWrites() default false;
}
