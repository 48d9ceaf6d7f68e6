package requestpath.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions of the libraries in this jar, from the list of them that the build writes into it. */
public final class Artifacts {
  private static final String LIST = "/META-INF/THIRD-PARTY.txt";

  /** As in {@code (com.google.code.gson:gson:2.15.0 - https://github.com/google/gson)}. */
  private static final Pattern COORDINATES =
      Pattern.compile("\\(([^:()\\s]+:[^:\\s]+):([^:\\s]+) - ");

  private static final Map<String, String> VERSIONS = load();

  private Artifacts() {}

  /**
   * The version of a library.
   *
   * @param coordinates its group and artifact, with a colon between
   * @throws IllegalArgumentException when it is not in the jar
   */
  public static String version(String coordinates) {
    String version = VERSIONS.get(coordinates);
    if (version == null) {
      throw new IllegalArgumentException(
          coordinates + " is not in this jar, which has " + VERSIONS.keySet());
    }
    return version;
  }

  private static Map<String, String> load() {
    try (InputStream in = Artifacts.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IllegalStateException(LIST + " is missing: the build writes it, so use its jar");
      }
      Map<String, String> versions = new TreeMap<>();
      Matcher lines = COORDINATES.matcher(new String(in.readAllBytes(), UTF_8));
      while (lines.find()) {
        versions.put(lines.group(1), lines.group(2));
      }
      return versions;
    } catch (IOException e) {
      throw new UncheckedIOException(LIST + " cannot be read", e);
    }
  }
}
