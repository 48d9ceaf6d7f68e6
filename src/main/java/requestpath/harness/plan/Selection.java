package requestpath.harness.plan;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.VerboseMode;
import requestpath.harness.api.UsageException;
import requestpath.payload.OwnPayload;
import requestpath.text.Similar;

/**
 * The benchmarks that a command line selects.
 *
 * @param benchmarks with their parameters
 * @param unnamed methods that the patterns select but that run only when they are named, by class
 *     and method
 */
record Selection(Map<BenchmarkListEntry, ParameterFields> benchmarks, List<String> unnamed) {
  /** Words that must come first; in another place they are patterns. */
  private static final Set<String> COMMANDS = Set.of("verify", "report", "compare", "profile");

  /** What stands between the words of a pattern. */
  private static final Pattern WORD_END = Pattern.compile("\\W+");

  /**
   * Selects benchmarks and checks the names and values of parameters.
   *
   * @throws UsageException when nothing is selected, or a parameter or a value is not known
   */
  static Selection of(JmhLine line) throws UsageException {
    CommandLineOptions options = line.options();
    Collection<BenchmarkListEntry> entries = matching(options);
    requireKnown(line.parameterNames(), entries);
    Map<BenchmarkListEntry, ParameterFields> benchmarks = new LinkedHashMap<>();
    for (BenchmarkListEntry entry : entries) {
      ParameterFields parameters = new ParameterFields(entry.getUserClassQName());
      if (!options.getIncludes().isEmpty()
          || (parameters.benchmark(Map.of()).runsUnasked()
              && parameters.names().containsAll(line.parameterNames()))) {
        benchmarks.put(entry, parameters);
      }
    }
    if (benchmarks.isEmpty()) {
      throw new UsageException(
          "no benchmark that runs by default has all of the parameters "
              + String.join(", ", line.parameterNames())
              + ": name benchmarks (-lp lists them with their parameters)");
    }
    Map<BenchmarkListEntry, ParameterFields> named = new LinkedHashMap<>(benchmarks);
    named
        .entrySet()
        .removeIf(
            benchmark ->
                !benchmark
                    .getValue()
                    .declarations(benchmark.getKey().getUsername())
                    .runsFor(options.getIncludes()));
    if (!named.isEmpty()) {
      benchmarks = named;
    }
    requireFirstCall(benchmarks, options);
    for (String name : line.parameterNames()) {
      requireKnown(name, options.getParameter(name).orElse(List.of()), benchmarks.values());
    }
    requireWhole(options.getParameter(Plan.FILE).orElse(List.of()));
    return new Selection(benchmarks, unnamed(entries, benchmarks.keySet()));
  }

  /**
   * The benchmarks that the patterns match.
   *
   * @throws UsageException when there is none
   */
  static Collection<BenchmarkListEntry> matching(CommandLineOptions options) throws UsageException {
    Collection<BenchmarkListEntry> entries = matching(options.getIncludes(), options.getExcludes());
    if (entries.isEmpty()) {
      String excluded =
          options.getExcludes().isEmpty()
              ? ""
              : " that -e " + String.join(",", options.getExcludes()) + " does not exclude";
      throw new UsageException(
          "no benchmark matches "
              + (options.getIncludes().isEmpty() ? ".*" : String.join(" ", options.getIncludes()))
              + excluded
              + ": "
              + (excluded.isEmpty() ? question(options.getIncludes()) : "")
              + "-l lists them all; the commands verify, report, compare and profile come first");
    }
    return entries;
  }

  private static Collection<BenchmarkListEntry> matching(
      List<String> includes, List<String> excludes) {
    OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
    return BenchmarkList.defaultList().find(silent, includes, excludes);
  }

  /** Asks whether another pattern was meant; empty if no benchmark has such a name. */
  private static String question(List<String> patterns) {
    Set<String> whole = new LinkedHashSet<>();
    Set<String> names = new TreeSet<>(COMMANDS);
    for (BenchmarkListEntry entry : matching(List.of(), List.of())) {
      String type = entry.getUserClassQName();
      String simple = type.substring(type.lastIndexOf('.') + 1);
      whole.add(entry.getUsername());
      names.add(simple);
      names.add(simple.replaceFirst("Benchmark$", ""));
      names.add(entry.getUsername().substring(type.length() + 1));
    }
    for (String pattern : patterns) {
      for (String word : WORD_END.split(pattern, 0)) {
        if (!word.isEmpty() && whole.stream().noneMatch(name -> name.contains(word))) {
          List<String> others =
              Similar.to(word, names).stream()
                  .map(name -> pattern.replace(word, name))
                  .filter(
                      other ->
                          COMMANDS.contains(other)
                              || !matching(List.of(other), List.of()).isEmpty())
                  .toList();
          if (!others.isEmpty()) {
            return "did you mean " + String.join(" or ", others) + "? ";
          }
        }
      }
    }
    return "";
  }

  private static void requireKnown(Set<String> names, Collection<BenchmarkListEntry> entries)
      throws UsageException {
    Set<String> known = new TreeSet<>();
    entries.forEach(entry -> known.addAll(entry.getParams().orElse(Map.of()).keySet()));
    for (String name : names) {
      if (name.isEmpty()) {
        throw new UsageException("-p names no parameter: write -p name=value");
      }
      if (!known.contains(name)) {
        throw new UsageException(
            "-p "
                + name
                + " is a parameter of none of the selected benchmarks, which have "
                + (known.isEmpty() ? "none" : String.join(", ", known))
                + Similar.question(name, known).map(question -> ": " + question).orElse(""));
      }
    }
  }

  private static void requireFirstCall(
      Map<BenchmarkListEntry, ParameterFields> benchmarks, CommandLineOptions options)
      throws UsageException {
    List<String> coldStarts = new ArrayList<>();
    for (Map.Entry<BenchmarkListEntry, ParameterFields> benchmark : benchmarks.entrySet()) {
      if (benchmark.getValue().benchmark(Map.of()).isColdStart()) {
        coldStarts.add(benchmark.getKey().getUsername());
      }
    }
    Requirements.requireFirstCall(coldStarts, coldStarts.size() < benchmarks.size(), options);
  }

  /** Refuses a value that no selected benchmark knows; one that some of them know selects those. */
  private static void requireKnown(
      String name, Collection<String> values, Collection<ParameterFields> benchmarks)
      throws UsageException {
    Set<String> constants = new LinkedHashSet<>();
    benchmarks.forEach(benchmark -> constants.addAll(benchmark.constants(name)));
    for (String value : values) {
      if (!constants.isEmpty() && !constants.contains(value)) {
        throw new UsageException(
            name
                + "="
                + value
                + " is not known: "
                + Similar.question(value, constants)
                    .orElseGet(() -> "choose from " + String.join(", ", constants)));
      }
    }
  }

  /** JMH splits a name at its commas. */
  private static void requireWhole(Collection<String> files) throws UsageException {
    for (String file : files) {
      try {
        if (files.size() > 1 && Files.notExists(OwnPayload.path(file))) {
          throw new UsageException(
              "file="
                  + String.join(",", files)
                  + " is a list, because commas separate values, and "
                  + file
                  + " does not exist: use file names without commas");
        }
      } catch (IllegalArgumentException e) {
        throw new UsageException("file=" + file + " " + e.getMessage());
      }
    }
  }

  /** The methods that do not run because they are not named, of classes that do run. */
  private static List<String> unnamed(
      Collection<BenchmarkListEntry> matching, Set<BenchmarkListEntry> selected) {
    Set<String> classes = new LinkedHashSet<>();
    selected.forEach(entry -> classes.add(entry.getUserClassQName()));
    return matching.stream()
        .filter(entry -> !selected.contains(entry) && classes.contains(entry.getUserClassQName()))
        .map(entry -> PlannedVariant.title(entry.getUsername(), Map.of()))
        .toList();
  }
}
