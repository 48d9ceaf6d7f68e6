package requestpath.harness.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import requestpath.harness.api.RefusedException;
import requestpath.harness.plan.Parameters;
import requestpath.harness.plan.Plan;
import requestpath.harness.plan.PlannedRow;
import requestpath.harness.plan.Settings;
import requestpath.harness.plan.Side;

/** What a run has found out so far, as JMH's own results and on disk. */
final class RunResults {
  private final Plan plan;
  private final Groups groups;
  private final Settings settings;
  private final RunDirectory directory;
  private final Optional<ResultFile> resultFile;

  RunResults(
      Plan plan,
      Groups groups,
      Settings settings,
      RunDirectory directory,
      Optional<ResultFile> resultFile) {
    this.plan = plan;
    this.groups = groups;
    this.settings = settings;
    this.directory = directory;
    this.resultFile = resultFile;
  }

  /**
   * Writes what there is: a run that is killed leaves the forks that were done.
   *
   * @return what is wrong with the file that {@code -rff} names, if it cannot be written: all is in
   *     the run's folder, too
   * @throws RefusedException when the disk does not take it there
   */
  Optional<String> save() throws RefusedException {
    List<RunResult> merged = merged();
    directory.saveResults(merged);
    directory.save(RunDirectory.ROUNDS, RoundsFile.of(groups));
    if (resultFile.isPresent()) {
      try {
        resultFile.get().write(merged);
      } catch (RefusedException e) {
        return Optional.of(e.getMessage() + "; all of them are in " + directory.path());
      }
    }
    return Optional.empty();
  }

  /** All rows but the controls, each with all of its forks. */
  List<RunResult> merged() {
    List<RunResult> merged = new ArrayList<>();
    for (PlannedRow planned : plan.rows()) {
      List<BenchmarkResult> forks =
          groups.forks(planned).values().stream().map(Fork::result).toList();
      if (!forks.isEmpty()) {
        Optional<Side> side =
            settings.against().isPresent() ? Optional.of(planned.side()) : Optional.empty();
        merged.add(
            new RunResult(Parameters.ofForks(forks.get(0).getParams(), forks.size(), side), forks));
      }
    }
    return merged;
  }
}
