package requestpath.measure;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.options.Options;

/** The JVM that {@code -jvm} names. */
final class Jvm {
  private static final int PROBE_SECONDS = 30;

  private Jvm() {}

  /**
   * Starts the JVM once, as JMH would find out only in every fork.
   *
   * @throws UsageException when it does not start
   */
  static void requireRunnable(Options options) throws UsageException {
    if (!options.getJvm().hasValue()) {
      return;
    }
    String jvm = options.getJvm().get();
    String problem;
    try {
      Process process =
          new ProcessBuilder(jvm, "-version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        problem = "it does not answer -version";
      } else if (process.exitValue() == 0) {
        return;
      } else {
        problem = "-version ends with exit code " + process.exitValue();
      }
    } catch (IOException e) {
      problem = "it does not start";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      problem = "interrupted";
    }
    throw new UsageException(
        "-jvm " + jvm + " is no Java launcher (" + problem + "): name the bin/java of a JDK");
  }
}
