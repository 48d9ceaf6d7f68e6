package requestpath.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import requestpath.codec.LibraryCatalogue.CodeGeneration;
import requestpath.codec.LibraryCatalogue.Library;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;

/**
 * The data that the page's script reads: the groups with the criteria of a choice, and the growth.
 * Figures have five digits. Unknown values are omitted.
 *
 * @param step the traces contain one in this many iterations
 * @param groups all of the page
 * @param growths one a chart
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PageData(int step, List<Group> groups, List<Lines> growths) {
  /**
   * The number of iterations that fit into a page of three megabytes. A run with more shows only
   * every second one, or every third, and so on.
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

  /**
   * A group.
   *
   * @param more whether more is better
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Group(
      String id, String title, String platform, String unit, boolean more, List<Row> rows) {}

  /**
   * A row.
   *
   * @param key its name, after its class if the name is that of a method
   * @param share of one core that one operation a second takes
   * @param relations see {@link RankedGroup#relations()}
   * @param allocations see {@link RankedGroup#relationsOfAllocation()}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Row(
      String name,
      String key,
      @Nullable BigDecimal value,
      @Nullable BigDecimal share,
      @Nullable BigDecimal allocation,
      @Nullable String licence,
      @Nullable Long size,
      @Nullable Boolean codegen,
      @Nullable Boolean exact,
      @Nullable Boolean nulls,
      @Nullable Boolean records,
      @Nullable String relations,
      String allocations,
      int warmUp,
      List<List<@Nullable BigDecimal>> traces) {}

  /** One growth: a line a variant. */
  record Lines(String title, String parameter, String unit, List<Series> series) {}

  /** The points of a variant: the parameter and the value. */
  record Series(String name, List<List<BigDecimal>> points) {}

  /** As JSON that ends no script and opens no tag. */
  static String of(Report report) {
    try {
      return JsonMapper.builder()
          .build()
          .writeValueAsString(data(report))
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of texts and numbers are always JSON", e);
    }
  }

  /** Whether the check is about exact doubles. */
  static boolean isAboutDoubles(Behaviour fact) {
    return DOUBLES.contains(fact.question());
  }

  private static PageData data(Report report) {
    long iterations =
        report.groups().stream()
            .flatMap(group -> group.rows().stream())
            .flatMap(
                row -> Stream.concat(row.warmUps().stream(), row.measurement().forks().stream()))
            .mapToLong(fork -> fork.length)
            .sum();
    int step = (int) Math.max(1, (iterations + MOST_ITERATIONS - 1) / MOST_ITERATIONS);
    return new PageData(
        step,
        report.groups().stream().map(group -> group(report, group, step)).toList(),
        Growth.of(report.groups()).stream().map(PageData::lines).toList());
  }

  private static Group group(Report report, RankedGroup group, int step) {
    List<String> relations = group.relations();
    List<String> allocations = group.relationsOfAllocation();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < group.rows().size(); i++) {
      String relation = relations.isEmpty() ? null : relations.get(i);
      rows.add(row(report, group, group.rows().get(i), relation, allocations.get(i), step));
    }
    return new Group(
        group.id(), group.title(), report.where(group), group.unit(), group.isThroughput(), rows);
  }

  private static Row row(
      Report report,
      RankedGroup group,
      RankedVariant row,
      @Nullable String relations,
      String allocations,
      int step) {
    Library library = report.library(row).orElse(null);
    List<Behaviour> facts = report.facts(group, row);
    List<Behaviour> doubles = facts.stream().filter(PageData::isAboutDoubles).toList();
    boolean isOfBinding = group.fixed().containsKey("binding") && row.measurement().isOurs();
    List<List<@Nullable BigDecimal>> traces = new ArrayList<>();
    List<double[]> forks = row.measurement().forks();
    boolean hasWarmUps = row.warmUps().size() == forks.size();
    for (int i = 0; i < forks.size(); i++) {
      traces.add(trace(hasWarmUps ? row.warmUps().get(i) : new double[0], forks.get(i), step));
    }
    return new Row(
        row.name(),
        group.isOfMethods() ? row.measurement().className() + "." + row.name() : row.name(),
        rounded(row.value()),
        rounded(row.shareOfCore(1)),
        rounded(row.measurement().allocation()),
        library == null ? null : library.licence(),
        library == null ? null : library.bytesWithDependencies(),
        library == null ? null : library.codeGeneration() == CodeGeneration.RUN_TIME,
        doubles.isEmpty() ? null : doubles.stream().allMatch(Behaviour::isEqual),
        facts.stream()
            .filter(fact -> fact.question().equals(NULLS))
            .findFirst()
            .map(Behaviour::isEqual)
            .orElse(null),
        isOfBinding ? doesRecords(report, row) : null,
        relations,
        allocations,
        row.warmUps().stream().mapToInt(warmUp -> warmUp.length).max().orElse(0),
        traces);
  }

  /** The iterations of a fork in the order of time, those of its warm-up first. */
  private static List<@Nullable BigDecimal> trace(double[] warmUp, double[] measured, int step) {
    List<@Nullable BigDecimal> trace = new ArrayList<>();
    for (int i = 0; i < warmUp.length + measured.length; i += step) {
      trace.add(rounded(i < warmUp.length ? warmUp[i] : measured[i - warmUp.length]));
    }
    return trace;
  }

  /** Whether some group measured the variant with records; null where none is of records. */
  private static @Nullable Boolean doesRecords(Report report, RankedVariant row) {
    List<RankedGroup> groups =
        report.groups().stream().filter(group -> group.binding().equals("RECORD")).toList();
    return groups.isEmpty()
        ? null
        : groups.stream()
            .flatMap(group -> group.rows().stream())
            .anyMatch(other -> other.name().equals(row.name()));
  }

  private static Lines lines(Growth growth) {
    List<Series> series = new ArrayList<>();
    for (String name : growth.names()) {
      List<List<BigDecimal>> points = new ArrayList<>();
      for (double at : growth.groups().keySet()) {
        BigDecimal value = rounded(growth.value(name, at));
        if (value != null && value.signum() > 0) {
          points.add(List.of(new BigDecimal(at), value));
        }
      }
      series.add(new Series(name, points));
    }
    return new Lines(growth.title(), growth.parameter(), growth.unit(), series);
  }

  private static @Nullable BigDecimal rounded(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(5)).stripTrailingZeros()
        : null;
  }
}
