package requestpath.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import requestpath.report.Page.Table;
import requestpath.result.Pair;
import requestpath.result.Row;
import requestpath.result.Verdict;

/**
 * Rows whose method does a part of what another method does, as multiples of that: of a run of
 * ours, which records the two. All pairs of a run are judged at once.
 */
final class Parts {
  private Parts() {}

  /** A row and the row that does the whole of its work. */
  private record Part(ReportGroup group, ReportRow row, ReportRow whole) {
    String name() {
      TreeMap<String, String> parameters = new TreeMap<>(row.measurement().parameters());
      parameters.remove(RecordedRounds.SIDE);
      return row.measurement().shortBenchmark()
          + (parameters.isEmpty() ? "" : " " + ReportGroup.inBrackets(parameters));
    }

    String wholeName() {
      return whole.measurement().method();
    }
  }

  /** A table for each run and platform that has such rows. */
  static List<Table> tables(Report report) {
    List<Table> tables = new ArrayList<>();
    for (int run = 0; run < report.runs().size(); run++) {
      List<Part> parts = parts(report, run);
      List<Pair> pairs = new ArrayList<>();
      List<Part> judged = new ArrayList<>();
      for (Part part : parts) {
        Row row = part.row().forks();
        Row whole = part.whole().forks();
        if (row != null && whole != null && row.roundsWith(whole) > 1) {
          pairs.add(new Pair(part.name(), row, whole));
          judged.add(part);
        }
      }
      List<Verdict> verdicts = Pair.verdicts(pairs);
      boolean isQuick = report.runs().get(run).isQuick();
      List<List<String>> rows = new ArrayList<>();
      for (int i = 0; i < judged.size(); i++) {
        rows.add(line(judged.get(i), verdicts.get(i), isQuick));
      }
      if (!rows.isEmpty()) {
        List<String> headings = new ArrayList<>(List.of("part", "where", "whole"));
        headings.addAll(isQuick ? List.of() : List.of("ratio", "95% interval"));
        headings.add("verdict");
        tables.add(
            new Table(
                "parts-" + run,
                report.runs().get(run).name(),
                "Each part as a multiple of the whole, with the same parameters; all of the run are"
                    + " judged at once.",
                headings,
                rows));
      }
    }
    return tables;
  }

  private static List<Part> parts(Report report, int run) {
    RecordedRounds recorded = RecordedRounds.of(report.runs().get(run));
    List<Part> parts = new ArrayList<>();
    List<ReportGroup> groups =
        report.groups().stream().filter(group -> group.run() == run).toList();
    for (ReportGroup group : groups) {
      for (ReportRow row : group.rows()) {
        RecordedRow found = recorded.find(row.measurement());
        if (found != null && !found.wholes().isEmpty()) {
          groups.stream()
              .flatMap(other -> other.rows().stream())
              .filter(other -> found.wholes().contains(other.measurement().benchmark()))
              .filter(other -> isSame(row.measurement(), other.measurement()))
              .forEach(whole -> parts.add(new Part(group, row, whole)));
        }
      }
    }
    return parts;
  }

  private static boolean isSame(Measurement part, Measurement whole) {
    return part.mode().equals(whole.mode()) && part.parameters().equals(whole.parameters());
  }

  private static List<String> line(Part part, Verdict verdict, boolean isQuick) {
    List<String> cells =
        new ArrayList<>(List.of(part.name(), part.group().platform(), part.wholeName()));
    if (isQuick) {
      cells.add(verdict.roughly(part.wholeName()));
    } else {
      cells.add(verdict.interval().text(verdict.comparison().ratio()));
      cells.add(verdict.interval().toString());
      List<String> words = new ArrayList<>();
      words.add(
          verdict.isDifferent()
              ? verdict.comparison().ratio() < 1 ? "less than the whole" : "more than the whole"
              : "no difference shown");
      if (verdict.reversedByMean()) {
        words.add("the other way round by the mean");
      }
      words.addAll(ReportRow.words(verdict.flags()));
      cells.add(String.join(", ", words));
    }
    return cells;
  }
}
