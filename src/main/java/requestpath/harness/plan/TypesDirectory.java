package requestpath.harness.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A directory among the temporary files for types that are made of the user's document. Only the
 * user can read it, and it is deleted when this process ends.
 */
final class TypesDirectory {
  /** The start of its name; the number of its process follows. */
  private static final String NAME = "requestpath-types-";

  private static final Pattern LEFT_OVER = Pattern.compile(NAME + "(\\d{1,18})-.*");

  /** How long the types of a process that was killed stay. */
  private static final Duration KEPT = Duration.ofDays(1);

  private TypesDirectory() {}

  /**
   * Makes one, and deletes those of processes that were killed.
   *
   * @throws IOException when the directory for temporary files cannot be written
   */
  static Path create() throws IOException {
    deleteLeftOver();
    Path directory = Files.createTempDirectory(NAME + ProcessHandle.current().pid() + "-");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
    return directory;
  }

  /** Only after a day: containers may share the directory and number their processes alike. */
  private static void deleteLeftOver() throws IOException {
    List<Path> found;
    try (Stream<Path> entries = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      found = entries.toList();
    }
    for (Path entry : found) {
      Matcher name = LEFT_OVER.matcher(entry.getFileName().toString());
      if (name.matches()
          && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
          && Files.isWritable(entry)
          && Files.getLastModifiedTime(entry).toInstant().isBefore(Instant.now().minus(KEPT))
          && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
        delete(entry);
      }
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      System.err.println(
          "requestpath: " + directory + " cannot be deleted (" + e.getMessage() + ")");
    }
  }
}
