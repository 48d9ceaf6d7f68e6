package requestpath.harness.plan;

import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import requestpath.cli.CommandLines;
import requestpath.harness.api.UsageException;
import requestpath.harness.machine.Jvm;

/** For tests: checks and plans a command line up to its first fork. */
public final class Plans {
  private Plans() {}

  /**
   * Plans a command line.
   *
   * @throws UsageException when it was called wrongly
   */
  public static Plan plan(String line) throws UsageException {
    CommandLines.Parsed parsed = CommandLines.parsed(CommandLines.words(line));
    return Plan.of(JmhLine.of(parsed.jmhArguments()), parsed.settings());
  }

  /**
   * Checks a command line as a run does before its first fork.
   *
   * @param arguments JMH's options and patterns
   * @param settings our own options
   * @throws UsageException when it was called wrongly
   */
  public static void check(List<String> arguments, Settings settings) throws UsageException {
    JmhLine line = JmhLine.of(arguments);
    CommandLineOptions options = line.options();
    if (options.shouldHelp() || options.shouldList() || options.shouldListWithParams()) {
      return;
    }
    Requirements.requireForks(options);
    Requirements.requireProfilers(options);
    Plan plan = Plan.of(line, settings);
    Requirements.requireTime(plan, settings.rounds());
    if (settings.shard().isPresent()) {
      ShardPlan.of(plan, settings.shard().get().count());
    }
    boolean namesJvm = options.getJvm().hasValue() || arguments.toString().contains("-jvmArgs");
    for (List<String> recipe : plan.jvmArguments()) {
      if (namesJvm) {
        Jvm.of(options, Optional.empty(), recipe);
      }
      if (settings.against().isPresent()) {
        Jvm.of(options, settings.against(), recipe);
      }
    }
  }
}
