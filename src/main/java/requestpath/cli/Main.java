package requestpath.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import requestpath.harness.api.RefusedException;
import requestpath.harness.api.UsageException;
import requestpath.harness.run.RunCommand;
import requestpath.result.ResultException;

/** The entry point of {@code target/benchmarks.jar}. */
public final class Main {
  static final int DONE = 0;
  static final int BAD_ANSWER = 1;
  static final int CALLED_WRONGLY = 2;
  static final int NOT_JUDGED = 3;

  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) throws IOException {
    System.exit(run(arguments, System.out, System.err));
  }

  /**
   * Runs a command line.
   *
   * @return the exit code: 0 done, 1 the answer is bad, 2 called wrongly, 3 nothing could be judged
   * @throws IOException when JMH cannot print
   */
  static int run(String[] arguments, PrintStream out, PrintStream err) throws IOException {
    try {
      if (arguments.length > 0 && arguments[0].equals("verify")) {
        VerifyCommand.run(List.of(arguments).subList(1, arguments.length), out);
        return DONE;
      }
      if (arguments.length > 0 && arguments[0].equals("report")) {
        ReportCommand.run(List.of(arguments).subList(1, arguments.length), out);
        return DONE;
      }
      if (arguments.length > 0 && arguments[0].equals("compare")) {
        List<String> rest = List.of(arguments).subList(1, arguments.length);
        return CompareCommand.run(rest, out, err);
      }
      if (arguments.length > 0 && arguments[0].equals("profile")) {
        ProfileCommand.run(List.of(arguments).subList(1, arguments.length), out);
        return DONE;
      }
      OwnOptions own = OwnOptions.parse(List.of(arguments));
      if (own.help) {
        own.jmhArguments.add("-h");
      }
      if (own.stock) {
        RunCommand.stock(own.jmhArguments);
      } else if (RunCommand.run(own.jmhArguments, own.settings(), new RunEnd(), out, err)) {
        new CommandLine(own).usage(out);
      }
      return DONE;
    } catch (ParameterException | UsageException | ResultException e) {
      err.println("requestpath: " + e.getMessage());
      return CALLED_WRONGLY;
    } catch (RefusedException e) {
      err.println("requestpath: " + e.getMessage());
      return BAD_ANSWER;
    }
  }
}
