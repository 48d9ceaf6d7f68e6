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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import requestpath.harness.api.RefusedException;
import requestpath.harness.api.UsageException;
import requestpath.harness.fork.RecordingProfiler;
import requestpath.harness.machine.Jvm;
import requestpath.harness.machine.MachineLock;
import requestpath.harness.plan.Plan;
import requestpath.harness.plan.PlannedRow;
import requestpath.harness.plan.Requirements;
import requestpath.harness.plan.Rounds;
import requestpath.harness.plan.Settings;
import requestpath.profile.Event;
import requestpath.profile.NativeLibrary;
import requestpath.profile.Row;

/**
 * One fork of each selected row with a recorder in it. It is apart from timing: a recorder slows
 * what it records, so the figures of such a fork only scale differential graphs.
 */
public final class ProfilePass {
  /** Samples of some seconds tell shares to about a point; a timed fork is too short for that. */
  private static final List<String> LONGER = List.of("-i", "5", "-r", "1s");

  /** async-profiler's commands give these a meaning of their own. */
  private static final String RESERVED = ".*[,%\\n].*";

  /** One fork is all there is. */
  private static final double ANY_PRECISION = 0.5;

  private final CommandLineOptions line;
  private final CommandLineOptions longer;
  private final Event event;
  private final Optional<String> against;
  private final Settings settings;
  private final List<PlannedRow> rows;

  /** Told of each row. */
  public interface Listener {
    /**
     * A row was recorded.
     *
     * @param against the row that it is compared with, told of before
     * @throws IOException when it cannot be kept
     */
    void recorded(Row row, Optional<Row> against) throws IOException;
  }

  private ProfilePass(
      CommandLineOptions line,
      CommandLineOptions longer,
      Event event,
      Optional<String> against,
      Settings settings,
      List<PlannedRow> rows) {
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
   * @param against the name of the row, a library or a method, that others are compared with
   * @throws UsageException when it was called wrongly; nothing has run then
   */
  public static ProfilePass of(List<String> arguments, Event event, Optional<String> against)
      throws UsageException {
    CommandLineOptions line = RunCommand.parse(arguments);
    Requirements.requireTemporaryFolder(Path.of(System.getProperty("java.io.tmpdir")));
    requireOwnOptions(line);
    if (line.getIncludes().isEmpty() && RunCommand.parameterNames(arguments).isEmpty()) {
      throw new UsageException(
          "profile needs to know what to record, a fork each: name a benchmark such as"
              + " 'JsonEncode.*toBytes', or .* for all");
    }
    List<String> lengthened = new ArrayList<>(arguments);
    if (!line.getMeasurementIterations().hasValue()) {
      lengthened.addAll(LONGER.subList(0, 2));
    }
    if (!line.getMeasurementTime().hasValue()) {
      lengthened.addAll(LONGER.subList(2, LONGER.size()));
    }
    CommandLineOptions longer = RunCommand.parse(lengthened);
    Settings settings =
        new Settings(
            new Rounds(0, ANY_PRECISION, Optional.of(1), Optional.empty(), Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            arguments,
            Map.of());
    Plan plan = Plan.of(longer, RunCommand.parameterNames(arguments), settings);
    for (List<String> recipe : plan.jvmArguments()) {
      Jvm.of(line, recipe);
    }
    if (against.isPresent()
        && plan.rows().stream().noneMatch(row -> row.member().name().equals(against.get()))) {
      throw new UsageException(
          "--against "
              + against.get()
              + " is none of the selected rows: choose from "
              + plan.rows().stream()
                  .map(row -> row.member().name())
                  .distinct()
                  .collect(Collectors.joining(", ")));
    }
    return new ProfilePass(line, longer, event, against, settings, ordered(plan.rows(), against));
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
          "profile runs one fork of each row, with its own recorder and without figures: leave "
              + refused
              + " out");
    }
  }

  /** What others are compared with goes first. */
  private static List<PlannedRow> ordered(List<PlannedRow> rows, Optional<String> against) {
    return rows.stream()
        .sorted(
            Comparator.comparing(
                row -> against.isEmpty() || !row.member().name().equals(against.get())))
        .toList();
  }

  /** A name for a new folder that a pass is kept in. */
  public static Path newFolder() {
    return RunDirectory.unnamed("-profile");
  }

  /**
   * Records every row.
   *
   * @throws RefusedException when a row could not be recorded; all others were
   * @throws UsageException when the folder for temporary files cannot be used
   */
  public void run(PrintStream out, Listener listener) throws RefusedException, UsageException {
    List<String> failures = new ArrayList<>();
    Map<String, Row> compared = new LinkedHashMap<>();
    MachineLock lock = MachineLock.take();
    try (lock) {
      Path folder = temporaryFolder();
      Optional<Path> library = NativeLibrary.extract();
      Path file = folder.resolve("recording.jfr");
      try {
        for (int i = 0; i < rows.size(); i++) {
          PlannedRow row = rows.get(i);
          out.printf("# Recording %d of %d: %s%n", i + 1, rows.size(), row.title());
          try {
            Row recorded = record(row, file, library);
            listener.recorded(recorded, Optional.ofNullable(compared.get(row.member().group())));
            if (against.isPresent() && row.member().name().equals(against.get())) {
              compared.put(row.member().group(), recorded);
            }
          } catch (RefusedException | RunnerException | IOException | RuntimeException e) {
            String reason = e instanceof RefusedException ? e.getMessage() : Failure.of(e).reason();
            out.println("# Not recorded: " + row.title() + ": " + reason);
            failures.add(row.title() + ": " + reason);
            cleanUp(row, out);
          }
        }
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new RefusedException("recordings cannot be kept for a moment: " + e.getMessage());
    }
    if (!failures.isEmpty()) {
      throw new RefusedException(
          failures.size()
              + " of "
              + rows.size()
              + " rows could not be recorded; the first: "
              + failures.get(0));
    }
  }

  private static void cleanUp(PlannedRow row, PrintStream out) {
    try {
      Plan.benchmark(row).cleanUp();
    } catch (UsageException | RuntimeException e) {
      out.println("# What it may have left behind cannot be taken away: " + Failure.of(e).reason());
    }
  }

  private static Path temporaryFolder() throws IOException, UsageException {
    Path folder = Files.createTempDirectory("requestpath-recording").toAbsolutePath();
    if (folder.toString().matches(RESERVED)) {
      Files.delete(folder);
      throw new UsageException(
          "async-profiler cannot write below "
              + folder.getParent()
              + ", whose name has a comma or a per cent sign: name another folder with"
              + " -Djava.io.tmpdir");
    }
    return folder;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private Row record(PlannedRow row, Path file, Optional<Path> library)
      throws RunnerException, RefusedException, IOException {
    Files.deleteIfExists(file);
    boolean isSingle = row.mode() == Mode.SingleShotTime;
    CommandLineOptions options = isSingle ? line : longer;
    List<ProfilerConfig> profilers = new ArrayList<>(ForkOptions.profilers(options));
    profilers.add(RecordingProfiler.of(event, file, library));
    ForkOptions fork =
        new ForkOptions(options, row, 0, ForkOptions.resolveThreads(options), settings, profilers);
    ForkOutput output =
        new ForkOutput(
            OutputFormatFactory.createFormatInstance(System.out, Defaults.VERBOSITY), false, false);
    try (Watchdog watchdog = Watchdog.over(row.recipe().limit())) {
      Plan.benchmark(row).requireReady();
      for (RunResult result : new Runner(fork, output).run()) {
        for (BenchmarkResult raw : result.getBenchmarkResults()) {
          return row(row, ForkResult.accept(raw), file);
        }
      }
      throw new RefusedException(
          watchdog.hasBitten() ? watchdog.sentence() : "JMH returned nothing for it");
    } catch (UsageException e) {
      throw new RefusedException(e.getMessage());
    }
  }

  private static Row row(PlannedRow row, BenchmarkResult result, Path file) throws IOException {
    return new Row(
        row.benchmark(),
        row.parameters(),
        row.title(),
        file,
        RecordingProfiler.instead(file),
        nanos(row, result),
        bytes(result));
  }

  private static OptionalDouble nanos(PlannedRow row, BenchmarkResult result) {
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
