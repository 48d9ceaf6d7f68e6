/**
 * The JMH benchmarks: one question a class, its recipe on the class itself. Each verifies in
 * {@code @TearDown} that the very method it measured is right.
 */
package requestpath.bench;
