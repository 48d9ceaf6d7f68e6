package requestpath.measure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the baseline of a benchmark method, where the methods of a class form more than one
 * group. All methods that name the same baseline form a group with it; the group is called after
 * it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ComparedWith {
  /** The name of the baseline: another benchmark method of the same class. */
  String value();
}
