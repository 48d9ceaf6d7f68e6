package requestpath.codec.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import requestpath.payload.Shape;

/** The guide's table of limits is that of the code. */
class DocumentedLimitsTest {
  @Test
  void theTableOfLimitsIsTheCodes() throws IOException {
    List<String> table = new ArrayList<>();
    table.add("| skipped | for a file with |");
    table.add("| --- | --- |");
    byLimits()
        .forEach(
            (limits, names) -> table.add("| " + String.join(", ", names) + " | " + limits + " |"));
    assertThat(Files.readString(Path.of("src", "site", "markdown", "own-data.md")))
        .contains("\n\n" + String.join("\n", table) + "\n\n");
  }

  private static Map<String, List<String>> byLimits() {
    Shape<?> maps = Shape.one(Map.class);
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (JsonLibrary library : JsonLibrary.values()) {
      List<String> limits = new ArrayList<>();
      if (library.supportsDecoding(maps).isSupported()) {
        add(limits, "decoding", library.readingLimits().excluded());
      }
      if (library.supportsEncoding(maps).isSupported()) {
        add(limits, "encoding", library.writingLimits().excluded());
      }
      if (!limits.isEmpty()) {
        names
            .computeIfAbsent(String.join("; ", limits), unused -> new ArrayList<>())
            .add("`" + library + "`");
      }
    }
    return names;
  }

  private static void add(List<String> limits, String direction, List<String> excluded) {
    if (!excluded.isEmpty()) {
      limits.add(direction + ": " + String.join(", ", excluded));
    }
  }
}
