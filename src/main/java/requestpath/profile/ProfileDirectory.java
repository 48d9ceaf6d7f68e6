package requestpath.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The directory {@code profile} of a run: one directory a row with its recording and its graphs,
 * and {@code index.json}, which names every graph with the row that it is of.
 *
 * <pre>
 * [{"benchmark":"…","params":{…},"event":"cpu","file":"…/cpu.html","title":"…"}, …]
 * </pre>
 *
 * <p>Differential graphs have the event {@code cpu-diff} or {@code alloc-diff} and name what they
 * are against in {@code against}.
 */
public final class ProfileDirectory {
  private static final String DIRECTORY = "profile";
  private static final String INDEX = "index.json";
  private static final String RECORDING = "recording.jfr";

  /** Of a directory's name; most file systems take 255 bytes. */
  private static final int LONGEST_NAME = 150;

  private final Path directory;
  private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ProfileDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * A graph in the index.
   *
   * @param against empty for a graph that compares with nothing
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  private record Entry(
      String benchmark,
      @JsonInclude Map<String, String> params,
      String event,
      String against,
      String file,
      String title) {}

  /**
   * One graph.
   *
   * @param event what it is of, as in the name of its file
   * @param against the title of the row that it is compared with
   */
  record Page(Row row, String event, Optional<String> against, Path file, String title) {}

  /**
   * Opens the directory, new or with what earlier passes left.
   *
   * @param run the directory of a run, or any other
   * @throws IOException when it cannot be written
   */
  public static ProfileDirectory open(Path run) throws IOException {
    Path directory = run.toAbsolutePath().normalize().resolve(DIRECTORY);
    Files.createDirectories(directory);
    Path probe = Files.createTempFile(directory, ".probe", "");
    Files.delete(probe);
    return new ProfileDirectory(directory);
  }

  /** Its path. */
  public Path path() {
    return directory;
  }

  /**
   * A row's directory, made if need be. Its name says which row it is, as far as a file system
   * takes that.
   */
  Path of(Row row) throws IOException {
    return Files.createDirectories(directory.resolve(name(row.title())));
  }

  /** A title as the name of a directory, the same for no other title. */
  static String name(String title) {
    String plain = title.replaceAll("[^A-Za-z0-9.=]+", "-").replaceAll("^[-.]+|[-.]+$", "");
    String expected = title.replaceAll("[ (),]+", "-").replaceAll("-$", "");
    if (!plain.isEmpty() && plain.equals(expected) && plain.length() <= LONGEST_NAME) {
      return plain;
    }
    return String.format(
        Locale.ROOT,
        plain.isEmpty() ? "%s%08x" : "%s-%08x",
        plain.substring(0, Math.min(plain.length(), LONGEST_NAME)),
        title.hashCode());
  }

  /** Where a row's recording is kept. */
  Path keep(Row row) throws IOException {
    return Files.copy(
        row.recording(), of(row).resolve(RECORDING), StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Adds graphs to the index; one that was there under the same name is replaced.
   *
   * @throws IOException when it cannot be written, or holds something else
   */
  void index(List<Page> pages) throws IOException {
    Path file = directory.resolve(INDEX);
    List<Entry> entries = new ArrayList<>();
    if (Files.exists(file)) {
      entries.addAll(mapper.readValue(file.toFile(), new TypeReference<List<Entry>>() {}));
    }
    for (Page page : pages) {
      String name = directory.relativize(page.file()).toString().replace('\\', '/');
      entries.removeIf(entry -> entry.file().equals(name));
      entries.add(
          new Entry(
              page.row().benchmark(),
              page.row().params(),
              page.event(),
              page.against().orElse(""),
              name,
              page.title()));
    }
    Path beside = directory.resolve("." + INDEX + ".tmp");
    Files.write(beside, mapper.writeValueAsBytes(entries));
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
