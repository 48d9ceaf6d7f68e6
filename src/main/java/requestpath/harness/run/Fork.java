package requestpath.harness.run;

import java.util.List;
import org.openjdk.jmh.results.BenchmarkResult;

/**
 * A successful fork.
 *
 * @param result its verified result
 * @param warmUp the score of each warm-up iteration, in order
 */
record Fork(BenchmarkResult result, List<Double> warmUp) {}
