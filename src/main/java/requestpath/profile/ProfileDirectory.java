package requestpath.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The folder {@code profile} of a run: one folder a row with its recording and its graphs, and
 * {@code index.json}, which names every graph with the row that it is of.
 *
 * <pre>
 * [{"benchmark":"…","params":{…},"event":"cpu","file":"…/cpu.html","title":"…"}, …]
 * </pre>
 *
 * <p>Differential graphs have the event {@code cpu-diff} or {@code alloc-diff} and name what they
 * are against in {@code against}.
 */
public final class ProfileDirectory {
  private static final String FOLDER = "profile";
  private static final String INDEX = "index.json";
  private static final String RECORDING = "recording.jfr";
  private static final String FILE = "file";

  /** Of a folder's name; most file systems take 255 bytes. */
  private static final int LONGEST_NAME = 150;

  private final Path folder;
  private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ProfileDirectory(Path folder) {
    this.folder = folder;
  }

  /**
   * One graph.
   *
   * @param event what it is of, as in the name of its file
   * @param against the title of the row that it is compared with
   */
  record Page(Row row, String event, Optional<String> against, Path file, String title) {}

  /**
   * Opens the folder, new or with what earlier passes left.
   *
   * @param run the folder of a run, or any other
   * @throws IOException when it cannot be written
   */
  public static ProfileDirectory open(Path run) throws IOException {
    Path folder = run.toAbsolutePath().normalize().resolve(FOLDER);
    Files.createDirectories(folder);
    Path probe = Files.createTempFile(folder, ".probe", "");
    Files.delete(probe);
    return new ProfileDirectory(folder);
  }

  /** Its path. */
  public Path path() {
    return folder;
  }

  /**
   * A row's folder, made if need be. Its name says which row it is, as far as a file system takes
   * that.
   */
  Path of(Row row) throws IOException {
    return Files.createDirectories(folder.resolve(name(row.title())));
  }

  /** A title as the name of a folder, the same for no other title. */
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
    Path file = folder.resolve(INDEX);
    List<JsonNode> entries = new ArrayList<>();
    if (Files.exists(file)) {
      mapper.readTree(file.toFile()).forEach(entries::add);
    }
    for (Page page : pages) {
      String name = folder.relativize(page.file()).toString().replace('\\', '/');
      entries.removeIf(entry -> entry.path(FILE).asText().equals(name));
      ObjectNode entry = mapper.createObjectNode();
      entry.put("benchmark", page.row().benchmark());
      ObjectNode params = entry.putObject("params");
      page.row().params().forEach(params::put);
      entry.put("event", page.event());
      page.against().ifPresent(against -> entry.put("against", against));
      entry.put(FILE, name);
      entry.put("title", page.title());
      entries.add(entry);
    }
    ArrayNode all = mapper.createArrayNode().addAll(entries);
    Path beside = folder.resolve("." + INDEX + ".tmp");
    Files.write(beside, mapper.writeValueAsBytes(all));
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
