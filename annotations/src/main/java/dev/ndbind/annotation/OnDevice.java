package dev.ndbind.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says where the memory of an array parameter may be when the method is called. Without it, {@link
 * Device#CPU}: a transfer from a device costs far more than the call, so it is never made unasked.
 *
 * <p>A parameter that is written ({@link Use#WRITE}) or must never be copied ({@link Use#VIEW})
 * cannot come from another device.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
public @interface OnDevice {
  /**
   * Where the memory may be.
   *
   * @return {@link Device#CPU} to refuse other devices, {@link Device#ANY} to copy from them
   */
  Device value();
}
