package requestpath.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.profile.AsyncProfiler;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import requestpath.profile.NativeLibrary;

/**
 * JMH's own {@code -prof async} with nothing to install: it is told where the native library is,
 * and to write the files of each round into a folder of their own, as every fork would overwrite
 * those of the one before.
 */
final class NativeProfilers {
  private static final String LIBRARY = "libPath=";
  private static final String FOLDER = "dir=";

  private NativeProfilers() {}

  private static boolean isAsync(ProfilerConfig profiler) {
    return profiler.getKlass().equals("async")
        || profiler.getKlass().equals(AsyncProfiler.class.getName());
  }

  /** The same with the library that this program carries, unless it names one. */
  static ProfilerConfig withLibrary(ProfilerConfig profiler) {
    if (!isAsync(profiler) || value(profiler, LIBRARY).isPresent()) {
      return profiler;
    }
    try {
      return NativeLibrary.extract()
          .map(library -> with(profiler, LIBRARY + library))
          .orElse(profiler);
    } catch (IOException e) {
      // JMH says what it misses.
      return profiler;
    }
  }

  /**
   * What a fork is given.
   *
   * @param profilers those of the command line, and ours
   * @param folder where files go unless the command line says
   * @param fork whose files JMH would name like those of another fork of the round, if it is a
   *     control or the other side
   */
  static List<ProfilerConfig> forRound(
      List<ProfilerConfig> profilers, Path folder, int round, Combination fork) {
    List<ProfilerConfig> given = new ArrayList<>();
    boolean isNative = false;
    for (ProfilerConfig profiler : profilers) {
      if (isAsync(profiler)) {
        isNative = true;
        Path parent = value(profiler, FOLDER).map(Path::of).orElse(folder);
        given.add(
            withLibrary(
                with(
                    without(profiler, FOLDER),
                    FOLDER + parent.resolve(name(round, fork)).toAbsolutePath())));
      } else {
        given.add(profiler);
      }
    }
    if (isNative) {
      given.add(new ProfilerConfig(NativeAccess.class.getName(), ""));
    }
    return List.copyOf(given);
  }

  /**
   * Refuses a folder that cannot be written, as every fork would find out by itself.
   *
   * @throws UsageException naming it
   */
  static void requireFolder(ProfilerConfig profiler) throws UsageException {
    Optional<String> folder = isAsync(profiler) ? value(profiler, FOLDER) : Optional.empty();
    if (folder.isPresent()) {
      Path path = Requirements.path("-prof async:dir=", folder.get());
      try {
        Path probe = Files.createTempFile(Files.createDirectories(path), ".probe", "");
        Files.delete(probe);
      } catch (IOException e) {
        throw new UsageException(
            "-prof async:dir=" + folder.get() + " cannot be written: name a folder that can");
      }
    }
  }

  private static String name(int round, Combination fork) {
    return "round-"
        + round
        + (fork.side() == Side.AGAINST ? "-against" : "")
        + (fork.isControl() ? "-control" : "");
  }

  /** Where files go, when the command line asks for them. */
  static Optional<Path> folder(List<ProfilerConfig> profilers, Path folder) {
    return profilers.stream()
        .filter(NativeProfilers::isAsync)
        .findFirst()
        .map(profiler -> value(profiler, FOLDER).map(Path::of).orElse(folder));
  }

  private static List<String> options(ProfilerConfig profiler) {
    return profiler.getOpts().isEmpty() ? List.of() : Arrays.asList(profiler.getOpts().split(";"));
  }

  private static Optional<String> value(ProfilerConfig profiler, String name) {
    return options(profiler).stream()
        .filter(option -> option.startsWith(name))
        .map(option -> option.substring(name.length()))
        .findFirst();
  }

  private static ProfilerConfig with(ProfilerConfig profiler, String option) {
    List<String> options = new ArrayList<>(options(profiler));
    options.add(option);
    return new ProfilerConfig(profiler.getKlass(), String.join(";", options));
  }

  private static ProfilerConfig without(ProfilerConfig profiler, String name) {
    return new ProfilerConfig(
        profiler.getKlass(),
        String.join(
            ";", options(profiler).stream().filter(option -> !option.startsWith(name)).toList()));
  }
}
