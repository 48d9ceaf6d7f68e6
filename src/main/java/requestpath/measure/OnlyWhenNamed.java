package requestpath.measure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Excludes a benchmark method from runs that do not name it. A pattern names a method if it matches
 * the method's full name, but not the part up to the class: {@code toText} and {@code
 * JsonEncode.*toText} name {@code JsonEncodeBenchmark.toText}; {@code JsonEncode} does not. If the
 * command line selects no other method, the method counts as named.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnlyWhenNamed {}
