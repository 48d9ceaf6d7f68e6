package requestpath.harness.machine;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are written beside their place and moved there: a reader never finds half of one. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes a file, or leaves what was there before.
   *
   * @throws IOException when the disk does not take it
   */
  public static void write(Path file, byte[] content) throws IOException {
    Path beside = beside(file);
    try {
      Files.write(beside, content);
      move(beside, file);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** A new file in the same folder, with the rights that the user's new files have. */
  public static Path beside(Path file) {
    return file.resolveSibling(
        "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
  }
}
