package requestpath.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import requestpath.conformance.CheckResult;
import requestpath.conformance.Conformance;
import requestpath.conformance.ConformanceReport;
import requestpath.harness.api.RefusedException;
import requestpath.harness.api.UsageException;

/** {@code verify}: what every library does to the data that passes through it. */
@Command(
    name = "java -jar target/benchmarks.jar verify",
    description =
        "%nRuns a fixed set of checks on every library, in each binding that it can do, and prints"
            + " what it did: doubles, longs, nulls, escapes, broken and hostile input. Results are"
            + " observed, never assumed. If the bindings of a variant differ, they stand behind its"
            + " name. A check that never ends is stopped: \"no answer in N s\".%n%n! marks what no"
            + " plain variant may do; ~ marks an allowed difference.%n",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  every row that claims equality has it",
      "  1  one has not",
      "  2  called wrongly",
    })
final class VerifyCommand {
  @Option(names = "--json", description = "All answers as JSON.")
  boolean json;

  @Option(
      names = "--library",
      split = ",",
      paramLabel = "NAME",
      description = "Only these rows; all of them by default.")
  List<String> libraries = Conformance.rows();

  @Option(
      names = {"-h", "--help"},
      description = "This text.")
  boolean help;

  /**
   * Reads its arguments.
   *
   * @throws UsageException when one names an unknown variant
   */
  static VerifyCommand parsed(List<String> arguments) throws UsageException {
    VerifyCommand command = new VerifyCommand();
    Arguments.into(command, arguments);
    Map<String, String> skipped = Conformance.skipped();
    for (String name : command.libraries) {
      if (skipped.containsKey(name)) {
        throw new UsageException(
            "--library " + name + " is skipped on this JVM: " + skipped.get(name));
      }
      if (!Conformance.rows().contains(name)) {
        throw new UsageException(
            "--library "
                + name
                + " is not known: choose from "
                + String.join(", ", Conformance.rows()));
      }
    }
    return command;
  }

  /**
   * Runs the subcommand.
   *
   * @param arguments what follows its name
   * @throws UsageException when it was called wrongly
   * @throws RefusedException when a variant is not what it claims
   * @throws IOException when nothing can be printed
   */
  static void run(List<String> arguments, PrintStream out)
      throws UsageException, RefusedException, IOException {
    VerifyCommand command = parsed(arguments);
    if (command.help) {
      new CommandLine(command).usage(out);
      return;
    }
    System.err.println(
        "# Checking "
            + command.libraries.size()
            + (command.libraries.size() == 1 ? " variant" : " variants")
            + ", a few seconds each");
    // Some libraries log what they are about to throw.
    LogManager.getLogManager().reset();
    List<CheckResult> results = Conformance.check(command.libraries);
    out.print(
        command.json ? ConformanceReport.json(results) + "\n" : ConformanceReport.table(results));
    if (!command.json) {
      Conformance.skipped()
          .forEach((name, reason) -> out.println("Skipped: " + name + ": " + reason));
    }
    List<CheckResult> wrong = Conformance.wrong(results);
    if (!wrong.isEmpty()) {
      CheckResult first = wrong.get(0);
      throw new RefusedException(
          (wrong.size() == 1 ? "1 answer is" : wrong.size() + " answers are")
              + " not what a row that claims equality gives; the first: "
              + first.row()
              + ", asked for "
              + first.check()
              + ": "
              + first.outcome().text());
    }
  }
}
