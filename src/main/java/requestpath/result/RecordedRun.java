package requestpath.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is left of a run: a directory of ours with {@code results.json}, or any result file of JMH;
 * either may be packed by gzip.
 *
 * @param path as it was named
 * @param measurements its rows, at least one
 * @param rounds {@code rounds.json}; empty where there is none
 * @param environment {@code environment.json}; missing where there is none
 * @param profiles the index of its flame graphs; missing where there are none
 */
public record RecordedRun(
    Path path,
    List<Measurement> measurements,
    RecordedRounds rounds,
    JsonNode environment,
    JsonNode profiles) {
  private static final String ROUNDS = "rounds.json";

  /**
   * Reads a run.
   *
   * @param path a directory, or a file
   * @throws ResultException when it is neither, or cannot be understood
   */
  public static RecordedRun read(Path path) throws ResultException {
    if (!Files.isDirectory(path)) {
      return new RecordedRun(
          path,
          JmhResults.read(path),
          RecordedRounds.NONE,
          MissingNode.getInstance(),
          MissingNode.getInstance());
    }
    Path results =
        ResultFiles.in(path)
            .orElseThrow(
                () ->
                    new ResultException(
                        path
                            + " holds no results.json: name the directory of a run, or a JSON file"
                            + " of JMH"));
    return new RecordedRun(
        path,
        JmhResults.read(results),
        Files.exists(path.resolve(ROUNDS))
            ? RecordedRounds.read(path.resolve(ROUNDS))
            : RecordedRounds.NONE,
        optional(path.resolve("environment.json")),
        optional(path.resolve("profile").resolve("index.json")));
  }

  /** The last name of its path. */
  public String name() {
    Path last = path.toAbsolutePath().normalize().getFileName();
    return last == null ? path.toString() : last.toString();
  }

  /** Whether it is a first look. */
  public boolean isQuick() {
    return environment.path("quick").asBoolean();
  }

  /** The other side of a run with two: its name and its VM; empty for all others. */
  public String otherSide() {
    String vm = environment.path("against").path("vm").asText();
    String label = environment.path("against").path("label").asText();
    return label.isEmpty() || vm.isEmpty() ? label + vm : label + ", " + vm;
  }

  /** How well each ratio was to be known, as a fraction; NaN where nothing is recorded. */
  public double precision() {
    return environment.path("precision").asDouble(Double.NaN);
  }

  /** What went wrong, in sentences. */
  public List<String> failures() {
    return texts("failures");
  }

  /** What was skipped, in sentences with the reasons. */
  public List<String> skipped() {
    return texts("skipped");
  }

  private List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    environment.path(name).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** What the other side of a run with two is called; {@code against} where that is unknown. */
  public String againstLabel() {
    return environment.path("against").path("label").asText("against");
  }

  private static JsonNode optional(Path file) throws ResultException {
    if (!Files.exists(file)) {
      return MissingNode.getInstance();
    }
    try {
      JsonNode node = ResultFiles.JSON.readTree(file.toFile());
      return node == null ? MissingNode.getInstance() : node;
    } catch (JsonProcessingException e) {
      throw new ResultException(
          file
              + " is not JSON, or is cut short: restore it, or name "
              + file.resolveSibling("results.json")
              + " alone");
    } catch (IOException e) {
      throw new ResultException(file + " cannot be read: " + e.getMessage());
    }
  }
}
