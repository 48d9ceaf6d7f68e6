package requestpath.measure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a benchmark method out of a run that does not name it. A pattern names a method when it
 * matches the method's full name but not the part that ends with the class: {@code toText} and
 * {@code JsonEncode.*toText} name {@code JsonEncodeBenchmark.toText}, {@code JsonEncode} does not.
 * Where the command line selects no other method, it counts as named.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnlyWhenNamed {}
