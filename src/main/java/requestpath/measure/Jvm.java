package requestpath.measure;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.util.Utils;

/** The JVM and the arguments that forks will be started with. */
final class Jvm {
  private static final int PROBE_SECONDS = 30;

  /** What every JVM prints when it is asked for its settings, and no other program. */
  private static final String JAVA_SETTING = "java.vm.version = ";

  private Jvm() {}

  /**
   * Starts the JVM once with all arguments, as JMH would find out only in every fork.
   *
   * @param recipe the arguments that the benchmarks declare
   * @throws UsageException when it does not start, or is no JVM
   */
  static void requireRunnable(Options options, Collection<String> recipe) throws UsageException {
    List<String> command = new ArrayList<>();
    command.add(options.getJvm().orElse(Utils.getCurrentJvm()));
    command.addAll(options.getJvmArgsPrepend().orElse(List.of()));
    command.addAll(options.getJvmArgs().orElse(recipe));
    command.addAll(options.getJvmArgsAppend().orElse(List.of()));
    command.addAll(List.of("-XshowSettings:properties", "-version"));
    String problem;
    try {
      Path output = Files.createTempFile("requestpath", ".txt");
      try {
        problem = probe(command, output);
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      problem = "it does not start";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      problem = "interrupted";
    }
    if (!problem.isEmpty()) {
      throw new UsageException(
          (options.getJvm().hasValue() ? "-jvm " : "")
              + String.join(" ", command.subList(0, command.size() - 2))
              + " starts no JVM ("
              + problem
              + "): name the bin/java of a JDK, and arguments that it knows");
    }
  }

  /** What is wrong, in a few words; empty when nothing is. */
  private static String probe(List<String> command, Path output)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return "no answer within " + PROBE_SECONDS + " s";
    }
    String answer = Files.readString(output, Charset.defaultCharset());
    if (process.exitValue() != 0) {
      return answer.lines().findFirst().orElse("exit code " + process.exitValue());
    }
    return answer.contains(JAVA_SETTING) ? "" : "it is another program";
  }
}
