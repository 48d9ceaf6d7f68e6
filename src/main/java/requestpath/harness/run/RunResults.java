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
import requestpath.text.Screen;

/**
 * The results of all forks so far, as JMH's own results: saved after each fork, printed at the end.
 *
 * @param resultFile the file that {@code -rff} names
 * @param afterwards makes rankings and the page
 * @param isOnScreen whether it prints to a terminal that the user did not ask for more
 */
record RunResults(
    Options options,
    Settings settings,
    Plan plan,
    Groups groups,
    RunDirectory directory,
    Optional<ResultFile> resultFile,
    Afterwards afterwards,
    OutputFormat out,
    boolean isOnScreen) {
  /** Its result is a column of every ranking. */
  private static final String ALLOCATION_PROFILER = "gc";

  /** The prompt of the shell follows the last line. */
  private static final int PROMPT = 1;

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

  /** Prints the results of a run that has no page. */
  void print() {
    List<String> last = List.of("# Kept in " + directory.path());
    rankings(last);
    last.forEach(out::println);
  }

  /**
   * Prints JMH's own table if it was asked for, then the rankings.
   *
   * @param following lines that follow
   */
  private void rankings(List<String> following) {
    if (showsAll()) {
      out.println("");
      out.endRun(merged());
    }
    List<String> notes = new ArrayList<>(isOnScreen ? skippedInWords() : List.of());
    ProfilerFiles.directories(options.getProfilers(), directory.path())
        .forEach(
            (profiler, directories) ->
                directories.forEach(
                    each ->
                        notes.add(
                            "# Files of -prof "
                                + profiler
                                + ", one directory for each round: "
                                + each)));
    if (isOnScreen) {
      Screen screen = Screen.here();
      int taken = screen.height(notes) + screen.height(following) + PROMPT;
      afterwards.rankings(directory.path(), screen.without(taken)).forEach(out::println);
    } else {
      afterwards.rankings(directory.path()).forEach(out::println);
      skipped().forEach(line -> out.println("# Skipped: " + line));
      out.println("");
    }
    notes.forEach(out::println);
  }

  /**
   * Whether JMH's own table is asked for: with {@code -v}, in a file, and with a profiler, whose
   * results stand nowhere else.
   */
  private boolean showsAll() {
    return options.verbosity().hasValue()
        || options.getOutput().hasValue()
        || options.getProfilers().stream()
            .anyMatch(profiler -> !profiler.getKlass().equals(ALLOCATION_PROFILER));
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
      List<String> saved =
          resultFile.map(file -> "Benchmark result is saved to " + file).stream().toList();
      String complete = "# Run complete. Total time: " + total;
      List<String> following = new ArrayList<>(saved);
      following.add("# The page with all results: " + directory.path().resolve("report.html"));
      following.add(complete);
      failures.stream().limit(1).forEach(following::add);
      out.println(complete);
      rankings(following);
      if (!isOnScreen) {
        out.println("# Kept in " + directory.path());
      }
      out.println("# " + afterwards.make(directory.path(), settings.isQuick()));
      saved.forEach(out::println);
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

  /** How many variants are skipped, and where the reasons are. */
  private List<String> skippedInWords() {
    int count = plan.skipped().size();
    return count == 0
        ? List.of()
        : List.of(
            "# Skipped: "
                + count
                + (count == 1 ? " variant" : " variants")
                + " that libraries do not support; report.md has the reasons");
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
