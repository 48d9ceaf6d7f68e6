package requestpath.harness.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.options.Options;
import requestpath.harness.api.RefusedException;
import requestpath.harness.fork.CorrectnessProfiler;
import requestpath.harness.plan.Parameters;

/**
 * Accepts the result of a fork if it is complete and verified, and removes the cost of the
 * correctness check from it.
 */
public final class ForkResult {
  private static final String ALLOCATION_RATE = "gc.alloc.rate";
  public static final String ALLOCATION_PER_OPERATION = "gc.alloc.rate.norm";
  private static final String COLLECTIONS = "gc.count";
  private static final String COLLECTION_MILLIS = "gc.time";
  private static final double BYTES_A_MEBIBYTE = 1024 * 1024;
  private static final double NANOS_A_SECOND = 1e9;

  private ForkResult() {}

  /**
   * Runs a fork.
   *
   * @return its accepted result
   * @throws RunnerException when JMH says that it failed
   * @throws RefusedException when its result is not accepted
   */
  static BenchmarkResult of(Options fork, OutputFormat out)
      throws RunnerException, RefusedException {
    Optional<BenchmarkResult> raw =
        new Runner(fork, out)
            .run().stream().flatMap(result -> result.getBenchmarkResults().stream()).findFirst();
    return accept(raw.orElseThrow(() -> new RefusedException("JMH returned no result")));
  }

  /**
   * The fork's result without the cost of the correctness check, and with the bytes produced.
   *
   * @throws RefusedException when iterations are missing or the fork was not verified
   */
  private static BenchmarkResult accept(BenchmarkResult raw) throws RefusedException {
    int expected = raw.getParams().getMeasurement().getCount();
    BenchmarkParams params = Parameters.withoutSecrets(raw.getParams());
    List<IterationResult> iterations = new ArrayList<>(raw.getIterationResults());
    if (iterations.size() != expected) {
      throw new RefusedException(
          "only " + iterations.size() + " of " + expected + " iterations have a result");
    }
    for (IterationResult iteration : iterations) {
      double score = iteration.getPrimaryResult().getScore();
      if (!(score > 0) || Double.isInfinite(score)) {
        throw new RefusedException("an iteration has the score " + score + ", which is not a time");
      }
    }
    IterationResult last = iterations.get(expected - 1);
    if (secondary(last, CorrectnessProfiler.ALLOCATED) == null) {
      throw new RefusedException("the fork was not verified: its result does not count");
    }
    iterations.set(expected - 1, withoutCheck(last));
    iterations.replaceAll(iteration -> of(iteration, params));
    BenchmarkResult accepted = new BenchmarkResult(params, iterations, raw.getMetadata());
    for (Result<?> result : raw.getBenchmarkResults().values()) {
      accepted.addBenchmarkResult(result);
    }
    for (String label : List.of(CorrectnessProfiler.BYTES, CorrectnessProfiler.GZIP_BYTES)) {
      Result<?> bytes = secondary(last, label);
      if (bytes != null) {
        accepted.addBenchmarkResult(bytes);
      }
    }
    return accepted;
  }

  private static IterationResult of(IterationResult iteration, BenchmarkParams params) {
    IterationResult same =
        new IterationResult(params, iteration.getParams(), iteration.getMetadata());
    same.addResults(iteration.getRawPrimaryResults());
    iteration.getRawSecondaryResults().values().forEach(same::addResult);
    return same;
  }

  /** The result under the name that the benchmark gave it. */
  private static ScalarResult reported(Result<?> result) {
    return new ScalarResult(
        result.getLabel().substring(CorrectnessProfiler.REPORTED.length()),
        result.getScore(),
        result.getScoreUnit(),
        AggregationPolicy.AVG);
  }

  /**
   * The iteration without the outcome and the cost of the correctness check, and with additional
   * results under the names that the benchmark gave them.
   */
  public static IterationResult withoutCheck(IterationResult iteration) {
    if (secondary(iteration, CorrectnessProfiler.ALLOCATED) == null) {
      return iteration;
    }
    IterationResult corrected =
        new IterationResult(
            iteration.getBenchmarkParams(), iteration.getParams(), iteration.getMetadata());
    corrected.addResults(iteration.getRawPrimaryResults());
    for (Result<?> result : iteration.getRawSecondaryResults().values()) {
      String label = result.getLabel();
      if (label.startsWith(CorrectnessProfiler.REPORTED)) {
        corrected.addResult(reported(result));
      } else if (!label.startsWith(CorrectnessProfiler.PREFIX)
          && !label.equals(CorrectnessProfiler.BYTES)
          && !label.equals(CorrectnessProfiler.GZIP_BYTES)) {
        corrected.addResult(corrected(iteration, result));
      }
    }
    return corrected;
  }

  private static Result<?> corrected(IterationResult iteration, Result<?> result) {
    double checkBytes = score(iteration, CorrectnessProfiler.ALLOCATED);
    long operations = iteration.getMetadata().getAllOps();
    double score = result.getScore();
    return switch (result.getLabel()) {
      case ALLOCATION_PER_OPERATION ->
          replaced(result, Math.max(0, score - checkBytes / operations), AggregationPolicy.AVG);
      case ALLOCATION_RATE ->
          replaced(result, measuredRate(iteration, score, checkBytes), AggregationPolicy.AVG);
      case COLLECTIONS ->
          replaced(
              result,
              score - score(iteration, CorrectnessProfiler.COLLECTIONS),
              AggregationPolicy.SUM);
      case COLLECTION_MILLIS ->
          replaced(
              result,
              score - score(iteration, CorrectnessProfiler.COLLECTION_MILLIS),
              AggregationPolicy.SUM);
      default -> result;
    };
  }

  /** The rate in MiB/s without the bytes and the time of the correctness check. */
  private static double measuredRate(IterationResult iteration, double rate, double checkBytes) {
    double bytes = score(iteration, ALLOCATION_PER_OPERATION) * iteration.getMetadata().getAllOps();
    double nanos = bytes / BYTES_A_MEBIBYTE / rate * NANOS_A_SECOND;
    double measuredNanos = nanos - score(iteration, CorrectnessProfiler.NANOS);
    return measuredNanos > 0
        ? Math.max(0, bytes - checkBytes) / BYTES_A_MEBIBYTE / measuredNanos * NANOS_A_SECOND
        : rate;
  }

  private static ScalarResult replaced(Result<?> result, double score, AggregationPolicy policy) {
    return new ScalarResult(result.getLabel(), score, result.getScoreUnit(), policy);
  }

  private static double score(IterationResult iteration, String label) {
    Result<?> result = secondary(iteration, label);
    return result == null ? 0 : result.getScore();
  }

  private static @Nullable Result<?> secondary(IterationResult iteration, String label) {
    return iteration.getSecondaryResults().get(label);
  }
}
