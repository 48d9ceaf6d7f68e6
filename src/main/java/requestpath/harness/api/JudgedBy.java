package requestpath.harness.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import requestpath.result.ForkStatistic;

/**
 * Declares how the iterations of a fork become its value, for one benchmark method. It overrides
 * what the class declares. A method that uses several threads needs {@link ForkStatistic#MEAN}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface JudgedBy {
  /** The statistic. */
  ForkStatistic value();
}
