package requestpath.result;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Reads recordings: in each line a row, the round of a fork, and its iterations or its value. */
final class RecordedForks {
  private RecordedForks() {}

  /** The rows of a recording, in its order. */
  static List<Row> read(String name) throws IOException {
    Map<String, NavigableMap<Integer, double[]>> rows = new LinkedHashMap<>();
    try (InputStream in = RecordedForks.class.getResourceAsStream(name)) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.startsWith("#")) {
          String[] cells = line.split(",");
          rows.computeIfAbsent(cells[0], none -> new TreeMap<>())
              .put(
                  Integer.parseInt(cells[1]),
                  Arrays.stream(cells).skip(2).mapToDouble(Double::parseDouble).toArray());
        }
      }
    }
    List<Row> all = new ArrayList<>();
    rows.forEach((row, forks) -> all.add(new Row(row, forks, ForkStatistic.MINIMUM)));
    return all;
  }
}
