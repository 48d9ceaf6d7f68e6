package requestpath.harness.run;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.BenchmarkException;
import requestpath.harness.machine.Jvm;

/**
 * Why a fork has no figure.
 *
 * @param reason one sentence
 * @param isAnswer whether the benchmark itself said no, so that another try would end the same; all
 *     else may be of the moment
 */
public record Failure(String reason, boolean isAnswer) {
  /** The JIT throws exceptions of the JDK without a stack trace, too, and those say nothing. */
  private static final String OURS = "requestpath.";

  /** What a JVM prints when it does not start. */
  private static final Pattern NO_START =
      Pattern.compile(
          "Error occurred during initialization of|Could not create the Java Virtual Machine"
              + "|There is insufficient memory for the Java Runtime");

  /** How JMH's lines begin around what a fork printed. */
  private static final String MARKUP = "<";

  private static final Pattern EXIT_CODE = Pattern.compile("exit code (\\d+)");

  /** What a shell, and JMH, makes of a process that was killed. */
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
    // One without a stack trace is a sentence by itself; others are told by their names.
    boolean isSentence =
        reason.getStackTrace().length == 0
            && reason.getClass().getName().startsWith(OURS)
            && !message.isEmpty();
    return new Failure(
        isSentence ? message : reason.getClass().getName() + ": " + explained(message), isSentence);
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
        ? message + " (killed, as a system does that is out of memory)"
        : message;
  }
}
