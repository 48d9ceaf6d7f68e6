package requestpath.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;

/**
 * The data that the page's script reads: the groups with the criteria of a choice. Figures have
 * five digits. Unknown values are omitted.
 *
 * @param groups all of the page
 * @param choice what is known of the variants
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PageData(List<Group> groups, ChoiceData choice) {

  /**
   * A group.
   *
   * @param more whether more is better
   * @param work what it does with documents
   * @param format of the documents
   * @param where see {@link ChoiceData#where}
   * @param parameters that all rows share
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Group(
      String id,
      String title,
      String platform,
      String unit,
      boolean more,
      Work work,
      String format,
      String where,
      Map<String, String> parameters,
      List<Row> rows) {}

  /**
   * A row.
   *
   * @param key its name after its class; omitted if the name alone tells it from others
   * @param hand whether it is written by hand and no library; omitted if it is not
   * @param share of one core that one operation a second takes; omitted for single shots
   * @param relations see {@link RankedGroup#relations()}, with letters for two of the signs: l for
   *     less, m for more
   * @param allocations see {@link RankedGroup#relationsOfAllocation()}, with the same letters
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Row(
      String name,
      @Nullable String key,
      @Nullable Boolean hand,
      @Nullable BigDecimal value,
      @Nullable BigDecimal share,
      @Nullable BigDecimal allocation,
      @Nullable String relations,
      String allocations) {}

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

  /** What tells a row from others: its name, after its class if the name is that of a method. */
  static String key(RankedGroup group, RankedVariant row) {
    return group.isOfMethods() ? row.measurement().className() + "." + row.name() : row.name();
  }

  private static PageData data(Report report) {
    return new PageData(
        report.groups().stream().map(group -> group(report, group)).toList(),
        ChoiceData.of(report));
  }

  private static Group group(Report report, RankedGroup group) {
    List<String> relations = group.relations();
    List<String> allocations = group.relationsOfAllocation();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < group.rows().size(); i++) {
      String relation = relations.isEmpty() ? null : relations.get(i);
      rows.add(row(group, group.rows().get(i), relation, allocations.get(i)));
    }
    return new Group(
        group.id(),
        group.title(),
        report.where(group),
        group.unit(),
        group.isThroughput(),
        Work.of(group),
        Work.format(group),
        ChoiceData.where(group),
        group.fixed(),
        rows);
  }

  private static Row row(
      RankedGroup group, RankedVariant row, @Nullable String relations, String allocations) {
    return new Row(
        row.name(),
        group.isOfMethods() ? key(group, row) : null,
        RankedGroup.isLibrary(row) ? null : true,
        rounded(row.value()),
        group.mode().equals("ss") ? null : rounded(row.shareOfCore(1)),
        rounded(row.measurement().allocation()),
        relations == null ? null : inLetters(relations),
        inLetters(allocations));
  }

  /** Without signs that a page must escape with six characters each. */
  private static String inLetters(String relations) {
    return relations.replace('<', 'l').replace('>', 'm');
  }

  private static @Nullable BigDecimal rounded(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(5)).stripTrailingZeros()
        : null;
  }
}
