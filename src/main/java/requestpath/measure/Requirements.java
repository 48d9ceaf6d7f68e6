package requestpath.measure;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.profile.ProfilerFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import requestpath.payload.PathName;

/** What can be said against a command line before anything is planned. */
final class Requirements {
  private Requirements() {}

  /**
   * Refuses a run without forks.
   *
   * @throws UsageException for {@code -f 0}
   */
  static void requireForks(Options options) throws UsageException {
    if (options.getForkCount().hasValue() && options.getForkCount().get() < 1) {
      throw new UsageException(
          "-f 0 would let variants share one JVM and spoil each other's compiled code:"
              + " use -f 1 or more, or --stock");
    }
  }

  /**
   * Refuses options that make a fork call a benchmark more than once.
   *
   * @param benchmark the qualified name of one that measures the first call in a JVM
   * @throws UsageException naming the first of them
   */
  static void requireFirstCall(String benchmark, Options options) throws UsageException {
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
              + " is not for "
              + Combination.title(benchmark, Map.of())
              + ", which measures the first call in a JVM: leave it out, and ask for more forks"
              + " with -f");
    }
  }

  private static Optional<String> repeats(
      String option, org.openjdk.jmh.util.Optional<Integer> value, int allowed) {
    return value.hasValue() && value.get() != allowed
        ? Optional.of(option + " " + (value.get() == Threads.MAX ? "max" : value.get()))
        : Optional.empty();
  }

  /**
   * Refuses profilers that cannot be used here.
   *
   * @throws UsageException naming the first of them
   */
  static void requireProfilers(Options options) throws UsageException {
    for (ProfilerConfig profiler : ForkOptions.profilers(options)) {
      NativeProfilers.requireFolder(profiler);
      try {
        ProfilerFactory.getProfilerOrException(NativeProfilers.withLibrary(profiler));
      } catch (ProfilerException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        if (message.contains("ClassNotFoundException")) {
          message = "there is none of that name";
        }
        throw new UsageException(
            "-prof "
                + profiler.getKlass()
                + " cannot be used here: "
                + message
                + " (-lprof lists what can)");
      }
    }
  }

  /**
   * Refuses a file for the output that cannot be written.
   *
   * @throws UsageException naming it
   */
  static void requireOutput(Options options) throws UsageException {
    if (options.getOutput().hasValue()) {
      String name = options.getOutput().get();
      ResultFile.requireWritable("-o", name, path("-o", name).toAbsolutePath());
    }
  }

  /**
   * What an option names.
   *
   * @throws UsageException when there can be no such file or folder
   */
  static Path path(String option, String name) throws UsageException {
    try {
      return PathName.of(name);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          option + (option.endsWith("=") ? "" : " ") + name + " " + e.getMessage());
    }
  }

  /**
   * Where a run prints.
   *
   * @param standardOutput unless {@code -o} names a file
   * @throws UsageException when the file cannot be written
   */
  static PrintStream output(Options options, PrintStream standardOutput) throws UsageException {
    if (!options.getOutput().hasValue()) {
      return standardOutput;
    }
    String name = options.getOutput().get();
    try {
      return new PrintStream(new FileOutputStream(name), true, Charset.defaultCharset());
    } catch (FileNotFoundException e) {
      throw new UsageException("-o " + name + " cannot be written: name a file that can");
    }
  }

  /**
   * Refuses a time limit that does not even hold one fork of each row.
   *
   * @throws UsageException for a {@code --time-limit} that is too short
   */
  static void requireTime(Plan plan, Rounds rounds) throws UsageException {
    Duration needed =
        plan.supported().stream()
            .map(combination -> combination.recipe().nominal().plus(Progress.START))
            .reduce(Duration.ZERO, Duration::plus);
    if (rounds.timeLimit().isPresent() && needed.compareTo(rounds.timeLimit().get()) > 0) {
      throw new UsageException(
          "--time-limit "
              + rounds.timeLimit().get().toSeconds()
              + "s is too short: one fork of each of the "
              + plan.supported().size()
              + " rows, controls among them, takes about "
              + needed.toSeconds()
              + "s; name a longer one, or fewer rows");
    }
  }
}
