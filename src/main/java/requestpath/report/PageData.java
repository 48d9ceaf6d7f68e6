package requestpath.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Stream;
import requestpath.codec.LibraryCatalogue.CodeGeneration;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;

/** What the page's script reads: the groups with all that can be chosen by, and the growth. */
final class PageData {
  /**
   * Iterations that fit into a page of three megabytes; of more, every second one or fewer stand.
   */
  private static final int MOST_ITERATIONS = 60_000;

  private static final List<String> DOUBLES =
      List.of(
          "decimals read: the shortest digits of a double, of all magnitudes",
          "the document's 1000 time stamps, read",
          "5000 doubles of all magnitudes, read",
          "5000 doubles of all magnitudes, written",
          "doubles, both ways");

  private static final String NULLS = "a null field";

  private final Report report;
  private final int step;

  private PageData(Report report) {
    this.report = report;
    long iterations =
        report.groups().stream()
            .flatMap(group -> group.rows().stream())
            .flatMap(
                row -> Stream.concat(row.warmUps().stream(), row.measurement().forks().stream()))
            .mapToLong(fork -> fork.length)
            .sum();
    step = (int) Math.max(1, (iterations + MOST_ITERATIONS - 1) / MOST_ITERATIONS);
  }

  /** As JSON that ends no script and opens no tag. */
  static String of(Report report) {
    try {
      return JsonMapper.builder()
          .build()
          .writeValueAsString(new PageData(report).all())
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers is always JSON", e);
    }
  }

  /** Whether it tells if doubles come through exactly. */
  static boolean isAboutDoubles(Behaviour fact) {
    return DOUBLES.contains(fact.question());
  }

  private ObjectNode all() {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.put("step", step);
    ArrayNode groups = all.putArray("groups");
    report.groups().forEach(group -> groups.add(group(group)));
    ArrayNode growths = all.putArray("growths");
    Growth.of(report.groups()).forEach(growth -> growths.add(growth(growth)));
    return all;
  }

  private ObjectNode group(RankedGroup group) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", group.id());
    node.put("title", group.title());
    node.put("platform", report.place(group));
    node.put("unit", group.unit());
    node.put("baseline", group.baseline());
    double seconds = group.secondsPerUnit();
    if (!Double.isNaN(seconds)) {
      node.put("seconds", seconds);
    }
    List<String> relations = group.relations();
    ArrayNode rows = node.putArray("rows");
    for (int i = 0; i < group.rows().size(); i++) {
      ObjectNode row = row(group, group.rows().get(i));
      if (!relations.isEmpty()) {
        row.put("relations", relations.get(i));
      }
      rows.add(row);
    }
    return node;
  }

  private ObjectNode row(RankedGroup group, RankedVariant row) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", row.name());
    node.put(
        "key", group.isOfMethods() ? row.measurement().className() + "." + row.name() : row.name());
    put(node, "value", row.value());
    put(node, "time", row.time());
    put(node, "mean", row.meanTime());
    put(node, "allocation", row.measurement().allocation());
    put(node, "bytes", row.measurement().metric("bytes"));
    put(node, "gzip", row.measurement().metric("bytes.gzip"));
    report
        .library(row)
        .ifPresent(
            library -> {
              node.put("licence", library.licence());
              node.put("size", library.bytesWithDependencies());
              node.put("codegen", library.codeGeneration() == CodeGeneration.RUN_TIME);
            });
    List<Behaviour> doubles =
        report.facts(group, row).stream().filter(PageData::isAboutDoubles).toList();
    if (!doubles.isEmpty()) {
      node.put("exact", doubles.stream().allMatch(Behaviour::isEqual));
    }
    report.facts(group, row).stream()
        .filter(fact -> fact.question().equals(NULLS))
        .findFirst()
        .ifPresent(fact -> node.put("nulls", fact.isEqual()));
    boolean isKnown = report.groups().stream().anyMatch(PageData::isOfRecords);
    if (isKnown && group.fixed().containsKey("binding") && row.measurement().isOurs()) {
      node.put("records", doesRecords(row));
    }
    node.put("warmUp", row.warmUps().stream().mapToInt(warmUp -> warmUp.length).max().orElse(0));
    ArrayNode traces = node.putArray("traces");
    List<double[]> forks = row.measurement().forks();
    boolean hasWarmUps = row.warmUps().size() == forks.size();
    for (int i = 0; i < forks.size(); i++) {
      addTrace(traces.addArray(), hasWarmUps ? row.warmUps().get(i) : new double[0], forks.get(i));
    }
    return node;
  }

  /** The iterations of a fork in the order of time, those of its warm-up first. */
  private void addTrace(ArrayNode trace, double[] warmUp, double[] measured) {
    for (int i = 0; i < warmUp.length + measured.length; i += step) {
      double time = i < warmUp.length ? warmUp[i] : measured[i - warmUp.length];
      if (Double.isFinite(time)) {
        trace.add(rounded(time));
      } else {
        trace.addNull();
      }
    }
  }

  /** Whether some group of this report measured it with records. */
  private boolean doesRecords(RankedVariant row) {
    return report.groups().stream()
        .filter(PageData::isOfRecords)
        .anyMatch(
            group -> group.rows().stream().anyMatch(other -> other.name().equals(row.name())));
  }

  private static boolean isOfRecords(RankedGroup group) {
    return "RECORD".equals(group.fixed().get("binding"));
  }

  private static ObjectNode growth(Growth growth) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("title", growth.title());
    node.put("parameter", growth.parameter());
    node.put("unit", growth.unit());
    ArrayNode series = node.putArray("series");
    for (String name : growth.names()) {
      ObjectNode line = series.addObject();
      line.put("name", name);
      ArrayNode points = line.putArray("points");
      for (double at : growth.groups().keySet()) {
        double value = growth.value(name, at);
        if (value > 0 && Double.isFinite(value)) {
          points.addArray().add(at).add(rounded(value));
        }
      }
    }
    return node;
  }

  private static void put(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, rounded(value));
    }
  }

  private static BigDecimal rounded(double value) {
    return new BigDecimal(value).round(new MathContext(5)).stripTrailingZeros();
  }
}
