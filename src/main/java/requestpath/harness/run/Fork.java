package requestpath.harness.run;

import java.util.List;
import org.openjdk.jmh.results.BenchmarkResult;

/**
 * A fork that has ended well.
 *
 * @param result what it found out, found correct
 * @param warmUp the score of each iteration of its warm-up, in the order of time
 */
record Fork(BenchmarkResult result, List<Double> warmUp) {}
