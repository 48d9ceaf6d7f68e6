package requestpath.harness.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import requestpath.harness.api.UsageException;
import requestpath.result.ResultFiles;

/**
 * What the run to resume was started with: its {@code environment.json}.
 *
 * @param run the run directory
 */
public record RecordedEnvironment(Path run, JsonNode json) {
  /** What must be the same when a run is resumed. */
  private static final List<String> SAME =
      List.of(
          "/jar",
          "/fixture",
          "/inputs",
          "/jvm/version",
          "/jvm/vm",
          "/jvm/arguments",
          "/jvm/variables",
          "/against/label",
          "/against/vm",
          "/against/jar",
          "/machine/cpu",
          "/machine/cores");

  /** Digits of a hash that are printed. */
  private static final int SHORT_HASH = 12;

  /**
   * Reads it.
   *
   * @throws UsageException when the directory holds no run, or a run in another format
   */
  public static RecordedEnvironment in(Path run) throws UsageException {
    JsonNode json;
    try {
      json = new JsonMapper().readTree(run.resolve(ResultFiles.ENVIRONMENT).toFile());
    } catch (IOException e) {
      throw new UsageException(
          "--resume " + run + " holds no run: name the run directory that --out named");
    }
    if (json.path("format").asInt() != Environment.FORMAT
        || !json.path(Environment.ARGUMENTS).isArray()) {
      throw new UsageException(
          "--resume " + run + " holds a run of another version of this program");
    }
    if (json.has("shards")) {
      throw new UsageException(
          "--resume "
              + run
              + " holds the merged results of shards: name the run directory of one shard");
    }
    return new RecordedEnvironment(run, json);
  }

  /** The command line that the run was started with. */
  public List<String> arguments() {
    return StreamSupport.stream(json.path(Environment.ARGUMENTS).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  /** The directory where the run looks for the user's own files. */
  public Path directory() {
    return Path.of(json.path(Environment.DIRECTORY).asText());
  }

  /** The seed of the order in each round. */
  public long seed() {
    return json.path("seed").asLong();
  }

  /**
   * Refuses to resume the run with anything else than it was started with.
   *
   * @throws UsageException naming the first difference
   */
  void requireSame(JsonNode now) throws UsageException {
    for (String pointer : SAME) {
      String before = text(json.at(pointer));
      String after = text(now.at(pointer));
      if (!before.equals(after)) {
        throw new UsageException(
            "--resume "
                + run
                + " cannot continue: its "
                + pointer.substring(1).replace('/', ' ')
                + " was "
                + before
                + " and is now "
                + after
                + ": use the same, or start a new run with --out");
      }
    }
  }

  private static String text(JsonNode node) {
    String text = node.isValueNode() ? node.asText() : node.toString();
    boolean isHash = text.matches("[0-9a-f]{64}");
    return text.isEmpty() ? "none" : isHash ? text.substring(0, SHORT_HASH) : text;
  }
}
