package requestpath.payload;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The bytes of the user's own file. The caller puts the file's name before the messages. */
final class OwnFile {
  /** A larger file would measure the heap of a fork. */
  private static final int MAX_BYTES = 32 << 20;

  /** Files below it belong to one process, and each fork is another process. */
  private static final Path PROCESSES = Path.of("/proc");

  private OwnFile() {}

  /**
   * Reads the file.
   *
   * @param name as the user wrote it
   * @throws IllegalArgumentException when it is not a regular file, is too large, or is recognised
   *     as something else than UTF-8 text
   */
  static byte[] read(String name) {
    try {
      Path path = path(name);
      if (Files.isDirectory(path)) {
        throw new IllegalArgumentException("is a directory: name a JSON file");
      }
      // A pipe can be read only once, and each fork has its own standard input.
      if (Files.exists(path) && (!Files.isRegularFile(path) || leadsThroughProcess(path))) {
        throw new IllegalArgumentException(
            "is not a regular file, and every fork reads it anew: save it and name that file");
      }
      byte[] bytes;
      try (InputStream in = Files.newInputStream(path)) {
        bytes = in.readNBytes(MAX_BYTES + 1);
      }
      if (bytes.length > MAX_BYTES) {
        throw new IllegalArgumentException(
            "has more than " + (MAX_BYTES >> 20) + " MB: choose a smaller one");
      }
      String otherKind = otherKind(bytes);
      if (otherKind != null) {
        throw new IllegalArgumentException(otherKind);
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("does not exist: name a JSON file");
    } catch (IOException | SecurityException e) {
      throw new IllegalArgumentException("cannot be read: name a JSON file");
    }
  }

  /** Where the file is. */
  static Path path(String file) {
    return PathName.of(System.getProperty(OwnPayload.DIRECTORY, ""))
        .resolve(PathName.of(file))
        .toAbsolutePath();
  }

  /** Whether the path, or a link on the way to the file, leads through {@link #PROCESSES}. */
  private static boolean leadsThroughProcess(Path path) throws IOException {
    Path next = path;
    while (true) {
      Path directory = requireNonNull(next.getParent());
      Path entry = directory.toRealPath().resolve(requireNonNull(next.getFileName()));
      if (next.startsWith(PROCESSES) || entry.startsWith(PROCESSES)) {
        return true;
      }
      if (!Files.isSymbolicLink(entry)) {
        return false;
      }
      next = entry.resolveSibling(Files.readSymbolicLink(entry));
    }
  }

  /**
   * What the bytes are instead of UTF-8 without a mark, and what to do; null if nothing is
   * recognised.
   */
  private static @Nullable String otherKind(byte[] bytes) {
    if (begins(bytes, 0xef, 0xbb, 0xbf)) {
      return "begins with a byte order mark, which JSON does not allow: save it as UTF-8 without one";
    }
    if (begins(bytes, 0x1f, 0x8b)) {
      return "is compressed by gzip: unpack it first";
    }
    if (begins(bytes, 'P', 'K', 3, 4)) {
      return "is a zip archive: unpack it first";
    }
    if (begins(bytes, 0x28, 0xb5, 0x2f, 0xfd)) {
      return "is compressed by zstd: unpack it first";
    }
    String encoding = encoding(bytes);
    return encoding == null ? null : "is in " + encoding + ": convert it to UTF-8 first";
  }

  /**
   * Recognised by a byte order mark, or by zeros in the first two characters, which are ASCII in
   * JSON (RFC 4627, section 3).
   */
  private static @Nullable String encoding(byte[] bytes) {
    if (begins(bytes, 0, 0, 0xfe, 0xff)
        || begins(bytes, 0xff, 0xfe, 0, 0)
        || begins(bytes, 0, 0, 0)
        || (bytes.length > 3 && bytes[1] == 0 && bytes[2] == 0 && bytes[3] == 0)) {
      return "UTF-32";
    }
    boolean hasZero = bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0);
    return hasZero || begins(bytes, 0xfe, 0xff) || begins(bytes, 0xff, 0xfe) ? "UTF-16" : null;
  }

  private static boolean begins(byte[] bytes, int... beginning) {
    for (int i = 0; i < beginning.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != beginning[i]) {
        return false;
      }
    }
    return true;
  }
}
