package requestpath.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import requestpath.codec.Marks;

/** The environment that a run records. */
final class SampleEnvironment {
  private SampleEnvironment() {}

  /** A new one, of a complete run with nothing to warn of. */
  static ObjectNode json() {
    ObjectNode environment = JsonNodeFactory.instance.objectNode();
    environment.put("format", 1).put("revision", "0123456789abcdef").put("dirty", false);
    environment.putArray("arguments").add("JsonEncode|JsonDecode").add("-p").add("size=1,10,100");
    environment.put("seed", 42).put("quick", false).put("precision", 0.02);
    environment.put("started", "2026-11-23T12:00:00Z").put("ended", "2026-11-23T13:10:00Z");
    environment.putObject("machine").put("cpu", "A CPU").put("cores", 4).put("kernel", "Linux 6.1");
    environment.put("marks", Marks.hash());
    environment.put("fixture", "ea8e60dd").putObject("inputs");
    environment
        .putArray("sessions")
        .addObject()
        .put("started", "2026-11-23T12:00:00Z")
        .put("loadBefore", 0.1)
        .put("ended", "2026-11-23T13:10:00Z")
        .put("loadAfter", 1.1)
        .put("steal", 0.001);
    environment.putObject("libraries").put("com.google.code.gson:gson", "2.15.0");
    environment.putArray("warnings");
    return environment;
  }
}
