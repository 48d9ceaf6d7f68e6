package requestpath.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A result file as JMH writes it. */
final class SampleResults {
  private final ArrayNode results = JsonNodeFactory.instance.arrayNode();

  /** A result that was added. */
  record Result(ObjectNode json) {
    Result metric(String name, double score, String unit) {
      json.withObject("/secondaryMetrics")
          .putObject(name)
          .put("score", score)
          .put("scoreError", "NaN")
          .put("scoreUnit", unit);
      return this;
    }
  }

  Result add(
      String jdk,
      String benchmark,
      String mode,
      String unit,
      Map<String, String> parameters,
      double[]... forks) {
    ObjectNode result = results.addObject();
    result.put("jmhVersion", "1.37").put("benchmark", benchmark).put("mode", mode);
    result.put("threads", 1).put("forks", forks.length);
    result.putArray("jvmArgs").add("-Xms512m").add("-Xmx512m");
    result.put("jdkVersion", jdk).put("vmName", "OpenJDK 64-Bit Server VM").put("vmVersion", jdk);
    result.put("warmupIterations", 30).put("warmupTime", "100 ms");
    result.put("measurementIterations", 20).put("measurementTime", "40 ms");
    ObjectNode params = result.putObject("params");
    parameters.forEach(params::put);
    ObjectNode primary = result.putObject("primaryMetric");
    primary.put("score", forks[0][0]).put("scoreError", "NaN").put("scoreUnit", unit);
    primary.putPOJO("rawData", forks);
    return new Result(result);
  }

  /** Writes the file, which is returned. */
  Path write(Path file) throws IOException {
    JsonMapper.builder().build().writeValue(file.toFile(), results);
    return file;
  }
}
