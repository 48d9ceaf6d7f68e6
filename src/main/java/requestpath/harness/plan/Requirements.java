package requestpath.harness.plan;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.profile.ProfilerFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import requestpath.harness.api.UsageException;
import requestpath.harness.run.ForkOptions;
import requestpath.text.Similar;

/** Checks options before the first fork. */
public final class Requirements {
  /** One fork per variant does not show the spread between forks. */
  private static final int FORKS_TO_RANK = 2;

  private static final Pattern HELP = Pattern.compile("(?:.*;)?help(?:;.*)?");

  /** In the names of all benchmarks that measure the first call in a JVM, and of no others. */
  private static final String COLD_START = "ColdStart";

  private Requirements() {}

  /**
   * Refuses a run without forks.
   *
   * @throws UsageException for {@code -f 0}
   */
  public static void requireForks(Options options) throws UsageException {
    if (options.getForkCount().hasValue() && options.getForkCount().get() < 1) {
      throw new UsageException(
          "-f 0 runs all variants in one JVM, where they change each other's compiled code:"
              + " use -f 1 or more, or --stock");
    }
  }

  /**
   * Refuses options that give each variant the same forks, or compare it with another, together
   * with {@code --fastest}.
   *
   * @throws UsageException naming the first of them
   */
  public static void requireRaceAlone(Options options, Settings settings) throws UsageException {
    if (!settings.rounds().isRace()) {
      return;
    }
    String other =
        options.getForkCount().hasValue()
            ? "-f"
            : settings.isQuick() ? "--quick" : settings.against().isPresent() ? "--against" : "";
    if (!other.isEmpty()) {
      throw new UsageException(
          "--fastest gives forks only to variants that may be the fastest, and "
              + other
              + " needs forks of all: leave out one of the two");
    }
  }

  /**
   * Refuses options that make a fork call a benchmark more than once.
   *
   * @param coldStarts the qualified names of benchmarks that measure the first call in a JVM
   * @param isWithOthers whether other benchmarks are selected, too
   * @throws UsageException naming the first of them
   */
  public static void requireFirstCall(
      List<String> coldStarts, boolean isWithOthers, Options options) throws UsageException {
    if (coldStarts.isEmpty()) {
      return;
    }
    Optional<String> repeating =
        Stream.of(
                repeats("-wi", options.getWarmupIterations(), 0),
                repeats("-i", options.getMeasurementIterations(), 1),
                repeats("-bs", options.getMeasurementBatchSize(), 1),
                repeats("-wbs", options.getWarmupBatchSize(), 1),
                repeats("-t", options.getThreads(), 1),
                options.getBenchModes().stream()
                    .filter(mode -> mode != Mode.SingleShotTime)
                    .findFirst()
                    .map(mode -> "-bm " + mode.shortLabel()))
            .flatMap(Optional::stream)
            .findFirst();
    if (repeating.isPresent()) {
      throw new UsageException(
          repeating.get()
              + " cannot be used with "
              + PlannedVariant.title(coldStarts.get(0), Map.of())
              + ", which measures the first call in a JVM: leave it out, and ask for more forks"
              + " with -f"
              + (isWithOthers ? ", or leave out such benchmarks with -e " + COLD_START : ""));
    }
  }

  private static Optional<String> repeats(
      String option, org.openjdk.jmh.util.Optional<Integer> value, int allowed) {
    return value.hasValue() && value.get() != allowed
        ? Optional.of(option + " " + (value.get() == Threads.MAX ? "max" : value.get()))
        : Optional.empty();
  }

  /**
   * Refuses a name that no selected variant has.
   *
   * @throws UsageException naming those that have one
   */
  public static void requireSelected(String option, String name, Collection<PlannedVariant> rows)
      throws UsageException {
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> names.add(row.member().name()));
    if (!names.contains(name)) {
      throw new UsageException(
          option
              + " "
              + name
              + " is none of the selected variants: "
              + Similar.question(name, names)
                  .orElseGet(() -> "choose from " + String.join(", ", names)));
    }
  }

  /** The text that a profiler prints for {@code -prof NAME:help}; empty when none is asked. */
  public static Optional<String> profilerHelp(Options options) {
    for (ProfilerConfig profiler : options.getProfilers()) {
      if (HELP.matcher(profiler.getOpts()).matches()) {
        try {
          ProfilerFactory.getProfilerOrException(profiler);
        } catch (ProfilerException e) {
          String help = String.valueOf(e.getMessage());
          if (help.startsWith("Usage: ")) {
            return Optional.of(help.stripTrailing() + "\n");
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Refuses profilers that cannot be used on this machine.
   *
   * @throws UsageException naming the first of them
   */
  public static void requireProfilers(Options options) throws UsageException {
    for (ProfilerConfig profiler : ForkOptions.profilers(options)) {
      ProfilerFiles.requireDirectories(profiler);
      try {
        ProfilerFactory.getProfilerOrException(NativeProfilers.withLibrary(profiler));
      } catch (ProfilerException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        if (message.contains("ClassNotFoundException")) {
          message = "there is no such profiler";
        }
        throw new UsageException(
            "-prof "
                + profiler.getKlass()
                + " cannot be used here: "
                + message
                + " (-lprof lists the profilers that can)");
      }
    }
  }

  /**
   * Refuses a time limit that is too short for a ranking: two forks per variant, or fewer if the
   * command line says so.
   *
   * @throws UsageException for a {@code --time-limit} that is too short
   */
  public static void requireTime(Plan plan, Rounds rounds) throws UsageException {
    int forks =
        plan.supported().stream()
            .mapToInt(planned -> Math.min(FORKS_TO_RANK, planned.forks()))
            .max()
            .orElse(FORKS_TO_RANK);
    Duration needed = timeOf(plan, forks);
    if (rounds.timeLimit().isPresent() && needed.compareTo(rounds.timeLimit().get()) > 0) {
      int controls = plan.supported().size() - plan.variants().size();
      throw new UsageException(
          "--time-limit "
              + inWords(rounds.timeLimit().get())
              + " is too short: it needs about "
              + inWords(needed)
              + " for "
              + (forks == 1 ? "1 fork" : forks + " forks")
              + " of each of the "
              + plan.variants().size()
              + " variants"
              + (controls == 0
                  ? ""
                  : " and " + controls + (controls == 1 ? " control" : " controls"))
              + "; name a longer one, or fewer variants");
    }
  }

  /** The time that this number of forks per variant takes, by the recipes alone. */
  private static Duration timeOf(Plan plan, int forks) {
    return plan.supported().stream()
        .map(
            planned ->
                planned
                    .recipe()
                    .nominal()
                    .plus(Recipe.START)
                    .multipliedBy(Math.min(forks, planned.forks())))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** In minutes from two minutes on, else in seconds. */
  private static String inWords(Duration time) {
    long seconds = time.plusMillis(999).toSeconds();
    return seconds < 120 ? seconds + "s" : (seconds + 59) / 60 + " min";
  }
}
