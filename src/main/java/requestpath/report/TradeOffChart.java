package requestpath.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import requestpath.report.Page.Table;
import requestpath.report.ScatterChart.Dot;
import requestpath.report.ScatterChart.Figure;
import requestpath.result.Frontier;
import requestpath.result.Interval;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.TradeOff;
import requestpath.result.Verdict;
import requestpath.text.Figures;

/** Variants by two figures: encoding and decoding, or time and allocation. */
final class TradeOffChart {
  /** Fewer variants are read faster from the table. */
  private static final int FEWEST = 3;

  /** Allocations that differ by less than this factor are the same to the eye. */
  private static final double LEAST_SPREAD = 1.05;

  private TradeOffChart() {}

  /** A chart and a table for each work that a run encodes and decodes. */
  static List<Table> encodeAndDecode(Report report) {
    List<Table> tables = new ArrayList<>();
    for (TradeOff pair : TradeOff.of(report.groups())) {
      tables.add(table(report, pair, "trade-off-" + tables.size()));
    }
    return tables;
  }

  private static Table table(Report report, TradeOff pair, String id) {
    RankedGroup encode = pair.encode();
    RankedGroup decode = pair.decode();
    List<TradeOff.Line> frontier = pair.frontier();
    List<List<String>> rows = new ArrayList<>();
    for (TradeOff.Line line : pair.lines()) {
      rows.add(
          List.of(
              report.markedName(decode, line.decode()),
              Figures.plain(line.encode().value()),
              Words.ratioWithInterval(line.encode()),
              Figures.plain(line.decode().value()),
              Words.ratioWithInterval(line.decode()),
              frontier.contains(line) ? "not beaten in both" : "–"));
    }
    return new Table(
        id,
        title(encode) + ", " + report.where(encode),
        "In " + encode.unit() + " and relative to " + encode.baseline() + ".",
        List.of(
            "variant",
            "encode, " + encode.unit(),
            "encode, ratio",
            "decode, " + decode.unit(),
            "decode, ratio",
            "trade-off"),
        rows,
        chart(report, pair, frontier));
  }

  /** Such as {@code JSON with records (payload=DOCUMENT, size=1000)}. */
  private static String title(RankedGroup encode) {
    String subject = encode.subject();
    String binding = encode.binding();
    Map<String, String> others = encode.fixedWithoutBinding();
    return (subject.startsWith("MsgPack")
            ? "MessagePack"
            : subject.startsWith("Json") ? "JSON" : subject.replace(".toBytes", ""))
        + (binding.isEmpty() ? "" : " with " + binding.toLowerCase(Locale.ROOT) + "s")
        + (others.isEmpty() ? "" : " " + RankedGroup.inBrackets(others));
  }

  private static String chart(Report report, TradeOff pair, List<TradeOff.Line> frontier) {
    RankedGroup encode = pair.encode();
    RankedGroup decode = pair.decode();
    Function<TradeOff.Line, Dot> dot =
        line ->
            new Dot(
                pair.lines().indexOf(line),
                report.markedName(decode, line.decode()),
                style(decode, line.decode(), frontier.contains(line)),
                ratio(line.encode()),
                ratio(line.decode()),
                line.name()
                    + ": encode "
                    + Words.ratioWithInterval(line.encode())
                    + ", decode "
                    + Words.ratioWithInterval(line.decode()));
    return new ScatterChart(
            "Time to encode and to decode, of "
                + pair.lines().size()
                + " variants. Not beaten in both: "
                + names(frontier.stream().map(TradeOff.Line::name).toList())
                + ". The table below has the figures.",
            "encode: time relative to " + encode.baseline(),
            "decode: time relative to " + decode.baseline(),
            pair.lines().stream().map(dot).toList(),
            frontier.stream().map(dot).toList())
        .markup();
  }

  /** Time and allocation of a group; empty where there is too little to see. */
  static String timeAndAllocation(Report report, RankedGroup group) {
    List<RankedVariant> rows =
        group.rows().stream()
            .filter(row -> row.ratio() > 0 && row.measurement().allocation() >= 0)
            .toList();
    double lowest = rows.stream().mapToDouble(TradeOffChart::bytes).min().orElse(1);
    double highest = rows.stream().mapToDouble(TradeOffChart::bytes).max().orElse(1);
    if (group.isOfSingleForks() || rows.size() < FEWEST || highest < lowest * LEAST_SPREAD) {
      return "";
    }
    List<RankedVariant> frontier =
        Frontier.of(
            rows.stream().filter(RankedGroup::isLibrary).toList(),
            RankedVariant::ratio,
            TradeOffChart::bytes);
    Function<RankedVariant, Dot> dot =
        row ->
            new Dot(
                group.rows().indexOf(row),
                report.markedName(group, row),
                style(group, row, frontier.contains(row)),
                ratio(row),
                Figure.of(bytes(row)),
                row.name()
                    + ": "
                    + Words.ratioWithInterval(row)
                    + ", "
                    + Figures.plain(row.measurement().allocation())
                    + " B/op");
    return new ScatterChart(
            "Time and allocation of "
                + rows.size()
                + " variants. Not beaten in both: "
                + names(frontier.stream().map(RankedVariant::name).toList())
                + ". The table above has the figures.",
            "time relative to " + group.baseline(),
            "allocation, B/op",
            rows.stream().map(dot).toList(),
            frontier.stream().map(dot).toList())
        .scrolled();
  }

  /** What allocates nothing is at the lower end of the axis, which has no 0. */
  private static double bytes(RankedVariant row) {
    return Math.max(1, row.measurement().allocation());
  }

  private static Figure ratio(RankedVariant row) {
    Verdict verdict = row.verdict();
    return new Figure(
        row.ratio(), verdict == null ? new Interval(row.ratio(), row.ratio()) : verdict.interval());
  }

  private static String style(RankedGroup group, RankedVariant row, boolean isOnFrontier) {
    return group.isBaseline(row)
        ? "base"
        : RankedGroup.isLibrary(row) ? isOnFrontier ? "best" : "same" : "reference";
  }

  private static String names(List<String> names) {
    return names.stream().collect(Collectors.joining(", "));
  }
}
