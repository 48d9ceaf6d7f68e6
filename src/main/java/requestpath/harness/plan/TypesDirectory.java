package requestpath.harness.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A directory among the temporary files for types that are made of the user's document, and for
 * what is found out about them. Only the user can read it, and it is deleted when this process
 * ends.
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
    Path directory = Files.createTempDirectory(NAME + ProcessHandle.current().pid() + "-");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
    deleteLeftOver(Files.getOwner(directory));
    return directory;
  }

  /** Only after a day: containers may share the directory and number their processes alike. */
  private static void deleteLeftOver(UserPrincipal owner) throws IOException {
    List<Path> found;
    try (Stream<Path> entries = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      found = entries.toList();
    }
    found.stream().filter(entry -> isLeftOver(entry, owner)).forEach(TypesDirectory::delete);
  }

  /** What another user owns stays: that user could put links into it while it is deleted. */
  private static boolean isLeftOver(Path entry, UserPrincipal owner) {
    Matcher name = LEFT_OVER.matcher(entry.getFileName().toString());
    try {
      return name.matches()
          && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
          && Files.getOwner(entry, LinkOption.NOFOLLOW_LINKS).equals(owner)
          && Files.getLastModifiedTime(entry).toInstant().isBefore(Instant.now().minus(KEPT))
          && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    } catch (IOException e) {
      // Another run has deleted it since.
      return false;
    }
  }

  /** Twice if need be: a compiler or another JVM that is being ended may still write into it. */
  private static void delete(Path directory) {
    if (!problem(directory).isEmpty()) {
      String problem = problem(directory);
      if (!problem.isEmpty()) {
        System.err.println("requestpath: " + directory + " cannot be deleted (" + problem + ")");
      }
    }
  }

  /** Deletes what can be deleted, and says what the first problem was; empty for none. */
  private static String problem(Path directory) {
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    } catch (IOException | UncheckedIOException e) {
      return Files.exists(directory, LinkOption.NOFOLLOW_LINKS)
          ? String.valueOf(e.getMessage())
          : "";
    }
    String problem = "";
    for (Path file : files) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        problem = problem.isEmpty() ? String.valueOf(e.getMessage()) : problem;
      }
    }
    return problem;
  }
}
