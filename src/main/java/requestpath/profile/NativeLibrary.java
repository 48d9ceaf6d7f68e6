package requestpath.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * async-profiler's native library for the platform that runs, taken out of the jar that carries it
 * into a directory that lives as long as this JVM.
 */
public final class NativeLibrary {
  private static final String FILE = "libasyncProfiler.so";
  private static Optional<Path> extracted = Optional.empty();

  private NativeLibrary() {}

  /**
   * Takes it out, once.
   *
   * @return empty when there is none for this platform
   * @throws IOException when there is no room for it in the directory for temporary files
   */
  public static synchronized Optional<Path> extract() throws IOException {
    Optional<String> resource = resource(platform());
    if (extracted.isEmpty() && resource.isPresent()) {
      try (InputStream library = NativeLibrary.class.getResourceAsStream(resource.get())) {
        if (library != null) {
          Path directory = Files.createTempDirectory("requestpath-async-profiler");
          directory.toFile().deleteOnExit();
          Path file = directory.resolve(FILE);
          file.toFile().deleteOnExit();
          Files.copy(library, file);
          extracted = Optional.of(file);
        }
      }
    }
    return extracted;
  }

  /** The operating system and the processor, in Java's words. */
  public static String platform() {
    return System.getProperty("os.name") + " " + System.getProperty("os.arch");
  }

  /**
   * Where the library for a platform stands in async-profiler's jar.
   *
   * @param platform as {@link #platform()} says it
   */
  static Optional<String> resource(String platform) {
    String lower = platform.toLowerCase(Locale.ROOT);
    boolean isArm = lower.endsWith(" aarch64") || lower.endsWith(" arm64");
    if (lower.startsWith("mac")) {
      return Optional.of("/macos/" + FILE);
    }
    if (lower.startsWith("linux ") && (isArm || lower.endsWith(" amd64"))) {
      return Optional.of((isArm ? "/linux-arm64/" : "/linux-x64/") + FILE);
    }
    return Optional.empty();
  }
}
