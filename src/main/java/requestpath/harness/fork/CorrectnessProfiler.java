package requestpath.harness.fork;

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
import requestpath.harness.api.Cost;
import requestpath.harness.api.InFork;
import requestpath.harness.run.ForkResult;

/**
 * Sends the outcome of the correctness check from the fork to the host, as secondary results of the
 * last iteration, in which {@code @TearDown(Level.Trial)} runs. A fork without them is not
 * verified.
 */
public final class CorrectnessProfiler implements InternalProfiler {
  /** Labels that begin like this are for {@link ForkResult} and are not kept. */
  public static final String PREFIX = "check.";

  /** Bytes that the correctness check allocated. Present only if the check succeeded. */
  public static final String ALLOCATED = PREFIX + "allocated";

  /** Nanoseconds that the correctness check took. */
  public static final String NANOS = PREFIX + "nanos";

  /** Garbage collections during the correctness check. */
  public static final String COLLECTIONS = PREFIX + "gc.count";

  /** Milliseconds of garbage collections during the correctness check. */
  public static final String COLLECTION_MILLIS = PREFIX + "gc.time";

  /** Prefix of the labels of additional results. */
  public static final String REPORTED = PREFIX + "reported.";

  /** Bytes produced or consumed by one operation. */
  public static final String BYTES = "bytes";

  /** The same after gzip. */
  public static final String GZIP_BYTES = "bytes.gzip";

  /** For JMH, which makes profilers by reflection. */
  public CorrectnessProfiler() {}

  @Override
  public String getDescription() {
    return "Outcome of the correctness check, and the bytes that the operation produces";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    Leash.hold();
  }

  @Override
  public List<Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    Optional<InFork.Outcome> outcome = InFork.takeOutcome();
    return outcome.map(CorrectnessProfiler::results).orElse(List.of());
  }

  private static List<Result<?>> results(InFork.Outcome outcome) {
    Cost cost = outcome.cost();
    List<Result<?>> results = new ArrayList<>();
    results.add(scalar(ALLOCATED, cost.allocatedBytes(), "B"));
    results.add(scalar(NANOS, cost.nanos(), "ns"));
    results.add(scalar(COLLECTIONS, cost.collections(), "counts"));
    results.add(scalar(COLLECTION_MILLIS, cost.collectionMillis(), "ms"));
    outcome
        .produced()
        .ifPresent(
            produced -> {
              results.add(scalar(BYTES, produced.bytes(), "B"));
              results.add(scalar(GZIP_BYTES, produced.gzipBytes(), "B"));
            });
    for (InFork.Reported reported : outcome.reported()) {
      results.add(scalar(REPORTED + reported.label(), reported.value(), reported.unit()));
    }
    return results;
  }

  private static ScalarResult scalar(String label, long value, String unit) {
    return new ScalarResult(label, (double) value, unit, AggregationPolicy.AVG);
  }
}
