package requestpath.harness.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openjdk.jmh.profile.AsyncProfiler;
import org.openjdk.jmh.profile.DTraceAsmProfiler;
import org.openjdk.jmh.profile.JavaFlightRecorderProfiler;
import org.openjdk.jmh.profile.LinuxPerfAsmProfiler;
import org.openjdk.jmh.profile.WinPerfAsmProfiler;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import requestpath.harness.api.RefusedException;
import requestpath.harness.api.UsageException;

/**
 * JMH's profilers that write files. JMH names the files of each fork alike, so that every fork
 * would overwrite those of the one before: here each fork gets a folder of its own, in the run
 * directory unless the command line names another.
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

  private static final String FOLDER = "dir";

  /** Options that ask for a file; each file has its own folder. */
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

  private static Optional<ProfilerFiles> of(ProfilerConfig profiler) {
    return Arrays.stream(values())
        .filter(
            kind ->
                profiler.getKlass().equals(kind.name)
                    || profiler.getKlass().equals(kind.type.getName()))
        .findFirst();
  }

  /** Whether it is this profiler, by its short name or its class. */
  public boolean is(ProfilerConfig profiler) {
    return of(profiler).equals(Optional.of(this));
  }

  /** The options that name the folders of the requested files. */
  private List<String> folderOptions(ProfilerConfig profiler) {
    return !isOnlyAsked
        ? List.of(FOLDER)
        : ASKING.stream()
            .filter(option -> value(profiler, option).filter("true"::equals).isPresent())
            .map(option -> option + "To")
            .toList();
  }

  /**
   * The profiler with the folders of one fork.
   *
   * @param run the run directory
   * @param fork gets its own folder if it is a control or on the other side, because JMH names its
   *     files like those of another fork of the round
   */
  public static ProfilerConfig forRound(
      ProfilerConfig profiler, Path run, int round, PlannedRow fork) {
    Optional<ProfilerFiles> kind = of(profiler);
    if (kind.isEmpty()) {
      return profiler;
    }
    ProfilerConfig given = profiler;
    for (String option : kind.get().folderOptions(profiler)) {
      Path parent = value(profiler, option).map(Path::of).orElse(run.resolve(kind.get().name));
      Path folder = parent.resolve(folderName(round, fork)).toAbsolutePath();
      given = with(given, option, folder.toString());
    }
    return given;
  }

  private static String folderName(int round, PlannedRow fork) {
    return "round-"
        + round
        + (fork.side() == Side.AGAINST ? "-against" : "")
        + (fork.isControl() ? "-control" : "");
  }

  /**
   * Makes the folders of a fork, because not every profiler does.
   *
   * @throws RefusedException naming one that cannot be made
   */
  public static void makeFolders(List<ProfilerConfig> given) throws RefusedException {
    for (ProfilerConfig profiler : given) {
      for (String option :
          of(profiler).map(kind -> kind.folderOptions(profiler)).orElse(List.of())) {
        String folder = value(profiler, option).orElseThrow();
        try {
          Files.createDirectories(Path.of(folder));
        } catch (IOException e) {
          throw new RefusedException(
              "-prof " + profiler.getKlass() + ": the folder " + folder + " cannot be made");
        }
      }
    }
  }

  /**
   * Refuses a folder that cannot be written, before any fork runs into it.
   *
   * @throws UsageException naming it
   */
  public static void requireFolders(ProfilerConfig profiler) throws UsageException {
    for (String option : of(profiler).map(kind -> kind.folderOptions(profiler)).orElse(List.of())) {
      Optional<String> folder = value(profiler, option);
      if (folder.isPresent()) {
        Path path =
            Requirements.path("-prof " + profiler.getKlass() + ":" + option + "=", folder.get());
        try {
          Path probe = Files.createTempFile(Files.createDirectories(path), ".probe", "");
          Files.delete(probe);
        } catch (IOException e) {
          throw new UsageException(
              "-prof "
                  + profiler.getKlass()
                  + ":"
                  + option
                  + "="
                  + folder.get()
                  + " cannot be written: name a folder that can");
        }
      }
    }
  }

  /**
   * Where files go: each folder once, by the name of the profiler.
   *
   * @param profilers those of the command line
   * @param run the run directory
   */
  public static Map<String, Set<Path>> folders(List<ProfilerConfig> profilers, Path run) {
    Map<String, Set<Path>> folders = new LinkedHashMap<>();
    for (ProfilerConfig profiler : profilers) {
      Optional<ProfilerFiles> kind = of(profiler);
      if (kind.isPresent()) {
        for (String option : kind.get().folderOptions(profiler)) {
          folders
              .computeIfAbsent(kind.get().name, none -> new LinkedHashSet<>())
              .add(value(profiler, option).map(Path::of).orElse(run.resolve(kind.get().name)));
        }
      }
    }
    return folders;
  }

  private static List<String> options(ProfilerConfig profiler) {
    return profiler.getOpts().isEmpty() ? List.of() : Arrays.asList(profiler.getOpts().split(";"));
  }

  /** The value of an option; empty when it is not given. */
  public static Optional<String> value(ProfilerConfig profiler, String option) {
    return options(profiler).stream()
        .filter(given -> given.startsWith(option + "="))
        .map(given -> given.substring(option.length() + 1))
        .findFirst();
  }

  /** The profiler with this option, which replaces one of the same name. */
  public static ProfilerConfig with(ProfilerConfig profiler, String option, String value) {
    List<String> options =
        new ArrayList<>(
            options(profiler).stream().filter(given -> !given.startsWith(option + "=")).toList());
    options.add(option + "=" + value);
    return new ProfilerConfig(profiler.getKlass(), String.join(";", options));
  }
}
