package requestpath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The texts that readers of this project get. */
public final class Guides {
  private static final Path DIRECTORY = Path.of("src", "site", "markdown");

  private Guides() {}

  /** The README first, then what contributors read, then the guides. */
  public static List<Path> all() {
    List<Path> all =
        new ArrayList<>(List.of(Path.of("README.md"), Path.of(".github", "CONTRIBUTING.md")));
    try (Stream<Path> guides = Files.list(DIRECTORY)) {
      guides.filter(file -> file.toString().endsWith(".md")).sorted().forEach(all::add);
    } catch (IOException e) {
      throw new UncheckedIOException(DIRECTORY + " cannot be listed", e);
    }
    return all;
  }

  /** One guide, such as {@code running}. */
  public static Path of(String name) {
    return DIRECTORY.resolve(name + ".md");
  }
}
