package requestpath.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Carries the outcome of the proof from the fork to the host, as secondary results of the last
 * iteration: {@code @TearDown(Level.Trial)} runs within it. A fork without them was never proved
 * right.
 */
public final class ProofProfiler implements InternalProfiler {
  /** Bytes that the proof allocated; its presence says that the proof succeeded. */
  static final String ALLOCATED = "proof.allocated";

  /** Bytes produced or consumed by one operation. */
  static final String BYTES = "bytes";

  /** The same after gzip. */
  static final String GZIP_BYTES = "bytes.gzip";

  /** For JMH, which makes profilers by reflection. */
  public ProofProfiler() {}

  @Override
  public String getDescription() {
    return "Outcome of the proof that the measured operation is right, and the bytes that it produces";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    // The proof itself reports when it has run.
  }

  @Override
  public List<Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    List<Result<?>> results = new ArrayList<>();
    Optional<InFork.Outcome> outcome = InFork.takeOutcome();
    outcome.ifPresent(proved -> results.add(scalar(ALLOCATED, (double) proved.allocatedBytes())));
    outcome
        .flatMap(InFork.Outcome::produced)
        .ifPresent(
            produced -> {
              results.add(scalar(BYTES, (double) produced.bytes()));
              results.add(scalar(GZIP_BYTES, (double) produced.gzipBytes()));
            });
    return results;
  }

  static ScalarResult scalar(String label, double bytes) {
    return new ScalarResult(label, bytes, "B", AggregationPolicy.AVG);
  }
}
