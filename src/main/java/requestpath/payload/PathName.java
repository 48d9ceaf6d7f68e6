package requestpath.payload;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The name of a file or a directory, as the user wrote it on the command line. */
public final class PathName {
  /** The character that the JVM uses for what the locale cannot express. */
  private static final char REPLACEMENT = '\ufffd';

  /** The system property with the locale's encoding of file names and arguments. */
  private static final String ENCODING = "sun.jnu.encoding";

  private PathName() {}

  /**
   * The path of that name.
   *
   * @throws IllegalArgumentException when there can be no such path, with one sentence that says
   *     why, without the name as its subject
   */
  public static Path of(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      String encoding = System.getProperty(ENCODING, "");
      boolean isForeign =
          name.indexOf(REPLACEMENT) >= 0
              || (!StandardCharsets.US_ASCII.newEncoder().canEncode(name)
                  && !encoding.equalsIgnoreCase("UTF-8"));
      throw new IllegalArgumentException(
          isForeign
              ? "has characters that the locale cannot express ("
                  + encoding
                  + "): set LC_ALL=C.UTF-8, or use a name in ASCII"
              : "cannot be a file's name (" + e.getReason() + ")");
    }
  }
}
