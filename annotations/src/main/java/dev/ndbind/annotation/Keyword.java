package dev.ndbind.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter of a {@link NumpyModule} method that is passed by name: {@code keepdims=True}.
 * Parameters by name come after those by position.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Keyword {
  /**
   * The name in Python.
   *
   * @return empty for the parameter's own name in snake case
   */
  String value() default "";
}
