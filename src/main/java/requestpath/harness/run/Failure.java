package requestpath.harness.run;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.BenchmarkException;
import requestpath.harness.machine.Jvm;
import requestpath.harness.plan.Plan;
import requestpath.harness.plan.PlannedVariant;

/**
 * Why a fork failed.
 *
 * @param reason one sentence
 * @param isAnswer whether the benchmark itself refused: another try would fail as well
 */
public record Failure(String reason, boolean isAnswer) {
  /** The JIT also throws exceptions without a stack trace, but only those of the JDK. */
  private static final String OURS = "requestpath.";

  /** Output of a JVM that does not start. */
  private static final Pattern NO_START =
      Pattern.compile(
          "Error occurred during initialization of|Could not create the Java Virtual Machine"
              + "|There is insufficient memory for the Java Runtime");

  /** The beginning of JMH's lines around the output of a fork. */
  private static final String MARKUP = "<";

  /** The JVM's and JMH's own, which know nothing of what is measured. */
  private static final Pattern UNQUOTING =
      Pattern.compile(
          "org[.]openjdk[.]jmh[.].*|java[.]lang[.]OutOfMemoryError: .*|.*: Forked VM .*");

  private static final Pattern THROWN = Pattern.compile("(?<name>[\\w.$]+): .*", Pattern.DOTALL);

  private static final Pattern EXIT_CODE = Pattern.compile("exit code (\\d+)");

  /** The exit code of a killed process. */
  private static final int KILLED = 137;

  /** The innermost reason that JMH has, in one line. */
  public static Failure of(Throwable thrown) {
    Throwable reason = thrown;
    while (reason.getCause() != null) {
      reason = reason.getCause();
    }
    if (reason instanceof BenchmarkException && reason.getSuppressed().length > 0) {
      reason = reason.getSuppressed()[0];
    }
    String message = String.valueOf(reason.getMessage()).lines().findFirst().orElse("");
    // Our exceptions without a stack trace are sentences; others need their name.
    boolean isSentence =
        reason.getStackTrace().length == 0
            && reason.getClass().getName().startsWith(OURS)
            && !message.isEmpty();
    return new Failure(
        isSentence ? message : reason.getClass().getName() + ": " + explained(message), isSentence);
  }

  /** The same failure of a variant, without quotes if it measures the user's own document. */
  Failure shownFor(PlannedVariant planned) {
    return planned.parameters().containsKey(Plan.FILE) ? withoutQuotes() : this;
  }

  /**
   * The same failure without the message of a library's exception: libraries quote what they read,
   * and the user's own document is private.
   */
  Failure withoutQuotes() {
    Matcher thrown = THROWN.matcher(reason);
    return isAnswer || !thrown.matches() || UNQUOTING.matcher(reason).matches()
        ? this
        : new Failure(thrown.group("name") + ", whose message may quote the file", false);
  }

  /**
   * The same failure with the JVM's own reason, if the JVM did not start.
   *
   * @param printed the last lines of the fork
   */
  public Failure with(List<String> printed) {
    List<String> own = printed.stream().filter(line -> !line.startsWith(MARKUP)).toList();
    boolean isStart = own.stream().anyMatch(line -> NO_START.matcher(line).find());
    return isStart
        ? Jvm.reason(String.join("\n", own))
            .map(words -> new Failure(reason + " (" + words + ")", isAnswer))
            .orElse(this)
        : this;
  }

  private static String explained(String message) {
    Matcher code = EXIT_CODE.matcher(message);
    return code.find() && Integer.parseInt(code.group(1)) == KILLED
        ? message + " (killed, perhaps because the system had no free memory)"
        : message;
  }
}
