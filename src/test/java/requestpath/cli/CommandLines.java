package requestpath.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import requestpath.harness.api.UsageException;
import requestpath.harness.plan.Settings;

/** For tests: command lines run in this JVM, their forks in others as ever. */
public final class CommandLines {
  private CommandLines() {}

  record Ended(int exitCode, String out, String err) {}

  /**
   * A command line of a run, taken apart.
   *
   * @param jmhArguments what is JMH's
   * @param settings what our own options ask
   */
  public record Parsed(List<String> jmhArguments, Settings settings) {}

  /**
   * Takes a command line apart.
   *
   * @throws UsageException when one of our options makes no sense
   */
  public static Parsed parsed(String... arguments) throws UsageException {
    RunCommand command = command(arguments);
    command = command.started();
    return new Parsed(command.jmhArguments, command.settings());
  }

  /** The command that a command line calls, its options set. */
  static <T> T command(String... arguments) {
    List<CommandLine> called =
        Main.commandLine(System.out, System.err, arguments)
            .parseArgs(arguments)
            .asCommandLineList();
    return called.get(called.size() - 1).getCommand();
  }

  /**
   * Runs a command line.
   *
   * @param kept below which a run is kept, unless the arguments say where
   */
  static Ended run(Path kept, String... arguments) {
    List<String> given = new ArrayList<>();
    for (String argument : arguments) {
      if (!argument.isEmpty()) {
        given.add(argument);
      }
    }
    if (!given.contains("--out") && !given.contains("--resume")) {
      try {
        given.addAll(0, List.of("--out", Files.createTempDirectory(kept, "run").toString()));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    return ended(given);
  }

  /** Runs a command line as it is. */
  static Ended ended(List<String> given) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (PrintStream outStream = new PrintStream(out, true, UTF_8);
        PrintStream errStream = new PrintStream(err, true, UTF_8)) {
      return new Ended(
          Main.run(given.toArray(String[]::new), outStream, errStream),
          out.toString(UTF_8),
          err.toString(UTF_8));
    }
  }

  /** Arguments written in one line, with single quotes around what holds a blank. */
  public static String[] words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("'([^']*)'|(\\S+)").matcher(line);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words.toArray(String[]::new);
  }
}
