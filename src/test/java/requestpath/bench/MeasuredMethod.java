package requestpath.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The parameters that JMH passes to a benchmark in a fork, as far as correctness checks use them.
 */
final class MeasuredMethod {
  private MeasuredMethod() {}

  /** The parameters of a fork that measures the method of this qualified name. */
  static BenchmarkParams named(String name) {
    IterationParams none = new IterationParams(IterationType.MEASUREMENT, 1, TimeValue.NONE, 1);
    return new BenchmarkParams(
        name,
        name,
        true,
        1,
        new int[] {1},
        List.of(),
        1,
        0,
        none,
        none,
        Mode.AverageTime,
        new WorkloadParams(),
        TimeUnit.NANOSECONDS,
        1,
        "",
        List.of(),
        "",
        "",
        "",
        "",
        TimeValue.NONE);
  }
}
