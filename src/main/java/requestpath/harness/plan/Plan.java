package requestpath.harness.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import requestpath.harness.api.Selective;
import requestpath.harness.api.UsageException;
import requestpath.harness.machine.Jvm;
import requestpath.payload.OwnPayload;
import requestpath.payload.Support;
import requestpath.result.ForkStatistic;

/**
 * The variants of a run.
 *
 * @param supported variants to run, and their controls
 * @param skipped variants that a library does not support
 * @param unnamed methods that the patterns select but that run only when they are named, by class
 *     and method
 */
public record Plan(
    List<PlannedVariant> supported, List<PlannedVariant> skipped, List<String> unnamed) {
  /** The parameter that names the user's own files. */
  public static final String FILE = "file";

  /** The parameter that names the library. */
  public static final String LIBRARY = "library";

  /** The parameter that names the form of the data in Java. */
  public static final String BINDING = "binding";

  /**
   * Plans a run.
   *
   * @param line JMH's part of the command line
   * @param settings our own options
   * @throws UsageException when nothing is selected, or a parameter or a value is not known
   */
  public static Plan of(JmhLine line, Settings settings) throws UsageException {
    Selection selection = Selection.of(line);
    CommandLineOptions options = line.options();
    int java = Jvm.feature(options, Optional.empty());
    if (settings.against().isPresent()) {
      java = Math.min(java, Jvm.feature(options, settings.against()));
    }
    List<PlannedVariant> planned = new ArrayList<>();
    List<PlannedVariant> untried = new ArrayList<>();
    boolean isBindingNamed = options.getParameter(BINDING).hasValue();
    for (Map.Entry<BenchmarkListEntry, ParameterFields> benchmark :
        selection.benchmarks().entrySet()) {
      BenchmarkListEntry entry = benchmark.getKey();
      ParameterFields fields = benchmark.getValue();
      for (Map<String, String> values : product(entry, fields, options)) {
        if (!isBindingNamed && !fields.benchmark(values).isVariant()) {
          continue;
        }
        Support support =
            inForks(fields.support(values, entry.getUsername()), java)
                .and(() -> inOtherBuild(entry, settings));
        for (Mode mode : modes(entry, options)) {
          PlannedVariant variant =
              new PlannedVariant(
                  entry.getUsername(),
                  mode,
                  values,
                  recipe(entry, options, mode, fields, settings),
                  member(entry, mode, values, fields, threads(entry, options)),
                  support,
                  Side.THIS,
                  false);
          planned.add(variant);
          if (support.isSupported() && fields.benchmark(values).needsTrial()) {
            untried.add(variant);
          }
        }
      }
    }
    Map<PlannedVariant, Support> tried = Trials.of(untried, options);
    Set<PlannedVariant> supported = new LinkedHashSet<>();
    Set<PlannedVariant> skipped = new LinkedHashSet<>();
    for (PlannedVariant each : planned) {
      Support support = tried.getOrDefault(each, each.support());
      (support.isSupported() ? supported : skipped).add(each.with(support));
    }
    requireSome(supported, skipped);
    List<PlannedVariant> all = Baselines.withControls(Baselines.in(supported, settings));
    if (settings.against().isPresent()) {
      all = Baselines.withOtherSides(all);
    }
    return new Plan(List.copyOf(all), List.copyOf(skipped), selection.unnamed());
  }

  /** Whether forks can run it with the older Java of both sides. */
  private static Support inForks(Support support, int java) {
    Support inForks = support.on(java);
    return inForks.isSupported() || inForks.firstJava() == 0
        ? inForks
        : Support.no(inForks.reason() + "; forks of this run have Java " + java, inForks.source());
  }

  private static Support inOtherBuild(BenchmarkListEntry entry, Settings settings) {
    return settings
        .against()
        .filter(against -> !against.has(entry.getUsername()))
        .map(against -> Support.no("the other build has no such benchmark", against.label()))
        .orElse(Support.YES);
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

  private static int threads(BenchmarkListEntry entry, CommandLineOptions options) {
    return options.getThreads().orElse(entry.getThreads().orElse(Defaults.THREADS));
  }

  /** Single shots are judged by their median, several threads by their mean. */
  private static Recipe recipe(
      BenchmarkListEntry entry,
      CommandLineOptions options,
      Mode mode,
      ParameterFields fields,
      Settings settings)
      throws UsageException {
    int threads = threads(entry, options);
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
    Recipe recipe = Recipe.of(entry, options, mode, settings).with(statistic);
    return settings.isInterleaved()
            && statistic == ForkStatistic.MINIMUM
            && recipe.warmupForks() == 0
            && allowTurns(options)
        ? recipe.takingTurns(options)
        : recipe;
  }

  /** Profilers and collections between iterations concern more than the fork whose turn it is. */
  private static boolean allowTurns(CommandLineOptions options) {
    return !options.shouldDoGC().orElse(Defaults.DO_GC)
        && options.getProfilers().stream().allMatch(each -> each.getKlass().equals("gc"));
  }

  /** Which benchmarks run one fork at a time; empty if none does. */
  public Optional<String> aloneInWords() {
    List<String> alone =
        supported.stream()
            .filter(planned -> !planned.recipe().takesTurns())
            .map(planned -> planned.member().group())
            .distinct()
            .toList();
    return alone.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "One fork at a time, as single shots, several threads, servers, profilers and -gc allow"
                + " no turns: "
                + String.join("; ", alone));
  }

  private static GroupMember member(
      BenchmarkListEntry entry,
      Mode mode,
      Map<String, String> values,
      ParameterFields fields,
      int threads)
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
        PlannedVariant.described(group.substring(type.lastIndexOf('.') + 1), others)
            + (threads == 1 ? "" : ", -t " + (threads == Threads.MAX ? "max" : threads))
            + ", "
            + mode.shortLabel(),
        group,
        row,
        baseline,
        fields.declarations(benchmark).wholes());
  }

  /** The user's own files that are measured. */
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

  /** The variants without the controls. */
  public List<PlannedVariant> variants() {
    return supported.stream().filter(planned -> !planned.isControl()).toList();
  }

  /**
   * The benchmark instance of a variant, its parameters set.
   *
   * @throws UsageException never, for a variant of this plan
   */
  public static Selective benchmark(PlannedVariant planned) throws UsageException {
    String method = planned.benchmark();
    return new ParameterFields(method.substring(0, method.lastIndexOf('.')))
        .benchmark(planned.parameters());
  }

  private static void requireSome(Set<PlannedVariant> supported, Set<PlannedVariant> skipped)
      throws UsageException {
    if (!supported.isEmpty()) {
      return;
    }
    if (skipped.isEmpty()) {
      throw new UsageException(
          "no selected benchmark takes all of these values together: name fewer, or other ones");
    }
    PlannedVariant first = skipped.iterator().next();
    throw new UsageException(
        "nothing selected can run: " + first.title() + ": " + first.support().reason());
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
    return List.copyOf(
        selected.contains(Mode.All) ? EnumSet.complementOf(EnumSet.of(Mode.All)) : selected);
  }
}
