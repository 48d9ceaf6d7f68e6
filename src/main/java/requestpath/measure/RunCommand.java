package requestpath.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.WarmupMode;

/**
 * What the command line asks for, once our own options are taken out of it: a run, or one of JMH's
 * listings.
 */
public final class RunCommand {
  private RunCommand() {}

  /**
   * JMH itself.
   *
   * @throws IOException when JMH cannot print
   */
  public static void stock(List<String> arguments) throws IOException {
    StockJmh.main(arguments.toArray(String[]::new));
  }

  /**
   * Runs the benchmarks that the arguments select, or prints what they ask for.
   *
   * @param arguments JMH's options and patterns
   * @return whether help was asked for and JMH's part of it printed
   * @throws UsageException when it was called wrongly; nothing has run then
   * @throws RefusedException when the answer is bad
   * @throws IOException when JMH cannot print
   */
  public static boolean run(List<String> arguments, PrintStream out, PrintStream err)
      throws UsageException, RefusedException, IOException {
    CommandLineOptions options = parse(arguments);
    Plan.requirePatterns(options.getIncludes());
    Plan.requirePatterns(options.getExcludes());
    if (options.shouldHelp()
        || options.shouldList()
        || options.shouldListWithParams()
        || options.shouldListProfilers()
        || options.shouldListResultFormats()) {
      stock(arguments);
      return options.shouldHelp();
    }
    if (needsStock(options)) {
      err.println(
          "requestpath: -wm BULK, -wm BULK_INDI and -wmb warm up several benchmarks in one JVM,"
              + " which only stock JMH does: going on as with --stock");
      stock(arguments);
      return false;
    }
    Run.start(options, parameterNames(arguments), out);
    return false;
  }

  private static CommandLineOptions parse(List<String> arguments) throws UsageException {
    try {
      return new CommandLineOptions(arguments.toArray(String[]::new));
    } catch (CommandLineOptionException | IllegalStateException | IllegalArgumentException e) {
      // JMH's own exception, and those that it lets through, as for a mode that it does not know.
      String message = String.valueOf(e.getMessage()).replaceAll("\\R\\s*", ", ");
      throw new UsageException(message + ": -h lists all options");
    }
  }

  private static boolean needsStock(CommandLineOptions options) {
    return options.getWarmupMode().orElse(WarmupMode.INDI).isBulk()
        || !options.getWarmupIncludes().isEmpty();
  }

  /** JMH keeps the values of parameters but cannot tell their names. */
  private static Set<String> parameterNames(List<String> arguments) {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 1; i < arguments.size(); i++) {
      if (arguments.get(i - 1).equals("-p")) {
        names.add(arguments.get(i).split("=", 2)[0]);
      }
    }
    return names;
  }
}
