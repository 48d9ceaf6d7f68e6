package requestpath.harness.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.options.Options;
import requestpath.harness.api.RefusedException;
import requestpath.harness.machine.Environment;
import requestpath.harness.plan.Parameters;
import requestpath.harness.plan.Plan;
import requestpath.harness.plan.PlannedVariant;
import requestpath.harness.plan.ProfilerFiles;
import requestpath.harness.plan.Settings;
import requestpath.harness.plan.Side;
import requestpath.result.ResultFiles;

/**
 * The results of all forks so far, as JMH's own results: saved after each fork, printed at the end.
 *
 * @param resultFile the file that {@code -rff} names
 * @param afterwards prints rankings and writes the page
 */
record RunResults(
    Options options,
    Settings settings,
    Plan plan,
    Groups groups,
    RunDirectory directory,
    Optional<ResultFile> resultFile,
    Afterwards afterwards,
    OutputFormat out) {

  /**
   * Writes the results so far.
   *
   * @return a sentence if the file of {@code -rff} cannot be written; the run directory has all
   *     results
   * @throws RefusedException when the run directory cannot be written
   */
  Optional<String> save() throws RefusedException {
    List<RunResult> merged = merged();
    directory.saveResults(merged);
    directory.save(ResultFiles.ROUNDS, RoundsFile.of(groups));
    if (resultFile.isPresent()) {
      try {
        resultFile.get().write(merged);
      } catch (RefusedException e) {
        return Optional.of(e.getMessage() + "; all of them are in " + directory.path());
      }
    }
    return Optional.empty();
  }

  /** All variants without the controls, each with all of its forks. */
  private List<RunResult> merged() {
    List<RunResult> merged = new ArrayList<>();
    for (PlannedVariant planned : plan.variants()) {
      List<BenchmarkResult> forks =
          groups.forks(planned).values().stream().map(Fork::result).toList();
      if (!forks.isEmpty()) {
        Optional<Side> side = settings.against().map(other -> planned.side());
        merged.add(
            new RunResult(Parameters.ofForks(forks.get(0).getParams(), forks.size(), side), forks));
      }
    }
    return merged;
  }

  /** Prints them. */
  void print() {
    out.println("");
    out.endRun(merged());
    afterwards.rankings(directory.path()).forEach(out::println);
    skipped().forEach(line -> out.println("# Skipped: " + line));
    out.println("");
    ProfilerFiles.directories(options.getProfilers(), directory.path())
        .forEach(
            (profiler, directories) ->
                directories.forEach(
                    each ->
                        out.println(
                            "# Files of -prof "
                                + profiler
                                + ", one directory for each round: "
                                + each)));
    out.println("# Kept in " + directory.path());
  }

  /**
   * Saves the environment of a run that is complete, and prints the results.
   *
   * @param total how long it took
   * @param failures one sentence for each failed fork
   * @param isStopped whether it stopped at a failure, as {@code -foe} asks
   * @throws RefusedException when something failed; all results have been printed
   */
  void complete(Environment environment, String total, List<String> failures, boolean isStopped)
      throws RefusedException {
    environment.found(failures, skipped());
    directory.save(ResultFiles.ENVIRONMENT, environment.text());
    if (groups.count() == 0 && failures.isEmpty()) {
      throw new RefusedException("the time limit is too short for a single fork");
    }
    long missing = plan.variants().stream().filter(row -> groups.forks(row).isEmpty()).count();
    if (missing < plan.variants().size()) {
      out.println("# Run complete. Total time: " + total);
      print();
      out.println("# " + afterwards.make(directory.path(), settings.isQuick()));
      resultFile.ifPresent(file -> out.println("Benchmark result is saved to " + file));
    }
    if (!failures.isEmpty()) {
      throw new RefusedException(
          failures.size()
              + (failures.size() == 1 ? " failure" : " failures")
              + (missing == 0 ? "" : ", " + missing + " without a result")
              + (isStopped ? ", and the run stopped there because of -foe" : "")
              + "; the first: "
              + failures.get(0));
    }
  }

  private List<String> skipped() {
    return plan.skipped().stream()
        .map(
            planned ->
                planned.title()
                    + ": "
                    + planned.support().reason()
                    + " ("
                    + planned.support().source()
                    + ")")
        .toList();
  }
}
