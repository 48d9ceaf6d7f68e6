package requestpath.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The run directory of one shard.
 *
 * @param path as it was named
 * @param run what it holds
 * @param environment its {@code environment.json} as it is
 */
record ShardFiles(Path path, RecordedRun run, ObjectNode environment) {
  /**
   * Reads a directory.
   *
   * @throws ResultException when it is no run, or cannot be understood
   */
  static ShardFiles read(Path path) throws ResultException {
    return new ShardFiles(path, RecordedRun.read(path), (ObjectNode) tree(path));
  }

  /** Which shard a directory is; a whole run or a file is none. */
  static RecordedShard shard(Path path) throws ResultException {
    if (!Files.isDirectory(path)) {
      return RecordedShard.NONE;
    }
    RecordedEnvironment environment =
        ResultFiles.read(path, ResultFiles.ENVIRONMENT, new TypeReference<>() {}, "{}");
    return environment.shard();
  }

  private static JsonNode tree(Path path) throws ResultException {
    return ResultFiles.read(path, ResultFiles.ENVIRONMENT, new TypeReference<>() {}, "{}");
  }

  RecordedShard shard() {
    return run.environment().shard();
  }

  /** Its results as JMH wrote them, without the brackets around their list. */
  String results() throws ResultException {
    Path file = ResultFiles.in(path).orElse(path);
    try (InputStream in = ResultFiles.open(file)) {
      String text = new String(in.readAllBytes(), UTF_8).strip();
      return text.substring(1, text.length() - 1).strip();
    } catch (IOException e) {
      throw new ResultException(file + " cannot be read: " + e.getMessage());
    }
  }

  /** The machine in words; empty if it is not recorded. */
  String machine() {
    RecordedEnvironment.Machine machine = run.environment().machine();
    StringBuilder text = new StringBuilder(machine.cpu());
    Integer cores = machine.cores();
    if (cores != null) {
      text.append(", ").append(cores).append(cores == 1 ? " core" : " cores");
    }
    Double quota = machine.cpuQuotaCores();
    if (quota != null) {
      text.append(" (of which ").append(quota).append(" may be used)");
    }
    return text.append(machine.kernel().isEmpty() ? "" : ", " + machine.kernel()).toString();
  }
}
