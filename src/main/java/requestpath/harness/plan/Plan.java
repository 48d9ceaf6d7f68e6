package requestpath.harness.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.VerboseMode;
import requestpath.harness.api.Selective;
import requestpath.harness.api.UsageException;
import requestpath.harness.machine.Jvm;
import requestpath.payload.OwnPayload;
import requestpath.payload.Support;
import requestpath.result.ForkStatistic;

/**
 * What a run will do: every selected row, those that can run apart from those that cannot.
 * Everything that can be said about bad input is said here, before any fork. Long, as each check of
 * the input is a method of its own.
 *
 * @param supported rows to run, and their controls
 * @param skipped rows that a library does not support
 * @param unnamed methods that the patterns select and that run only when they are named, by class
 *     and method
 */
public record Plan(List<PlannedRow> supported, List<PlannedRow> skipped, List<String> unnamed) {
  /** The parameter that tells libraries apart. */
  public static final String LIBRARY = "library";

  /** The parameter that names the reader's own files. */
  private static final String FILE = "file";

  /**
   * Plans a run.
   *
   * @param options JMH's own options, parsed
   * @param parameterNames the names that the command line gave values for
   * @param settings what our own options ask
   * @throws UsageException when nothing is selected, or a parameter or a value is not known
   */
  public static Plan of(CommandLineOptions options, Set<String> parameterNames, Settings settings)
      throws UsageException {
    Collection<BenchmarkListEntry> entries = select(options);
    requireKnown(parameterNames, entries);
    Map<BenchmarkListEntry, ParameterFields> fields =
        asked(entries, options.getIncludes(), parameterNames);
    List<String> coldStarts = new ArrayList<>();
    for (Map.Entry<BenchmarkListEntry, ParameterFields> benchmark : fields.entrySet()) {
      if (benchmark.getValue().benchmark(Map.of()).isColdStart()) {
        coldStarts.add(benchmark.getKey().getUsername());
      }
    }
    Requirements.requireFirstCall(coldStarts, coldStarts.size() < fields.size(), options);
    for (String name : parameterNames) {
      requireKnown(name, options.getParameter(name).orElse(List.of()), fields.values());
    }
    requireWhole(options.getParameter(FILE).orElse(List.of()));
    int java = Jvm.feature(options);
    int otherJava =
        settings.against().isPresent() ? Jvm.feature(settings.against().get(), options) : java;
    Set<PlannedRow> supported = new LinkedHashSet<>();
    Set<PlannedRow> skipped = new LinkedHashSet<>();
    for (Map.Entry<BenchmarkListEntry, ParameterFields> benchmark : fields.entrySet()) {
      BenchmarkListEntry entry = benchmark.getKey();
      for (Map<String, String> values : product(entry, benchmark.getValue(), options)) {
        Support support =
            inForks(
                benchmark.getValue().support(values, entry.getUsername()),
                Math.min(java, otherJava));
        if (support.isSupported()
            && settings.against().isPresent()
            && !settings.against().get().has(entry.getUsername())) {
          support =
              Support.no("the other build has no such benchmark", settings.against().get().label());
        }
        for (Mode mode : modes(entry, options)) {
          PlannedRow planned =
              new PlannedRow(
                  entry.getUsername(),
                  mode,
                  values,
                  recipe(entry, options, mode, benchmark.getValue(), settings),
                  member(entry, mode, values, benchmark.getValue()),
                  support,
                  Side.THIS,
                  false);
          (support.isSupported() ? supported : skipped).add(planned);
        }
      }
    }
    requireSome(supported, skipped);
    List<PlannedRow> all = Baselines.withControls(Baselines.in(supported, settings));
    if (settings.against().isPresent()) {
      all = Baselines.withOtherSides(all);
    }
    return new Plan(List.copyOf(all), List.copyOf(skipped), unnamed(entries, fields.keySet()));
  }

  /**
   * Benchmarks and their parameters, without those that run only when named, unless they are.
   * Without a pattern: the benchmarks that have all parameters named on the command line.
   *
   * @param patterns of the command line
   * @throws UsageException when none has all of them
   */
  private static Map<BenchmarkListEntry, ParameterFields> asked(
      Collection<BenchmarkListEntry> entries, List<String> patterns, Set<String> parameterNames)
      throws UsageException {
    Map<BenchmarkListEntry, ParameterFields> all = new LinkedHashMap<>();
    for (BenchmarkListEntry entry : entries) {
      ParameterFields parameters = new ParameterFields(entry.getUserClassQName());
      if (!patterns.isEmpty()
          || (parameters.benchmark(Map.of()).runsUnasked()
              && parameters.names().containsAll(parameterNames))) {
        all.put(entry, parameters);
      }
    }
    if (all.isEmpty()) {
      throw new UsageException(
          "no benchmark has all of the parameters "
              + String.join(", ", parameterNames)
              + " and runs unnamed: name benchmarks (-lp lists them with their parameters)");
    }
    Map<BenchmarkListEntry, ParameterFields> asked = new LinkedHashMap<>(all);
    asked
        .entrySet()
        .removeIf(
            benchmark ->
                !benchmark
                    .getValue()
                    .declarations(benchmark.getKey().getUsername())
                    .runsFor(patterns));
    return asked.isEmpty() ? all : asked;
  }

  /** Whether forks can run it on the older Java of theirs, which need not be this program's. */
  private static Support inForks(Support support, int java) {
    Support inForks = support.on(java);
    return inForks.isSupported() || inForks.firstJava() == 0
        ? inForks
        : Support.no(inForks.reason() + "; forks of this run have Java " + java, inForks.source());
  }

  /** The selected methods that do not run because they are not named. */
  private static List<String> unnamed(
      Collection<BenchmarkListEntry> selected, Set<BenchmarkListEntry> asked) {
    List<String> unnamed = new ArrayList<>();
    for (BenchmarkListEntry entry : selected) {
      boolean isAsked = asked.contains(entry);
      boolean isOfAsked =
          asked.stream()
              .anyMatch(other -> other.getUserClassQName().equals(entry.getUserClassQName()));
      if (!isAsked && isOfAsked) {
        unnamed.add(PlannedRow.title(entry.getUsername(), Map.of()));
      }
    }
    return List.copyOf(unnamed);
  }

  /** Which methods run only when they are named, and how to name them; empty for none. */
  public Optional<String> unnamedInWords() {
    return unnamed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Not run, because they run only when you name them: "
                + String.join(", ", unnamed)
                + " (for example with '"
                + unnamed.get(0).replace(".", ".*")
                + "')");
  }

  /** Single shots are judged by their median, several threads by their mean. */
  private static Recipe recipe(
      BenchmarkListEntry entry,
      CommandLineOptions options,
      Mode mode,
      ParameterFields fields,
      Settings settings)
      throws UsageException {
    int threads = options.getThreads().orElse(entry.getThreads().orElse(Defaults.THREADS));
    ForkStatistic statistic =
        fields
            .declarations(entry.getUsername())
            .statistic()
            .orElse(fields.benchmark(Map.of()).statistic());
    if (mode == Mode.SingleShotTime) {
      statistic = ForkStatistic.MEDIAN;
    } else if (threads != 1) {
      statistic = ForkStatistic.MEAN;
    }
    return Recipe.of(entry, options, mode, settings).with(statistic);
  }

  private static GroupMember member(
      BenchmarkListEntry entry, Mode mode, Map<String, String> values, ParameterFields fields)
      throws UsageException {
    String benchmark = entry.getUsername();
    String type = benchmark.substring(0, benchmark.lastIndexOf('.'));
    String method = benchmark.substring(type.length() + 1);
    Map<String, String> others = new LinkedHashMap<>(values);
    String row = others.remove(LIBRARY);
    String group = benchmark;
    String baseline = "";
    if (row == null) {
      row = method;
      Optional<Selective.Baseline> ofClass = fields.benchmark(values).baseline();
      if (ofClass.isPresent()) {
        baseline = ofClass.get().name();
        if (ofClass.get().variedBy().equals(Selective.Baseline.METHOD)) {
          group = type;
        } else {
          String varied = others.remove(ofClass.get().variedBy());
          row = varied == null ? method : varied;
        }
      }
    }
    return new GroupMember(
        PlannedRow.described(group.substring(type.lastIndexOf('.') + 1), others)
            + ", "
            + mode.shortLabel(),
        group,
        row,
        baseline,
        fields.declarations(benchmark).wholes());
  }

  /** The files of the reader's that are measured. */
  public List<Path> files() {
    return supported.stream()
        .flatMap(planned -> Stream.ofNullable(planned.parameters().get(FILE)))
        .distinct()
        .map(OwnPayload::path)
        .toList();
  }

  /** The JVM arguments that the selected benchmarks declare for a fork, each list once. */
  public List<List<String>> jvmArguments() {
    return supported.stream().map(planned -> planned.recipe().jvmArguments()).distinct().toList();
  }

  /** The rows that the results are about: all but the controls. */
  public List<PlannedRow> rows() {
    return supported.stream().filter(planned -> !planned.isControl()).toList();
  }

  /**
   * The benchmark of a row, its parameters set.
   *
   * @throws UsageException never, for a row of this plan
   */
  public static Selective benchmark(PlannedRow planned) throws UsageException {
    String method = planned.benchmark();
    return new ParameterFields(method.substring(0, method.lastIndexOf('.')))
        .benchmark(planned.parameters());
  }

  private static void requireSome(Set<PlannedRow> supported, Set<PlannedRow> skipped)
      throws UsageException {
    if (!supported.isEmpty()) {
      return;
    }
    if (skipped.isEmpty()) {
      throw new UsageException(
          "no selected benchmark takes all of these values together: name fewer, or other ones");
    }
    PlannedRow first = skipped.iterator().next();
    throw new UsageException(
        "nothing selected can run, to begin with "
            + first.title()
            + ": "
            + first.support().reason());
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
                + (constants.contains(value.toUpperCase(Locale.ROOT))
                    ? "did you mean " + value.toUpperCase(Locale.ROOT) + "?"
                    : "choose from " + String.join(", ", constants)));
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

  private static Collection<BenchmarkListEntry> select(CommandLineOptions options)
      throws UsageException {
    requirePatterns(options.getIncludes());
    requirePatterns(options.getExcludes());
    OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
    Collection<BenchmarkListEntry> entries =
        BenchmarkList.defaultList().find(silent, options.getIncludes(), options.getExcludes());
    if (entries.isEmpty()) {
      String excluded =
          options.getExcludes().isEmpty()
              ? ""
              : " that -e " + String.join(",", options.getExcludes()) + " does not exclude";
      throw new UsageException(
          "no benchmark matches "
              + (options.getIncludes().isEmpty() ? ".*" : String.join(" ", options.getIncludes()))
              + excluded
              + ": -l lists them all; verify, report, compare and profile are commands");
    }
    return entries;
  }

  /**
   * Refuses what is not a regular expression.
   *
   * @throws UsageException naming the first that is not one
   */
  public static void requirePatterns(Collection<String> patterns) throws UsageException {
    for (String pattern : patterns) {
      try {
        Pattern.compile(pattern);
      } catch (PatternSyntaxException e) {
        throw new UsageException(
            pattern
                + " is not a regular expression ("
                + e.getDescription()
                + "): quote it with \\");
      }
    }
  }

  private static void requireKnown(Set<String> names, Collection<BenchmarkListEntry> entries)
      throws UsageException {
    Set<String> known = new TreeSet<>();
    entries.forEach(entry -> entry.getParams().orElse(Map.of()).keySet().forEach(known::add));
    for (String name : names) {
      if (name.isEmpty()) {
        throw new UsageException("-p names no parameter: write -p name=value");
      }
      if (!known.contains(name)) {
        throw new UsageException(
            "-p "
                + name
                + " is a parameter of none of the selected benchmarks, which have "
                + (known.isEmpty() ? "none" : String.join(", ", known)));
      }
    }
  }

  private static List<Map<String, String>> product(
      BenchmarkListEntry entry, ParameterFields fields, CommandLineOptions options) {
    Map<String, String[]> defaults = entry.getParams().orElse(Map.of());
    List<Map<String, String>> product = List.of(Map.of());
    for (String name : fields.names()) {
      List<String> values =
          new ArrayList<>(options.getParameter(name).orElseGet(() -> List.of(defaults.get(name))));
      if (!fields.constants(name).isEmpty()) {
        values.retainAll(fields.constants(name));
      }
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> shorter : product) {
        for (String value : values) {
          Map<String, String> combined = new LinkedHashMap<>(shorter);
          combined.put(name, value);
          longer.add(combined);
        }
      }
      product = longer;
    }
    return product;
  }

  private static List<Mode> modes(BenchmarkListEntry entry, CommandLineOptions options) {
    Collection<Mode> selected =
        options.getBenchModes().isEmpty() ? List.of(entry.getMode()) : options.getBenchModes();
    if (!selected.contains(Mode.All)) {
      return List.copyOf(selected);
    }
    List<Mode> all = new ArrayList<>(List.of(Mode.values()));
    all.remove(Mode.All);
    return all;
  }
}
