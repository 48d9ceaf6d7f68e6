package requestpath.harness.run;

import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import requestpath.harness.api.RefusedException;
import requestpath.harness.machine.Environment;
import requestpath.harness.plan.Plan;
import requestpath.harness.plan.PlannedRow;
import requestpath.harness.plan.ProfilerFiles;
import requestpath.harness.plan.Settings;

/**
 * What a run has found out, printed and saved.
 *
 * @param resultFile the file that {@code -rff} names
 * @param results of all forks so far
 * @param afterwards what becomes of the run's files
 */
record RunAnswer(
    CommandLineOptions options,
    Settings settings,
    Plan plan,
    RunDirectory directory,
    Optional<ResultFile> resultFile,
    RunResults results,
    Afterwards afterwards,
    OutputFormat out) {

  /** Prints it as far as the run came. */
  void print() {
    print(results.merged());
  }

  /**
   * A run is over: saves what it was measured in and what it says, and prints that.
   *
   * @param total how long it took
   * @param failures of forks that have no figure, a sentence each
   * @param isStopped whether it stopped at a failure, as {@code -foe} asks
   * @throws RefusedException when something failed; whatever there is has been printed
   */
  void complete(Environment environment, String total, List<String> failures, boolean isStopped)
      throws RefusedException {
    List<RunResult> merged = results.merged();
    environment.found(failures, skipped());
    directory.save(RunDirectory.ENVIRONMENT, environment.bytes());
    if (merged.isEmpty()) {
      throw new RefusedException(
          failures.isEmpty()
              ? "the time limit leaves no room for a single fork"
              : failed(failures, 0, isStopped));
    }
    out.println("# Run complete. Total time: " + total);
    print(merged);
    out.println("# " + afterwards.make(directory.path(), settings.isQuick()));
    resultFile.ifPresent(file -> out.println("Benchmark result is saved to " + file));
    if (!failures.isEmpty()) {
      throw new RefusedException(failed(failures, merged.size(), isStopped));
    }
  }

  private void print(List<RunResult> merged) {
    out.println("");
    out.endRun(merged);
    afterwards.rankings(directory.path()).forEach(out::println);
    skipped().forEach(line -> out.println("# Skipped: " + line));
    out.println("");
    ProfilerFiles.folders(options.getProfilers(), directory.path())
        .forEach(
            (profiler, folders) ->
                folders.forEach(
                    folder ->
                        out.println(
                            "# Of -prof " + profiler + ", a folder for each round: " + folder)));
    out.println("# Kept in " + directory.path());
  }

  private List<String> skipped() {
    return plan.skipped().stream().map(RunAnswer::skipped).toList();
  }

  private static String skipped(PlannedRow planned) {
    return planned.title()
        + ": "
        + planned.support().reason()
        + " ("
        + planned.support().source()
        + ")";
  }

  private String failed(List<String> failures, int figures, boolean isStopped) {
    int withoutFigure = plan.rows().size() - figures;
    return count(failures.size(), "failure")
        + (withoutFigure == 0 ? "" : ", " + withoutFigure + " left without a figure")
        + (isStopped ? ", and the run stopped there as -foe asks" : "")
        + "; the first: "
        + failures.get(0);
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
