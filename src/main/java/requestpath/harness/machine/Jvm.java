package requestpath.harness.machine;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.util.Utils;
import requestpath.harness.api.UsageException;
import requestpath.harness.fork.NativeAccess;
import requestpath.harness.plan.Against;

/**
 * The JVM that forks will be started with.
 *
 * @param version such as {@code 17.0.15}
 * @param vm its name and build
 * @param vendor who made it
 * @param info how it runs code, such as {@code mixed mode, sharing}
 * @param arguments those of a fork
 * @param replaced arguments of the recipe that the command line has replaced
 * @param variables the environment variables that it reads, by name
 */
public record Jvm(
    String version,
    String vm,
    String vendor,
    String info,
    List<String> arguments,
    List<String> replaced,
    Map<String, String> variables) {
  private static final int PROBE_SECONDS = 30;

  /** Longer reasons are cut to this number of lines. */
  private static final int REASON_LINES = 3;

  /** Lines of a JVM that are no reason. */
  private static final Pattern NO_REASON =
      Pattern.compile(
          "(?:NOTE: )?Picked up .*|Error occurred during initialization of .*"
              + "|Error: Could not create the Java Virtual Machine\\..*"
              + "|Error: A fatal exception has occurred\\..*|.* VM warning: .*"
              + "|\\[[^\\]]*\\](?:\\[[^\\]]*\\])*.*|# An error report file .*|# /.*|#?\\s*");

  /** Only a JVM prints this when it is asked for its settings. */
  private static final String JAVA_SETTING = "java.vm.version = ";

  /** A short name. */
  public String label() {
    return "JDK " + version;
  }

  /**
   * Starts the JVM once with all arguments: JMH would find problems only in each fork.
   *
   * @param options the command line
   * @param against the other side; empty for this one
   * @param recipe the arguments that the benchmarks declare
   * @throws UsageException when it does not start, or is no JVM
   */
  public static Jvm of(Options options, Optional<Against> against, Collection<String> recipe)
      throws UsageException {
    return of(options, against, JvmArguments.of(recipe, options, against));
  }

  /**
   * The feature version of the JVM of the forks, started without arguments.
   *
   * @param options the command line
   * @param against the other side; empty for this one
   * @throws UsageException when {@code -jvm} or {@code --against-jvm} names no JVM
   */
  public static int feature(Options options, Optional<Against> against) throws UsageException {
    return against.flatMap(Against::java).isEmpty() && !options.getJvm().hasValue()
        ? Runtime.version().feature()
        : NativeAccess.feature(
            of(options, against, new JvmArguments(List.of(), List.of())).version());
  }

  private static Jvm of(Options options, Optional<Against> against, JvmArguments arguments)
      throws UsageException {
    String program =
        against
            .flatMap(Against::java)
            .map(Path::toString)
            .orElseGet(() -> options.getJvm().orElse(Utils.getCurrentJvm()));
    String option =
        against
            .map(other -> other.label() + ": ")
            .orElse(options.getJvm().hasValue() ? "-jvm " : "");
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(arguments.all());
    command.addAll(List.of("-XshowSettings:properties", "-version"));
    String answer = "";
    String problem;
    try {
      Path output = Files.createTempFile("requestpath", ".txt");
      try {
        problem = probe(command, output);
        answer = Files.readString(output, Charset.defaultCharset());
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
      Map<String, String> variables = JvmVariables.in(System.getenv(), "");
      throw new UsageException(
          option
              + String.join(" ", Secrets.hiddenInEach(command.subList(0, command.size() - 2)))
              + " does not start a JVM ("
              + Secrets.hiddenIn(problem)
              + "): name the bin/java of a JDK, and arguments that it takes"
              + (variables.isEmpty()
                  ? ""
                  : "; it also reads "
                      + JvmVariables.inWords(variables)
                      + " from the environment"));
    }
    String vm = setting(answer, "java.vm.name") + " " + setting(answer, "java.vm.version");
    return new Jvm(
        setting(answer, "java.version"),
        vm,
        setting(answer, "java.vendor"),
        setting(answer, "java.vm.info"),
        arguments.all(),
        arguments.replaced(),
        JvmVariables.in(System.getenv(), vm));
  }

  private static String setting(String answer, String name) {
    Matcher line = Pattern.compile("(?m)^\\s*" + Pattern.quote(name) + " = (.*)$").matcher(answer);
    return line.find() ? line.group(1).strip() : "";
  }

  /** The problem, in a few words; empty for none. */
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
      return reason(answer).orElse("exit code " + process.exitValue());
    }
    return answer.contains(JAVA_SETTING) ? "" : "it is another program";
  }

  /** Why a JVM did not start, in its own words; empty when it gave none. */
  public static Optional<String> reason(String printed) {
    List<String> lines =
        printed
            .lines()
            .map(String::strip)
            .filter(line -> !NO_REASON.matcher(line).matches())
            .map(line -> line.replaceFirst("^(?:Error: |# )", ""))
            .limit(REASON_LINES)
            .toList();
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", lines));
  }
}
