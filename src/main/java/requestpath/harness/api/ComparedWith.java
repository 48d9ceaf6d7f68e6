package requestpath.harness.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the baseline of a benchmark method, if the methods of a class form several groups. All
 * methods that name the same baseline form a group with it. The group has the baseline's name.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ComparedWith {
  /** The name of the baseline: another benchmark method of the same class. */
  String value();
}
