package requestpath.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import requestpath.codec.Marks;

/**
 * What is left of a run: a directory of ours with {@code results.json}, or any result file of JMH;
 * either may be packed by gzip.
 *
 * @param path as it was named
 * @param measurements its rows, at least one
 * @param rounds {@code rounds.json}; missing where there is none
 * @param environment {@code environment.json}; missing where there is none
 * @param profiles the index of its flame graphs; missing where there are none
 */
record Run(
    Path path,
    List<Measurement> measurements,
    JsonNode rounds,
    JsonNode environment,
    JsonNode profiles) {
  private static final int DEEPEST = 32;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxDocumentLength(JmhResults.LARGEST / 4)
                          .build())
                  .build())
          .build();

  /**
   * Reads a run.
   *
   * @param path a directory, or a file
   * @throws ReportException when it is neither, or cannot be understood
   */
  static Run read(Path path) throws ReportException {
    if (!Files.isDirectory(path)) {
      return new Run(
          path,
          JmhResults.read(path),
          MissingNode.getInstance(),
          MissingNode.getInstance(),
          MissingNode.getInstance());
    }
    Path results =
        ResultFiles.in(path)
            .orElseThrow(
                () ->
                    new ReportException(
                        path
                            + " holds no results.json: name the directory of a run, or a JSON file"
                            + " of JMH"));
    return new Run(
        path,
        JmhResults.read(results),
        optional(path.resolve("rounds.json")),
        optional(path.resolve("environment.json")),
        optional(path.resolve("profile").resolve("index.json")));
  }

  /** The last name of its path. */
  String name() {
    Path last = path.toAbsolutePath().normalize().getFileName();
    return last == null ? path.toString() : last.toString();
  }

  /** Whether it is a first look. */
  boolean isQuick() {
    return environment.path("quick").asBoolean();
  }

  /** The other side of a run with two: its name and its VM; empty for all others. */
  String otherSide() {
    String vm = environment.path("against").path("vm").asText();
    String label = environment.path("against").path("label").asText();
    return label.isEmpty() || vm.isEmpty() ? label + vm : label + ", " + vm;
  }

  /**
   * Whether it measured the variants that this program knows: its jar had the same marks, and no
   * library had another version than the catalogue names. What {@code verify} observed is then true
   * of its rows, too.
   */
  boolean isOfSameVariants(LibraryCatalogue catalogue) {
    JsonNode versions = environment.path("libraries");
    return environment.path("marks").asText().equals(Marks.hash())
        && catalogue.libraries().stream()
            .allMatch(
                library ->
                    versions
                        .path(library.artefact())
                        .asText(library.version())
                        .equals(library.version()));
  }

  /** What the other side of a run with two is called; {@code against} where that is unknown. */
  String againstLabel() {
    return environment.path("against").path("label").asText("against");
  }

  private static JsonNode optional(Path file) throws ReportException {
    if (!Files.exists(file)) {
      return MissingNode.getInstance();
    }
    try {
      JsonNode node = JSON.readTree(file.toFile());
      return node == null ? MissingNode.getInstance() : node;
    } catch (JsonProcessingException e) {
      throw new ReportException(
          file
              + " is not JSON, or is cut short: restore it, or name "
              + file.resolveSibling("results.json")
              + " alone");
    } catch (IOException e) {
      throw new ReportException(file + " cannot be read: " + e.getMessage());
    }
  }
}
