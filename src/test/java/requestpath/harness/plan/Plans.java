package requestpath.harness.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import requestpath.harness.api.UsageException;
import requestpath.harness.machine.Jvm;
import requestpath.harness.run.RunCommand;

/** For tests: checks and plans a command line up to its first fork. */
public final class Plans {
  private Plans() {}

  /**
   * Plans a run as it would begin.
   *
   * @param arguments JMH's options and patterns
   * @param settings what our own options ask
   * @return the title of each row; none for a listing of JMH
   * @throws UsageException when it was called wrongly
   */
  public static List<String> rows(List<String> arguments, Settings settings) throws UsageException {
    CommandLineOptions options = RunCommand.parse(arguments);
    Plan.requirePatterns(options.getIncludes());
    if (options.shouldHelp() || options.shouldList() || options.shouldListWithParams()) {
      return List.of();
    }
    Requirements.requireForks(options);
    Requirements.requireProfilers(options);
    Set<String> names = RunCommand.parameterNames(arguments);
    Plan plan = Plan.of(options, names, settings);
    Requirements.requireTime(plan, settings.rounds());
    boolean namesJvm = options.getJvm().hasValue() || arguments.toString().contains("-jvmArgs");
    for (List<String> recipe : plan.jvmArguments()) {
      if (namesJvm) {
        Jvm.of(options, recipe);
      }
      if (settings.against().isPresent()) {
        Jvm.of(settings.against().get(), options, recipe);
      }
    }
    List<String> titles = new ArrayList<>();
    plan.rows().forEach(row -> titles.add(row.title()));
    return titles;
  }
}
