package requestpath.harness.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import requestpath.harness.fork.NativeAccess;
import requestpath.profile.NativeLibrary;

/** JMH's own {@code -prof async} with the native library that this program carries. */
public final class NativeProfilers {
  private static final String LIBRARY = "libPath";

  private NativeProfilers() {}

  /** Adds the path of the native library, unless the command line names one. */
  public static ProfilerConfig withLibrary(ProfilerConfig profiler) {
    if (!ProfilerFiles.ASYNC.is(profiler) || ProfilerFiles.value(profiler, LIBRARY).isPresent()) {
      return profiler;
    }
    try {
      return NativeLibrary.extract()
          .map(library -> ProfilerFiles.with(profiler, LIBRARY, library.toString()))
          .orElse(profiler);
    } catch (IOException e) {
      // JMH reports that the library is missing.
      return profiler;
    }
  }

  /**
   * The profilers for one fork: each with directories of its own and its native library.
   *
   * @param profilers those of the command line, and ours
   * @param run the run directory
   */
  public static List<ProfilerConfig> forRound(
      List<ProfilerConfig> profilers, Path run, int round, PlannedVariant fork) {
    List<ProfilerConfig> given = new ArrayList<>();
    for (ProfilerConfig profiler : profilers) {
      given.add(withLibrary(ProfilerFiles.forRound(profiler, run, round, fork)));
    }
    if (profilers.stream().anyMatch(ProfilerFiles.ASYNC::is)) {
      given.add(new ProfilerConfig(NativeAccess.class.getName(), ""));
    }
    return List.copyOf(given);
  }
}
