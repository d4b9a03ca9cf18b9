package dev.ndbind.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One tensor type of a framework, and the dtypes its tensors can have. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface TensorType {
  /**
   * The class of the tensors.
   *
   * @return for example {@code TFloat32.class}
   */
  Class<?> value();

  /**
   * The dtypes its tensors can have.
   *
   * @return concrete dtypes or families
   */
  DType[] dtypes();
}
