package requestpath.harness.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a benchmark method does a part of what another method of its class does. A run that
 * measures both with the same parameters says what share of the whole the part takes.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface PartOf {
  /** The names of the benchmark methods that do the whole. */
  String[] value();
}
