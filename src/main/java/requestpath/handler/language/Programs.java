package requestpath.handler.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The texts of the programs and the versions of the engines, which are resources of the jar. */
final class Programs {
  private Programs() {}

  /**
   * The text of a program.
   *
   * @param name its file, such as {@code program.js}
   */
  static String text(String name) {
    String path = "/requestpath/languages/" + name;
    try (InputStream in = Programs.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing in the jar: build it again");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The version of an engine.
   *
   * @param engine its name in {@code versions.properties}
   */
  static String version(String engine) {
    return text("versions.properties")
        .lines()
        .filter(line -> line.startsWith(engine + "="))
        .map(line -> line.substring(engine.length() + 1))
        .findFirst()
        .orElseThrow();
  }
}
