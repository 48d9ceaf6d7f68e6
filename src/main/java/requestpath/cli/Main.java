package requestpath.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import requestpath.harness.api.RefusedException;
import requestpath.harness.api.UsageException;
import requestpath.profile.Event;
import requestpath.result.ResultException;

/** The entry point of {@code target/benchmarks.jar}. */
public final class Main {
  static final int DONE = 0;
  static final int BAD_ANSWER = 1;
  static final int CALLED_WRONGLY = 2;
  static final int NOT_JUDGED = 3;

  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out, System.err));
  }

  /**
   * Runs a command line.
   *
   * @return the exit code: 0 done, 1 failed, a bad result or a regression, 2 wrong options, 3
   *     nothing could be judged
   */
  static int run(String[] arguments, PrintStream out, PrintStream err) {
    return commandLine(out, err, arguments).execute(arguments);
  }

  /**
   * The command that the arguments call. Only the first word can be a subcommand. A later word is
   * an option, a value or a pattern of JMH, even if it is the name of a subcommand.
   */
  static CommandLine commandLine(PrintStream out, PrintStream err, String... arguments) {
    CommandLine line = withSubcommands(out, err);
    if (arguments.length == 0 || !line.getSubcommands().containsKey(arguments[0])) {
      Set.copyOf(line.getSubcommands().keySet()).forEach(line.getCommandSpec()::removeSubcommand);
    }
    return line;
  }

  /** All commands. */
  static CommandLine withSubcommands(PrintStream out, PrintStream err) {
    CommandLine line =
        new CommandLine(new RunCommand(out, err))
            .addSubcommand(new VerifyCommand(out))
            .addSubcommand(new ReportCommand(out, err))
            .addSubcommand(new CompareCommand(out, err))
            .addSubcommand(
                // JMH's options have one hyphen and many letters.
                new CommandLine(new ProfileCommand(out))
                    .setPosixClusteredShortOptionsAllowed(false));
    for (CommandLine subcommand : line.getSubcommands().values()) {
      subcommand
          .getCommandSpec()
          .addOption(
              OptionSpec.builder("-h", "--help")
                  .usageHelp(true)
                  .description("Print this text.")
                  .build());
    }
    return line.setExpandAtFiles(false)
        .setOut(new PrintWriter(out, true, Charset.defaultCharset()))
        .setErr(new PrintWriter(err, true, Charset.defaultCharset()))
        .registerConverter(Path.class, Converters::path)
        .registerConverter(Percentage.class, Percentage::of)
        .registerConverter(Duration.class, Converters::time)
        .registerConverter(Event.class, Converters::event)
        .registerConverter(Integer.class, Converters.whole(Integer::valueOf))
        .registerConverter(Long.class, Converters.whole(Long::valueOf))
        .setParameterExceptionHandler((problem, words) -> failed(problem, err))
        .setExecutionExceptionHandler((problem, command, parsed) -> failed(problem, err));
  }

  private static int failed(Exception problem, PrintStream err) throws Exception {
    boolean isRefused = problem instanceof RefusedException;
    if (isRefused
        || problem instanceof ParameterException
        || problem instanceof UsageException
        || problem instanceof ResultException) {
      err.println("requestpath: " + problem.getMessage());
      return isRefused ? BAD_ANSWER : CALLED_WRONGLY;
    }
    throw problem;
  }
}
