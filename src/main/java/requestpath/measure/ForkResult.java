package requestpath.measure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * What one fork sent home, made fit to be merged: refused unless it is whole and proved right, and
 * freed from what the proof added to it.
 */
final class ForkResult {
  private static final String ALLOCATION_RATE = "gc.alloc.rate";
  private static final String ALLOCATION_PER_OPERATION = "gc.alloc.rate.norm";

  private ForkResult() {}

  /**
   * The fork's result, with bytes produced as results of the fork and the proof's own allocation
   * taken out of the last iteration.
   *
   * @throws RefusedException when iterations are missing or the fork was not proved right
   */
  static BenchmarkResult accept(BenchmarkResult raw) throws RefusedException {
    int expected = raw.getParams().getMeasurement().getCount();
    List<IterationResult> iterations = new ArrayList<>(raw.getIterationResults());
    if (iterations.size() != expected) {
      throw new RefusedException(
          "only " + iterations.size() + " of " + expected + " iterations came back");
    }
    IterationResult last = iterations.get(expected - 1);
    Result<?> allocated = secondary(last, ProofProfiler.ALLOCATED);
    if (allocated == null) {
      throw new RefusedException("its answer was not proved right, so its figure does not count");
    }
    iterations.set(expected - 1, withoutProof(last));
    BenchmarkResult accepted = new BenchmarkResult(raw.getParams(), iterations, raw.getMetadata());
    for (Result<?> result : raw.getBenchmarkResults().values()) {
      accepted.addBenchmarkResult(result);
    }
    for (String label : List.of(ProofProfiler.BYTES, ProofProfiler.GZIP_BYTES)) {
      Result<?> bytes = secondary(last, label);
      if (bytes != null) {
        accepted.addBenchmarkResult(ProofProfiler.scalar(label, bytes.getScore()));
      }
    }
    return accepted;
  }

  /**
   * The iteration without the outcome of the proof and without what the proof allocated, if it ran
   * in it.
   */
  static IterationResult withoutProof(IterationResult iteration) {
    Result<?> allocated = secondary(iteration, ProofProfiler.ALLOCATED);
    if (allocated == null) {
      return iteration;
    }
    double share = shareOfMeasured(iteration, allocated.getScore());
    IterationResult corrected =
        new IterationResult(
            iteration.getBenchmarkParams(), iteration.getParams(), iteration.getMetadata());
    corrected.addResults(iteration.getRawPrimaryResults());
    for (Result<?> result : iteration.getRawSecondaryResults().values()) {
      switch (result.getLabel()) {
        case ProofProfiler.ALLOCATED, ProofProfiler.BYTES, ProofProfiler.GZIP_BYTES -> {}
        case ALLOCATION_RATE, ALLOCATION_PER_OPERATION ->
            corrected.addResult(
                new ScalarResult(
                    result.getLabel(),
                    result.getScore() * share,
                    result.getScoreUnit(),
                    AggregationPolicy.AVG));
        default -> corrected.addResult(result);
      }
    }
    return corrected;
  }

  /** The share of the last iteration's allocation that is not the proof's, from 0 to 1. */
  private static double shareOfMeasured(IterationResult last, double allocatedByProof) {
    Result<?> perOperation = secondary(last, ALLOCATION_PER_OPERATION);
    if (perOperation == null) {
      return 1;
    }
    double all = perOperation.getScore() * last.getMetadata().getAllOps();
    return all > allocatedByProof ? 1 - allocatedByProof / all : 0;
  }

  private static @Nullable Result<?> secondary(IterationResult iteration, String label) {
    return iteration.getSecondaryResults().get(label);
  }
}
