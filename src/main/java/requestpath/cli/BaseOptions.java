package requestpath.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import requestpath.harness.api.UsageException;
import requestpath.harness.plan.Against;
import requestpath.report.ComparisonWriter;
import requestpath.result.ResultException;
import requestpath.result.RunComparison;

/** The options of a run that measures a base beside the candidate, and the gate of such a run. */
final class BaseOptions {
  private static final String FAIL_ON_REGRESSION = "--fail-on-regression";

  @Option(
      names = "--against-jvm",
      paramLabel = "HOME",
      description = "Also run every variant with this JDK, in the same rounds.")
  Optional<String> jvm = Optional.empty();

  @Option(
      names = "--against-jar",
      paramLabel = "JAR",
      description = "Also run every variant with another build of this jar.")
  Optional<String> jar = Optional.empty();

  @Option(
      names = "--against-args",
      paramLabel = "'ARGS'",
      description = "Also run every variant with these JVM arguments added.")
  Optional<String> arguments = Optional.empty();

  @Option(
      names = FAIL_ON_REGRESSION,
      paramLabel = "P%",
      description =
          "With --against-*: exit with 1 if a variant of the candidate is shown to be slower than"
              + " the base, by P or more, and with 3 if nothing can be judged.")
  Optional<Percentage> regression = Optional.empty();

  /**
   * The base.
   *
   * @throws UsageException when a file is not there, or there is a gate and no base
   */
  Optional<Against> against() throws UsageException {
    Optional<Against> against = Against.of(jvm, jar, arguments);
    if (regression.isPresent() && against.isEmpty()) {
      throw new UsageException(
          FAIL_ON_REGRESSION
              + " compares a candidate with its base: name the base with --against-jar,"
              + " --against-jvm or --against-args");
    }
    return against;
  }

  /**
   * Says which variants of the candidate are shown to be slower than the base, by the judgement of
   * {@code compare}. Says nothing without a gate.
   *
   * @param run the directory of a run that ended; empty if there is none
   * @param out where to say that no regression is shown
   * @param err where to name regressions, or to say that nothing can be judged
   * @return the exit code: 1 if a regression is shown, 3 if nothing could be judged, else 0
   */
  int gate(Optional<Path> run, PrintStream out, PrintStream err) {
    if (regression.isEmpty() || run.isEmpty()) {
      return Main.DONE;
    }
    String option = FAIL_ON_REGRESSION + " " + regression.get().text();
    ComparisonWriter.Result result;
    try {
      result =
          ComparisonWriter.compareSides(
              run.get(), RunComparison.NOISE, regression.get().share(), false);
    } catch (ResultException e) {
      err.println("requestpath: " + option + ": nothing can be judged: " + e.getMessage());
      return Main.NOT_JUDGED;
    }
    if (!result.isJudged()) {
      err.println(
          "requestpath: "
              + option
              + ": nothing can be judged: too few forks, or intervals that are too wide; measure"
              + " with -f 5 or more");
      return Main.NOT_JUDGED;
    }
    String found = " of " + result.judged() + " judged variants of the candidate ";
    if (result.regressions().isEmpty()) {
      out.println("# " + option + ": none" + found + "is shown to be slower by as much");
      return Main.DONE;
    }
    result
        .regressions()
        .forEach(
            sentence ->
                err.println("requestpath: the candidate is slower than the base: " + sentence));
    int count = result.regressions().size();
    err.println(
        "requestpath: "
            + option
            + ": "
            + count
            + found
            + (count == 1 ? "is" : "are")
            + " shown to be slower by as much");
    return Main.BAD_ANSWER;
  }
}
