package requestpath.harness.run;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.WarmupMode;
import requestpath.harness.api.RefusedException;
import requestpath.harness.api.UsageException;
import requestpath.harness.plan.JmhLine;
import requestpath.harness.plan.OwnTypesOfRun;
import requestpath.harness.plan.ParameterListing;
import requestpath.harness.plan.Plan;
import requestpath.harness.plan.Requirements;
import requestpath.harness.plan.Settings;
import requestpath.harness.plan.ShardPlan;

/** Runs what JMH's part of the command line asks for: benchmarks, or one of JMH's listings. */
public final class JmhCommand {
  private JmhCommand() {}

  /**
   * Runs JMH alone. It ends the process itself when something goes wrong.
   *
   * @throws IOException when JMH cannot print
   */
  public static void stock(List<String> arguments) throws IOException {
    Main.main(arguments.toArray(String[]::new));
  }

  /**
   * Runs the benchmarks that the arguments select, or prints the listing that they ask for.
   *
   * @param arguments JMH's options and patterns
   * @param settings our own options
   * @param afterwards makes rankings and the page
   * @throws UsageException when it was called wrongly; nothing has run then
   * @throws RefusedException when the answer is bad
   * @throws IOException when JMH cannot print
   */
  public static void run(
      List<String> arguments,
      Settings settings,
      Afterwards afterwards,
      PrintStream out,
      PrintStream err)
      throws UsageException, RefusedException, IOException {
    JmhLine line = JmhLine.of(arguments);
    CommandLineOptions options = line.options();
    if (options.shouldList()
        || options.shouldListProfilers()
        || options.shouldListResultFormats()) {
      stock(arguments);
      return;
    }
    if (options.shouldListWithParams()) {
      ParameterListing.lines(line).forEach(out::println);
      return;
    }
    Optional<String> help = Requirements.profilerHelp(options);
    if (help.isPresent()) {
      out.print(help.get());
    } else if (needsStock(options)) {
      Requirements.requireForks(options);
      if (settings.shard().isPresent()) {
        throw new UsageException(
            "--shard cannot be used with -wm BULK, -wm BULK_INDI or -wmb, which only plain JMH can"
                + " do: leave out one of the two");
      }
      Plan.of(line, settings);
      err.println(
          "requestpath: -wm BULK, -wm BULK_INDI and -wmb warm up several benchmarks in one JVM,"
              + " which only plain JMH can do: this runs as with --stock, without B/op; failed"
              + " correctness checks are printed, but JMH keeps the figures");
      stock(arguments);
    } else {
      Launch.run(line, settings, afterwards, out, err);
    }
  }

  /**
   * Prints the groups and the expected time of each shard.
   *
   * @param arguments JMH's options and patterns
   * @param settings our own options
   * @param count how many shards
   * @throws UsageException when it was called wrongly
   */
  public static void shardPlan(
      List<String> arguments, Settings settings, int count, PrintStream out) throws UsageException {
    JmhLine line = JmhLine.of(arguments);
    Requirements.requireForks(line.options());
    ShardPlan.of(Plan.of(line, settings), count).lines().forEach(out::println);
  }

  /**
   * The types that are inferred from the files of a command line, in lines.
   *
   * @param settings our own options
   * @throws UsageException when it names no file or one that cannot be measured, or options that
   *     have nothing to do with it
   */
  public static List<String> types(List<String> arguments, Settings settings)
      throws UsageException {
    return OwnTypesOfRun.inferred(JmhLine.of(arguments), settings.ownTypes());
  }

  /**
   * Prints JMH's options.
   *
   * @throws IOException when JMH cannot print
   */
  public static void help(PrintStream out) throws IOException {
    out.println();
    out.println("Options of JMH:");
    out.println();
    out.flush();
    stock(List.of("-h"));
  }

  /**
   * Whether the arguments ask for help.
   *
   * @throws UsageException when JMH does not accept them
   */
  public static boolean isHelp(List<String> arguments) throws UsageException {
    return JmhLine.of(arguments).options().shouldHelp();
  }

  private static boolean needsStock(CommandLineOptions options) {
    return options.getWarmupMode().orElse(WarmupMode.INDI).isBulk()
        || !options.getWarmupIncludes().isEmpty();
  }
}
