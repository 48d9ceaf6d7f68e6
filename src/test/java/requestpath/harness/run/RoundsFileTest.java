package requestpath.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.ThroughputResult;
import requestpath.harness.plan.PlannedVariant;
import requestpath.result.RecordedRounds;

/** What a run records of each fork. */
class RoundsFileTest {
  @Test
  void aWarmUpIterationWithoutAFigureIsNull() {
    Fork ended = new Fork(Rows.fork(3).result(), List.of(6.54321, Double.NaN));

    RecordedRounds.Fork fork = RoundsFile.fork(Rows.row("GSON"), 2, ended);

    assertThat(fork.round()).isEqualTo(2);
    assertThat(fork.value()).isEqualTo(3);
    assertThat(fork.mean()).isEqualTo(3);
    assertThat(fork.warmUp()).containsExactly(6.543, null);
  }

  /** The 5% quantile of the times is among the fastest iterations: 10 operations in a second. */
  @Test
  void theValueOfThroughputIsThatOfTheTimes() {
    PlannedVariant timed = Rows.row("GSON");
    PlannedVariant planned =
        new PlannedVariant(
            timed.benchmark(),
            Mode.Throughput,
            timed.parameters(),
            timed.recipe(),
            timed.member(),
            timed.support(),
            timed.side(),
            false);
    List<IterationResult> iterations = new ArrayList<>();
    for (double operations : new double[] {10, 10, 10, 2, 5}) {
      IterationResult iteration = new IterationResult(null, null, null);
      iteration.addResult(
          new ThroughputResult(
              ResultRole.PRIMARY,
              "run",
              operations,
              TimeUnit.SECONDS.toNanos(1),
              TimeUnit.SECONDS));
      iterations.add(iteration);
    }

    RecordedRounds.Fork fork =
        RoundsFile.fork(planned, 1, new Fork(new BenchmarkResult(null, iterations), List.of()));

    assertThat(fork.value()).isCloseTo(10, within(1e-9));
    assertThat(fork.mean()).isCloseTo(5, within(1e-9));
  }
}
