package requestpath.harness.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.WarmupMode;
import requestpath.harness.api.RefusedException;
import requestpath.harness.api.UsageException;
import requestpath.harness.machine.Environment;
import requestpath.harness.plan.Plan;
import requestpath.harness.plan.Requirements;
import requestpath.harness.plan.Settings;

/**
 * What the command line asks for, once our own options are taken out of it: a run, or one of JMH's
 * listings.
 */
public final class RunCommand {
  private static final Pattern NO_CONSTANT =
      Pattern.compile("No enum constant (?:\\w+\\.)*(\\w+)\\.(\\w+)");

  /**
   * As in {@code -pn=5} and {@code --p=n=5}, which JMH takes, too; but not {@code -prof
   * gc:churn=true}.
   */
  private static final Pattern ATTACHED_PARAMETER = Pattern.compile("--?p=?(?!rof)(\\w+)=.*");

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
   * @param settings what our own options ask
   * @param afterwards what else becomes of the run
   * @return whether help was asked for and JMH's part of it printed
   * @throws UsageException when it was called wrongly; nothing has run then
   * @throws RefusedException when the answer is bad
   * @throws IOException when JMH cannot print
   */
  public static boolean run(
      List<String> arguments,
      Settings settings,
      Afterwards afterwards,
      PrintStream out,
      PrintStream err)
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
    Set<String> parameterNames = parameterNames(arguments);
    Optional<String> help = Requirements.profilerHelp(options);
    if (help.isPresent()) {
      out.print(help.get());
      return false;
    }
    if (needsStock(options)) {
      Requirements.requireForks(options);
      Plan.of(options, parameterNames, settings);
      err.println(
          "requestpath: -wm BULK, -wm BULK_INDI and -wmb warm up several benchmarks in one JVM,"
              + " which only stock JMH does: going on as with --stock, so without B/op; failed"
              + " correctness checks are printed, but JMH keeps the figures");
      stock(arguments);
      return false;
    }
    Run.start(options, parameterNames, settings, afterwards, out, err);
    return false;
  }

  /** JMH's own options, as JMH parses them. */
  public static CommandLineOptions parse(List<String> arguments) throws UsageException {
    try {
      return new CommandLineOptions(arguments.toArray(String[]::new));
    } catch (CommandLineOptionException | IllegalStateException | IllegalArgumentException e) {
      // JMH's own exception, and those that it lets through, as for a mode that it does not know.
      throw new UsageException(reworded(String.valueOf(e.getMessage())));
    }
  }

  /** JMH's message in one line, without names of Java classes, and with a way out. */
  private static String reworded(String message) {
    Matcher constant = NO_CONSTANT.matcher(message);
    if (constant.matches()) {
      return constant.group(2)
          + " is no value for a "
          + words(constant.group(1))
          + ": -h lists them";
    }
    if (message.startsWith("Unable to parse parameter string")) {
      return message + ": write -p name=value";
    }
    return message.replaceAll("\\R\\s*", ", ") + ": -h lists all options";
  }

  private static String words(String className) {
    return className.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static boolean needsStock(CommandLineOptions options) {
    return options.getWarmupMode().orElse(WarmupMode.INDI).isBulk()
        || !options.getWarmupIncludes().isEmpty();
  }

  /**
   * The command line that a run which is to go on was started with.
   *
   * @param folder where it is kept
   * @throws UsageException when there is none
   */
  public static List<String> recordedArguments(Path folder) throws UsageException {
    return Environment.arguments(Environment.read(folder));
  }

  /**
   * The directory in which a resumed run looks for the reader's own files.
   *
   * @param folder where it is kept
   * @throws UsageException when there is none
   */
  public static Path recordedDirectory(Path folder) throws UsageException {
    return Environment.directory(Environment.read(folder));
  }

  /**
   * The seed that draws the orders of a run which is to go on.
   *
   * @param folder where it is kept
   * @throws UsageException when there is none
   */
  public static long recordedSeed(Path folder) throws UsageException {
    return Environment.seed(Environment.read(folder));
  }

  /** JMH keeps the values of parameters but cannot tell their names. */
  public static Set<String> parameterNames(List<String> arguments) {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      Matcher attached = ATTACHED_PARAMETER.matcher(argument);
      if ((argument.equals("-p") || argument.equals("--p")) && i + 1 < arguments.size()) {
        names.add(arguments.get(i + 1).split("=", 2)[0]);
      } else if (attached.matches()) {
        names.add(attached.group(1));
      }
    }
    return names;
  }
}
