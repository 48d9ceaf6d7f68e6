package requestpath.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.ResultException;
import requestpath.text.Figures;

/**
 * The tables of a guide in {@code src/site/markdown} that quotes published runs. A comment before
 * each names its rows:
 *
 * <pre>{@code
 * <!-- rows: a-run, another-run; JsonDecodeBenchmark.fromBytes; binding=RECORD,BEAN; variant=GSON -->
 * <!-- rows end -->
 * }</pre>
 *
 * What stands between both comments is generated, so that it always agrees with the runs.
 */
final class QuotedRows {
  private static final Pattern QUOTE =
      Pattern.compile("(<!-- rows: ([^\\n]*) -->\\n).*?(<!-- rows end -->)", Pattern.DOTALL);

  private static final String VARIANT = "variant";
  private static final String JDK = "JDK";

  private final Report report;
  private final String directory;

  /**
   * Quotes of some runs.
   *
   * @param directory that they are in, at the project's top level
   */
  QuotedRows(Report report, String directory) {
    this.report = report;
    this.directory = directory;
  }

  /**
   * The same guide with all tables made anew.
   *
   * @throws ResultException when a comment names what the runs do not hold
   */
  String in(String guide) throws ResultException {
    Matcher quotes = QUOTE.matcher(guide);
    StringBuilder text = new StringBuilder();
    int end = 0;
    while (quotes.find()) {
      text.append(guide, end, quotes.end(1)).append('\n').append(table(quotes.group(2)));
      end = quotes.start(3);
    }
    return text.append(guide, end, guide.length()).toString();
  }

  private String table(String words) throws ResultException {
    Query query = Query.of(words);
    List<RankedGroup> groups = new ArrayList<>();
    for (String run : query.runs()) {
      List<RankedGroup> found =
          report.groups().stream()
              .filter(group -> report.run(group).name().equals(run))
              .filter(query::asksFor)
              .toList();
      if (found.isEmpty()) {
        throw new ResultException(
            "the quote \""
                + words
                + "\" names no rows of "
                + run
                + ": name a run, a benchmark and parameters that it has");
      }
      groups.addAll(found);
    }
    for (String variant : query.variants()) {
      if (groups.stream()
          .flatMap(group -> group.rows().stream())
          .noneMatch(row -> row.name().equals(variant))) {
        throw new ResultException("the quote \"" + words + "\" has no row " + variant);
      }
    }
    return table(groups, query) + '\n' + picture(groups.get(0)) + "\n\n";
  }

  private String table(List<RankedGroup> groups, Query query) {
    List<String> varying = varying(groups);
    List<String> headings = new ArrayList<>(varying);
    headings.addAll(
        List.of(VARIANT, "ratio", "95% interval", groups.get(0).unit(), "ratio by mean", "B/op"));
    StringBuilder text = new StringBuilder(Markdown.line(headings));
    List<String> rule = new ArrayList<>(varying.stream().map(name -> "---").toList());
    rule.addAll(List.of("---", "---:", "---:", "---:", "---:", "---:"));
    text.append(Markdown.line(rule));
    for (RankedGroup group : groups) {
      for (RankedVariant row : group.rows()) {
        if (query.asksFor(row)) {
          List<String> cells = new ArrayList<>();
          varying.forEach(name -> cells.add(Markdown.escape(value(group, name))));
          cells.add(Markdown.escape(report.markedName(group, row)));
          cells.add(group.isBaseline(row) ? "baseline" : Words.ratio(row));
          cells.add(Markdown.escape(Words.interval(row.verdict())));
          cells.add(Figures.plain(row.value()));
          cells.add(row.byMean() == null ? "" : Words.ratio(row.byMean()));
          cells.add(Figures.plain(row.measurement().allocation()));
          text.append(Markdown.line(cells));
        }
      }
    }
    return text.toString();
  }

  /** What differs between groups: their parameters, then their JDK. */
  private static List<String> varying(List<RankedGroup> groups) {
    TreeSet<String> names = new TreeSet<>();
    groups.forEach(group -> names.addAll(group.fixed().keySet()));
    List<String> all = new ArrayList<>(names);
    all.add(JDK);
    return all.stream()
        .filter(name -> groups.stream().map(group -> value(group, name)).distinct().count() > 1)
        .toList();
  }

  private static String value(RankedGroup group, String name) {
    return name.equals(JDK)
        ? group.platform().replace(JDK + " ", "")
        : group.fixed().getOrDefault(name, "");
  }

  private String picture(RankedGroup group) {
    return "!"
        + Markdown.link(
            group.title()
                + " on "
                + group.platform()
                + ": time relative to "
                + group.baseline()
                + ", less is faster",
            "..",
            "..",
            "..",
            directory,
            report.run(group).name(),
            "pictures",
            ReportWriter.pictureInItsOwnReport(group));
  }

  /** What a comment asks for. */
  private record Query(List<String> runs, String benchmark, Map<String, List<String>> parameters) {
    static Query of(String words) throws ResultException {
      String[] parts = words.split(";\\s*", -1);
      if (parts.length < 2) {
        throw new ResultException(
            "the quote \"" + words + "\" is not complete: name runs; a benchmark; parameters");
      }
      Map<String, List<String>> parameters = new LinkedHashMap<>();
      for (String part : Arrays.asList(parts).subList(2, parts.length)) {
        int equals = part.indexOf('=');
        if (equals < 0) {
          throw new ResultException(
              "\""
                  + part
                  + "\" in the quote \""
                  + words
                  + "\" has no value: write NAME=VALUE,VALUE");
        }
        parameters.put(part.substring(0, equals), List.of(part.substring(equals + 1).split(",")));
      }
      return new Query(List.of(parts[0].split(",\\s*")), parts[1], parameters);
    }

    List<String> variants() {
      return parameters.getOrDefault(VARIANT, List.of());
    }

    boolean asksFor(RankedGroup group) {
      return group.subject().equals(benchmark)
          && parameters.entrySet().stream()
              .filter(each -> !each.getKey().equals(VARIANT))
              .allMatch(each -> each.getValue().contains(value(group, each.getKey())));
    }

    boolean asksFor(RankedVariant row) {
      return variants().isEmpty() || variants().contains(row.name());
    }
  }
}
