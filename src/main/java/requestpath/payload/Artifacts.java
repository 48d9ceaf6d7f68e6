package requestpath.payload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Versions of the measured libraries, written into the jar by the build that resolved them. */
public final class Artifacts {
  private static final Properties VERSIONS = load();

  private Artifacts() {}

  /**
   * The version of a library in this jar.
   *
   * @param name its name in {@code artifacts.properties}
   * @throws IllegalArgumentException when the name is not there
   */
  public static String version(String name) {
    String version = VERSIONS.getProperty(name);
    if (version == null) {
      throw new IllegalArgumentException(
          name + " is not in artifacts.properties, which has " + VERSIONS.stringPropertyNames());
    }
    return version;
  }

  private static Properties load() {
    Properties versions = new Properties();
    try (InputStream in = Artifacts.class.getResourceAsStream("artifacts.properties")) {
      if (in == null) {
        throw new IllegalStateException("artifacts.properties is missing from the jar");
      }
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("artifacts.properties cannot be read", e);
    }
    return versions;
  }
}
