package requestpath.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import requestpath.report.Page.Table;
import requestpath.result.Pair;
import requestpath.result.Row;
import requestpath.result.Verdict;

/**
 * A group that one run measured on two sides in the same rounds: each row on the other side as a
 * multiple of itself on this one. All rows of the run are judged at once.
 *
 * @param here the group on this side
 * @param there the same work on the other side
 * @param lines one for each row that both hold
 */
record Sides(ReportGroup here, ReportGroup there, List<Line> lines) {

  /**
   * A row on both sides.
   *
   * @param here on this side
   * @param there on the other side
   * @param verdict on the other side against this one; null where fewer than two rounds hold both
   */
  record Line(ReportRow here, ReportRow there, @Nullable Verdict verdict) {}

  /** All groups of a report that have two sides, in their order. */
  static List<Sides> of(Report report) {
    List<Sides> all = new ArrayList<>();
    for (int run = 0; run < report.runs().size(); run++) {
      all.addAll(ofRun(report, run));
    }
    return all;
  }

  private static List<Sides> ofRun(Report report, int run) {
    List<Sides> unjudged = new ArrayList<>();
    for (ReportGroup here : report.groups()) {
      if (here.run() == run && here.side().equals("this")) {
        otherSide(report, here)
            .ifPresent(there -> unjudged.add(new Sides(here, there, lines(here, there))));
      }
    }
    List<Pair> pairs = new ArrayList<>();
    List<Line> judged = new ArrayList<>();
    for (Sides sides : unjudged) {
      for (Line line : sides.lines()) {
        Row left = line.here().forks();
        Row right = line.there().forks();
        if (left != null && right != null && right.roundsWith(left) > 1) {
          pairs.add(new Pair(line.here().name(), right, left));
          judged.add(line);
        }
      }
    }
    List<Verdict> verdicts = Pair.verdicts(pairs);
    List<Sides> all = new ArrayList<>();
    for (Sides sides : unjudged) {
      List<Line> lines = new ArrayList<>();
      for (Line line : sides.lines()) {
        int index = judged.indexOf(line);
        lines.add(new Line(line.here(), line.there(), index < 0 ? null : verdicts.get(index)));
      }
      all.add(new Sides(sides.here(), sides.there(), List.copyOf(lines)));
    }
    return all;
  }

  private static Optional<ReportGroup> otherSide(Report report, ReportGroup here) {
    return report.groups().stream()
        .filter(group -> group.run() == here.run() && group.side().equals("against"))
        .filter(group -> group.work().equals(here.work()))
        .findFirst();
  }

  private static List<Line> lines(ReportGroup here, ReportGroup there) {
    List<Line> lines = new ArrayList<>();
    for (ReportRow row : here.rows()) {
      there.rows().stream()
          .filter(other -> other.name().equals(row.name()))
          .findFirst()
          .ifPresent(other -> lines.add(new Line(row, other, null)));
    }
    return lines;
  }

  /**
   * As a table.
   *
   * @param id of its section
   */
  Table table(String id) {
    boolean isQuick = here.isQuick();
    List<String> headings =
        new ArrayList<>(
            List.of(
                "row",
                here.platform() + ", " + here.unit(),
                there.platform() + ", " + here.unit()));
    headings.addAll(isQuick ? List.of("verdict") : List.of("ratio", "95% interval", "verdict"));
    List<List<String>> rows = new ArrayList<>();
    for (Line line : lines) {
      Verdict verdict = line.verdict();
      List<String> cells = new ArrayList<>();
      cells.add(line.here().name());
      cells.add(Figures.plain(line.here().value()));
      cells.add(Figures.plain(line.there().value()));
      if (!isQuick) {
        cells.add(verdict == null ? "–" : verdict.interval().text(verdict.comparison().ratio()));
        cells.add(verdict == null ? "–" : verdict.interval().toString());
      }
      cells.add(verdict == null ? "not judged: too few forks" : words(verdict));
      rows.add(cells);
    }
    return new Table(
        id,
        here.title(),
        "Each row under "
            + there.platform()
            + " as a multiple of itself under "
            + here.platform()
            + ", measured in the same rounds; all rows of the run are judged at once.",
        headings,
        rows);
  }

  private String words(Verdict verdict) {
    if (here.isQuick()) {
      return verdict.roughly("what it takes on this side");
    }
    String what =
        !verdict.isDifferent()
            ? "no difference shown"
            : verdict.comparison().ratio() < 1
                ? "faster on the other side"
                : "slower on the other side";
    if (verdict.isDifferent() && verdict.interval().contains(1)) {
      what += ", a difference by Holm's test that the interval does not show";
    }
    if (verdict.reversedByMean()) {
      what += "; by the mean it is the other way round";
    }
    String flags = String.join(", ", ReportRow.words(verdict.flags()));
    return flags.isEmpty() ? what : what + " (" + flags + ")";
  }
}
