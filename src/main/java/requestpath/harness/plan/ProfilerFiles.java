package requestpath.harness.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.AsyncProfiler;
import org.openjdk.jmh.profile.DTraceAsmProfiler;
import org.openjdk.jmh.profile.JavaFlightRecorderProfiler;
import org.openjdk.jmh.profile.LinuxPerfAsmProfiler;
import org.openjdk.jmh.profile.WinPerfAsmProfiler;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import requestpath.harness.api.RefusedException;
import requestpath.harness.api.UsageException;

/**
 * JMH's profilers that write files. JMH names the files of each fork alike, and every fork would
 * overwrite those of the fork before. Here each fork gets its own directory: in the run directory,
 * unless the command line names another.
 */
public enum ProfilerFiles {
  /** async-profiler. */
  ASYNC("async", AsyncProfiler.class, false),
  /** The JDK's own recorder. */
  JFR("jfr", JavaFlightRecorderProfiler.class, false),
  /** Assembly by Linux perf. */
  PERFASM("perfasm", LinuxPerfAsmProfiler.class, true),
  /** Assembly by DTrace. */
  DTRACEASM("dtraceasm", DTraceAsmProfiler.class, true),
  /** Assembly by Windows xperf. */
  XPERFASM("xperfasm", WinPerfAsmProfiler.class, true);

  private static final String DIRECTORY = "dir";

  /** Options that ask for a file; each file has its own directory. */
  private static final List<String> ASKING = List.of("saveLog", "savePerf", "savePerfBin");

  private final String name;
  private final Class<?> type;

  /** Whether it writes files only if an option asks for them. */
  private final boolean isOnlyAsked;

  ProfilerFiles(String name, Class<?> type, boolean isOnlyAsked) {
    this.name = name;
    this.type = type;
    this.isOnlyAsked = isOnlyAsked;
  }

  /** Whether it is this profiler, by its short name or its class. */
  public boolean is(ProfilerConfig profiler) {
    return profiler.getKlass().equals(name) || profiler.getKlass().equals(type.getName());
  }

  private static Optional<ProfilerFiles> of(ProfilerConfig profiler) {
    return Arrays.stream(values()).filter(kind -> kind.is(profiler)).findFirst();
  }

  /** The options that name the directories of the requested files; none for other profilers. */
  private static List<String> directoryOptions(ProfilerConfig profiler) {
    Optional<ProfilerFiles> kind = of(profiler);
    if (kind.isEmpty() || !kind.get().isOnlyAsked) {
      return kind.isEmpty() ? List.of() : List.of(DIRECTORY);
    }
    return ASKING.stream()
        .filter(option -> value(profiler, option).filter("true"::equals).isPresent())
        .map(option -> option + "To")
        .toList();
  }

  /** The directory that an option names, or one in the run directory. */
  private static Path directory(ProfilerConfig profiler, String option, Path run) {
    return value(profiler, option)
        .map(Path::of)
        .orElseGet(() -> run.resolve(of(profiler).orElseThrow().name));
  }

  /**
   * The profiler with the directories of one fork.
   *
   * @param run the run directory
   * @param fork a control and a candidate get their own directories, because JMH names their files
   *     like those of another fork of the round
   */
  public static ProfilerConfig forRound(
      ProfilerConfig profiler, Path run, int round, PlannedVariant fork) {
    String name =
        "round-"
            + round
            + (fork.side() == Side.AGAINST ? "-against" : "")
            + (fork.isControl() ? "-control" : "");
    ProfilerConfig given = profiler;
    for (String option : directoryOptions(profiler)) {
      Path directory = directory(profiler, option, run).resolve(name);
      given = with(given, option, directory.toAbsolutePath().toString());
    }
    return given;
  }

  /**
   * Creates the directories of a fork, because not every profiler does.
   *
   * @throws RefusedException naming a directory that cannot be created
   */
  public static void makeDirectories(List<ProfilerConfig> given) throws RefusedException {
    for (ProfilerConfig profiler : given) {
      for (String option : directoryOptions(profiler)) {
        String directory = value(profiler, option).orElseThrow();
        try {
          Files.createDirectories(Path.of(directory));
        } catch (IOException e) {
          throw new RefusedException(
              "-prof " + profiler.getKlass() + ": " + directory + " cannot be created");
        }
      }
    }
  }

  /**
   * Refuses a directory that cannot be written, before the first fork.
   *
   * @throws UsageException naming it
   */
  public static void requireDirectories(ProfilerConfig profiler) throws UsageException {
    for (String option : directoryOptions(profiler)) {
      Optional<String> directory = value(profiler, option);
      if (directory.isPresent()) {
        String asked = "-prof " + profiler.getKlass() + ":" + option + "=";
        Path path = FileRequirements.path(asked, directory.get());
        try {
          Files.delete(Files.createTempFile(Files.createDirectories(path), ".probe", ""));
        } catch (IOException e) {
          throw new UsageException(
              asked + directory.get() + " cannot be written: name another directory");
        }
      }
    }
  }

  /**
   * The directories of all forks' files, each once, by the name of the profiler.
   *
   * @param profilers those of the command line
   * @param run the run directory
   */
  public static Map<String, Set<Path>> directories(List<ProfilerConfig> profilers, Path run) {
    Map<String, Set<Path>> directories = new LinkedHashMap<>();
    for (ProfilerConfig profiler : profilers) {
      for (String option : directoryOptions(profiler)) {
        directories
            .computeIfAbsent(of(profiler).orElseThrow().name, none -> new LinkedHashSet<>())
            .add(directory(profiler, option, run));
      }
    }
    return directories;
  }

  private static Stream<String> options(ProfilerConfig profiler) {
    return Arrays.stream(profiler.getOpts().split(";")).filter(option -> !option.isEmpty());
  }

  /** The value of an option; empty when it is not given. */
  public static Optional<String> value(ProfilerConfig profiler, String option) {
    return options(profiler)
        .filter(given -> given.startsWith(option + "="))
        .map(given -> given.substring(option.length() + 1))
        .findFirst();
  }

  /** The profiler with this option, which replaces one of the same name. */
  public static ProfilerConfig with(ProfilerConfig profiler, String option, String value) {
    return new ProfilerConfig(
        profiler.getKlass(),
        Stream.concat(
                options(profiler).filter(given -> !given.startsWith(option + "=")),
                Stream.of(option + "=" + value))
            .collect(Collectors.joining(";")));
  }
}
