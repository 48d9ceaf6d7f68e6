package requestpath.harness.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import requestpath.harness.api.RefusedException;
import requestpath.harness.api.UsageException;
import requestpath.harness.fork.RecordingProfiler;
import requestpath.harness.machine.Jvm;
import requestpath.harness.machine.MachineLock;
import requestpath.harness.plan.FileRequirements;
import requestpath.harness.plan.JmhLine;
import requestpath.harness.plan.OwnTypeOptions;
import requestpath.harness.plan.OwnTypesOfRun;
import requestpath.harness.plan.Plan;
import requestpath.harness.plan.PlannedVariant;
import requestpath.harness.plan.Requirements;
import requestpath.harness.plan.Rounds;
import requestpath.harness.plan.Settings;
import requestpath.profile.Event;
import requestpath.profile.NativeLibrary;
import requestpath.profile.Row;

/**
 * Records one fork of each selected variant. Recording slows the code, so the times of these forks
 * are only used to scale differential graphs.
 */
public final class ProfilePass {
  /** Five seconds of samples give shares to about one percentage point. */
  private static final String ITERATIONS = "5";

  private static final String ITERATION_TIME = "1s";

  /** Has no effect on one fork. */
  private static final double ANY_PRECISION = 0.5;

  private final CommandLineOptions line;
  private final CommandLineOptions longer;
  private final Event event;
  private final Optional<String> against;
  private final Settings settings;
  private final List<PlannedVariant> rows;

  /** Receives each recorded variant. */
  public interface Listener {
    /**
     * A variant was recorded.
     *
     * @param against the variant that it is compared with, recorded before
     * @throws IOException when it cannot be saved
     */
    void recorded(Row row, Optional<Row> against) throws IOException;
  }

  private ProfilePass(
      CommandLineOptions line,
      CommandLineOptions longer,
      Event event,
      Optional<String> against,
      Settings settings,
      List<PlannedVariant> rows) {
    this.line = line;
    this.longer = longer;
    this.event = event;
    this.against = against;
    this.settings = settings;
    this.rows = rows;
  }

  /**
   * Plans a pass.
   *
   * @param arguments JMH's options and patterns
   * @param against the variant, a library or a method, that the others are compared with
   * @param ownTypes of the user's own document
   * @throws UsageException when it was called wrongly; nothing has run then
   */
  public static ProfilePass of(
      List<String> arguments, Event event, Optional<String> against, OwnTypeOptions ownTypes)
      throws UsageException {
    JmhLine line = JmhLine.of(arguments);
    CommandLineOptions options = line.options();
    FileRequirements.requireTemporaryDirectory(Path.of(System.getProperty("java.io.tmpdir")));
    requireOwnOptions(options);
    if (options.getIncludes().isEmpty() && line.parameterNames().isEmpty()) {
      throw new UsageException(
          "profile records one fork of each selected variant: name a benchmark such as"
              + " 'JsonEncode.*toBytes', or .* for all");
    }
    List<String> lengthened = new ArrayList<>(arguments);
    if (!options.getMeasurementIterations().hasValue()) {
      lengthened.addAll(List.of("-i", ITERATIONS));
    }
    if (!options.getMeasurementTime().hasValue()) {
      lengthened.addAll(List.of("-r", ITERATION_TIME));
    }
    JmhLine longer = JmhLine.of(lengthened);
    Settings settings =
        new Settings(
            new Rounds(0, ANY_PRECISION, Optional.of(1), Optional.empty(), Optional.empty(), false),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            false,
            Optional.empty(),
            arguments,
            Map.of(),
            ownTypes);
    OwnTypesOfRun.requireReadable(longer);
    OwnTypesOfRun.prepare(longer, ownTypes);
    Plan plan = Plan.of(longer, settings);
    for (List<String> recipe : plan.jvmArguments()) {
      Jvm.of(options, Optional.empty(), recipe);
    }
    if (against.isPresent()) {
      Requirements.requireSelected("--against", against.get(), plan.variants());
    }
    return new ProfilePass(
        options, longer.options(), event, against, settings, ordered(plan.variants(), against));
  }

  private static void requireOwnOptions(CommandLineOptions line) throws UsageException {
    String refused =
        line.getForkCount().hasValue()
            ? "-f"
            : !line.getProfilers().isEmpty()
                ? "-prof"
                : line.getResult().hasValue() || line.getResultFormat().hasValue() ? "-rf" : "";
    if (!refused.isEmpty()) {
      throw new UsageException(
          "profile runs one recorded fork of each variant and reports no times: leave "
              + refused
              + " out");
    }
  }

  /** The variant that others are compared with is first. */
  private static List<PlannedVariant> ordered(List<PlannedVariant> rows, Optional<String> against) {
    return rows.stream()
        .sorted(
            Comparator.comparing(
                row -> against.isEmpty() || !row.member().name().equals(against.get())))
        .toList();
  }

  /** A new directory for graphs. */
  public static Path newDirectory() {
    return RunDirectory.unnamed("-profile");
  }

  /**
   * Records every variant.
   *
   * @throws RefusedException when a variant could not be recorded; all others were
   * @throws UsageException when the directory for temporary files cannot be used
   */
  public void run(PrintStream out, Listener listener) throws RefusedException, UsageException {
    List<String> failures = new ArrayList<>();
    Map<String, Row> compared = new LinkedHashMap<>();
    MachineLock lock = MachineLock.take();
    try (lock;
        RecordingDirectory directory = RecordingDirectory.create()) {
      Optional<Path> library = NativeLibrary.extract();
      Path file = directory.file();
      for (int i = 0; i < rows.size(); i++) {
        PlannedVariant row = rows.get(i);
        out.printf("# Recording %d of %d: %s%n", i + 1, rows.size(), row.title());
        try {
          Row recorded = record(row, file, library);
          listener.recorded(recorded, Optional.ofNullable(compared.get(row.member().group())));
          if (against.isPresent() && row.member().name().equals(against.get())) {
            compared.put(row.member().group(), recorded);
          }
        } catch (RefusedException | RunnerException | IOException | RuntimeException e) {
          String reason =
              e instanceof RefusedException ? e.getMessage() : Failure.of(e).shownFor(row).reason();
          out.println("# Not recorded: " + row.title() + ": " + reason);
          failures.add(row.title() + ": " + reason);
          cleanUp(row, out);
        }
      }
    } catch (IOException e) {
      throw new RefusedException("recordings cannot be written: " + e.getMessage());
    }
    if (!failures.isEmpty()) {
      throw new RefusedException(
          failures.size()
              + " of "
              + rows.size()
              + " variants could not be recorded; the first: "
              + failures.get(0));
    }
  }

  private static void cleanUp(PlannedVariant row, PrintStream out) {
    try {
      Plan.benchmark(row).cleanUp();
    } catch (UsageException | RuntimeException e) {
      out.println(
          "# It may have left something behind that cannot be removed: " + Failure.of(e).reason());
    }
  }

  private Row record(PlannedVariant row, Path file, Optional<Path> library)
      throws RunnerException, RefusedException, IOException {
    Files.deleteIfExists(file);
    boolean isSingle = row.mode() == Mode.SingleShotTime;
    CommandLineOptions options = isSingle ? line : longer;
    List<ProfilerConfig> profilers = new ArrayList<>(ForkOptions.profilers(options));
    profilers.add(RecordingProfiler.of(event, file, library));
    Options fork =
        ForkOptions.of(options, row, 0, ForkOptions.resolveThreads(options), settings, profilers);
    ForkOutput output =
        new ForkOutput(
            OutputFormatFactory.createFormatInstance(System.out, Defaults.VERBOSITY), false, false);
    try (Watchdog watchdog = Watchdog.over(row.recipe().limit())) {
      Plan.benchmark(row).requireReady();
      try {
        return row(row, ForkResult.of(fork, output), file);
      } catch (RunnerException e) {
        if (watchdog.hasStopped()) {
          throw new RefusedException(watchdog.sentence());
        }
        throw e;
      }
    } catch (UsageException e) {
      throw new RefusedException(e.getMessage());
    }
  }

  private static Row row(PlannedVariant row, BenchmarkResult result, Path file) throws IOException {
    return new Row(
        row.benchmark(),
        row.parameters(),
        row.title(),
        file,
        RecordingProfiler.instead(file),
        nanos(row, result),
        bytes(result));
  }

  private static OptionalDouble nanos(PlannedVariant row, BenchmarkResult result) {
    if (row.mode() == Mode.Throughput) {
      return OptionalDouble.empty();
    }
    TimeUnit unit = result.getParams().getTimeUnit();
    return OptionalDouble.of(result.getPrimaryResult().getScore() * unit.toNanos(1));
  }

  private static OptionalDouble bytes(BenchmarkResult result) {
    Result<?> bytes = result.getSecondaryResults().get(ForkResult.ALLOCATION_PER_OPERATION);
    return bytes == null ? OptionalDouble.empty() : OptionalDouble.of(bytes.getScore());
  }
}
