package requestpath.harness.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import requestpath.harness.api.RefusedException;
import requestpath.harness.plan.Against;
import requestpath.harness.plan.NativeProfilers;
import requestpath.harness.plan.OwnTypesOfRun;
import requestpath.harness.plan.PlannedVariant;
import requestpath.harness.plan.ProfilerFiles;
import requestpath.harness.plan.Settings;
import requestpath.harness.plan.Side;

/** Runs a fork through JMH. */
final class ForkStarter {
  private static final String CLASS_PATH = "java.class.path";

  private final CommandLineOptions options;
  private final Settings settings;
  private final Path directory;
  private final org.openjdk.jmh.util.Optional<Integer> threads;

  /**
   * Runs forks.
   *
   * @param directory the run directory, for the files of profilers
   */
  ForkStarter(CommandLineOptions options, Settings settings, Path directory) {
    this.options = options;
    this.settings = settings;
    this.directory = directory;
    this.threads = ForkOptions.resolveThreads(options);
  }

  /** What a fork takes from this program while it starts: the program's own again when closed. */
  final class Surroundings implements AutoCloseable {
    private final String classPath = System.getProperty(CLASS_PATH);

    /** Prepares the start of a fork: JMH gives this program's own class path to it. */
    void prepare(PlannedVariant planned) {
      if (planned.side() == Side.AGAINST) {
        settings
            .against()
            .flatMap(Against::jar)
            .ifPresent(
                jar -> System.setProperty(CLASS_PATH, OwnTypesOfRun.classPath(jar.toString())));
      }
    }

    @Override
    public void close() {
      System.setProperty(CLASS_PATH, classPath);
    }
  }

  /** What this program is now. */
  Surroundings surroundings() {
    return new Surroundings();
  }

  /**
   * Runs a fork in its surroundings.
   *
   * @param first a profiler that starts before all others
   * @return the fork, complete and verified
   * @throws RunnerException when JMH says that it failed
   * @throws RefusedException when its result is not accepted
   */
  Fork run(PlannedFork next, ForkOutput output, Optional<ProfilerConfig> first)
      throws RunnerException, RefusedException {
    PlannedVariant planned = next.planned();
    int round = next.round();
    List<ProfilerConfig> profilers = new ArrayList<>(first.stream().toList());
    profilers.addAll(
        NativeProfilers.forRound(ForkOptions.profilers(options), directory, round, planned));
    ProfilerFiles.makeDirectories(profilers);
    Options fork =
        ForkOptions.of(
            options,
            planned,
            round == 1 ? planned.recipe().warmupForks() : 0,
            threads,
            settings,
            profilers);
    RoutedStandardOutput.begin(output);
    try {
      return new Fork(ForkResult.of(fork, output), output.warmUp());
    } finally {
      RoutedStandardOutput.end();
    }
  }
}
