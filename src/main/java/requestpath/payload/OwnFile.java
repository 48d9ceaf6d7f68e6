package requestpath.payload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The bytes of the reader's own file. Its messages lack their subject, the file. */
final class OwnFile {
  /** Beyond it the heap of a fork would be the subject. */
  private static final long MAX_BYTES = 32L << 20;

  private OwnFile() {}

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException when it is no regular file of a bounded size, or is not a text
   *     in UTF-8 and can be told to be something else
   */
  static byte[] read(String file) {
    try {
      Path path = path(file);
      if (Files.isDirectory(path)) {
        throw new IllegalArgumentException("is a folder: name a JSON file");
      }
      // Pipes end, and each fork has a standard input of its own.
      if (Files.exists(path) && (!Files.isRegularFile(path) || isOfOneProcess(path))) {
        throw new IllegalArgumentException(
            "is not a regular file, and every fork reads it anew: save it and name that file");
      }
      long size = Files.size(path);
      if (size > MAX_BYTES) {
        throw new IllegalArgumentException(
            "has " + (size >> 20) + " MB: choose one of at most " + (MAX_BYTES >> 20));
      }
      byte[] bytes = Files.readAllBytes(path);
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

  private static boolean isOfOneProcess(Path path) {
    return path.startsWith("/dev") || path.startsWith("/proc");
  }

  /** What the bytes are when they are not UTF-8 without a mark, and the way out; else null. */
  private static @Nullable String otherKind(byte[] bytes) {
    if (begins(bytes, 0xef, 0xbb, 0xbf)) {
      return "begins with a byte order mark, which JSON has not: save it as UTF-8 without one";
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
   * By its mark, or by where its first two characters, which in JSON are ASCII, have zeros (RFC
   * 4627, section 3).
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
