package dev.ndbind.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which function a method of a {@link NumpyModule} calls, where it is not that of its name.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PythonName {
  /**
   * The function's name in its module.
   *
   * @return for example {@code true_divide}
   */
  String value();
}
