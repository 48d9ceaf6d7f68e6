package requestpath.measure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.BenchmarkException;

/**
 * Why a fork has no figure.
 *
 * @param reason one sentence
 * @param isAnswer whether the benchmark itself said no, so that another try would end the same; all
 *     else may be of the moment
 */
record Failure(String reason, boolean isAnswer) {
  /** The JIT throws exceptions of the JDK without a stack trace, too, and those say nothing. */
  private static final String OURS = "requestpath.";

  private static final Pattern EXIT_CODE = Pattern.compile("exit code (\\d+)");

  /** What a shell, and JMH, makes of a process that was killed. */
  private static final int KILLED = 137;

  /** The innermost reason that JMH has, in one line. */
  static Failure of(Throwable thrown) {
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

  private static String explained(String message) {
    Matcher code = EXIT_CODE.matcher(message);
    return code.find() && Integer.parseInt(code.group(1)) == KILLED
        ? message + " (killed, as a system does that is out of memory)"
        : message;
  }
}
