/**
 * The JMH benchmarks. Each class asks one question; most inherit their recipe from a base class.
 * Each fork verifies in {@code @TearDown} the method that it measured.
 */
package requestpath.bench;
