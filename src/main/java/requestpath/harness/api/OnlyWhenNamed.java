package requestpath.harness.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Excludes a benchmark method from runs that do not name it. A pattern names a method if one of its
 * matches reaches into the method's own name, and would not if the method had another name: {@code
 * toText}, {@code .*toText} and {@code JsonDecode|toText} name {@code JsonEncodeBenchmark.toText};
 * {@code JsonEncode}, {@code JsonEncode.*} and {@code .*} do not. If the command line selects no
 * other method, the method counts as named.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnlyWhenNamed {}
