package requestpath.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import requestpath.result.ForkStatistic;
import requestpath.result.Verdict;

/** What a group and its rows are, in words. */
final class GroupTexts {
  private GroupTexts() {}

  /** What the figures of the rows are, in a sentence. */
  static String statistic(ReportGroup group) {
    Map<ForkStatistic, List<String>> statistics = group.statistics();
    StringJoiner each = new StringJoiner(" or the ");
    statistics.forEach(
        (statistic, rows) ->
            each.add(
                inWords(statistic)
                    + " of its iterations"
                    + (statistics.size() > 1 ? " (" + String.join(", ", rows) + ")" : "")));
    each.setEmptyValue("mean of its iterations");
    boolean hasMean =
        group.rows().stream().anyMatch(row -> row.hasMean() && !row.measurement().isThroughput());
    return "A row's figure is the geometric mean of its forks, each the "
        + each
        + (hasMean ? "; the column mean has the means of forks." : ".");
  }

  private static String inWords(ForkStatistic statistic) {
    return switch (statistic) {
      case LOW_QUANTILE -> "10% quantile";
      case MEDIAN -> "median";
      case MEAN -> "mean";
    };
  }

  /** The group in a sentence: who is the fastest, and who ties with it. */
  static String headline(ReportGroup group) {
    List<ReportRow> measured =
        group.rows().stream()
            .filter(row -> row.forks() != null && ReportGroup.isLibrary(row))
            .toList();
    if (measured.size() < 2 || group.baseline().isEmpty()) {
      return "";
    }
    if (!group.hasVerdicts()) {
      return "Too few forks for an interval: nothing is ranked.";
    }
    ReportRow fastest = measured.get(0);
    boolean isBaseline = fastest.name().equals(group.baseline());
    Verdict verdict = fastest.verdict();
    if (group.isQuick()) {
      return "A first look: "
          + (verdict == null
              ? fastest.name() + " has the lowest time."
              : group.sentence(verdict) + ", the lowest.");
    }
    List<String> ties = new ArrayList<>();
    List<String> notJudged = new ArrayList<>();
    for (ReportRow row : measured.subList(1, measured.size())) {
      Verdict other = row.verdict();
      if (other != null && other.tiesWithBest()) {
        ties.add(row.name());
      } else if (other == null && !row.name().equals(group.baseline())) {
        notJudged.add(row.name());
      }
    }
    boolean isAlone = ties.isEmpty() && notJudged.isEmpty();
    String rank = isAlone ? " is the fastest" : " has the lowest time";
    String what =
        isBaseline
            ? "The baseline " + fastest.name() + rank
            : verdict == null
                ? fastest.name() + " has the lowest time, but too few forks for an interval"
                : verdict.isDifferent()
                    ? group.sentence(verdict) + " and" + rank
                    : fastest.name()
                        + " has the lowest time, but no difference from "
                        + group.baseline()
                        + " is shown";
    return what
        + (ties.isEmpty() ? "" : "; no difference from it is shown for " + String.join(", ", ties))
        + (notJudged.isEmpty() ? "" : "; too few forks to judge " + String.join(", ", notJudged))
        + ".";
  }

  /** What there is to know of a row beside its figures; empty when nothing. */
  static String note(ReportGroup group, ReportRow row) {
    List<String> notes = new ArrayList<>();
    if (row.name().equals(group.baseline()) && group.rows().size() > 1) {
      notes.add("baseline");
    }
    if (ReportGroup.isFloor(row)) {
      notes.add("hand-written reference");
    } else if (!ReportGroup.isLibrary(row)) {
      notes.add("no library, with caches");
    }
    if (group.isQuick()) {
      return String.join(", ", notes);
    }
    Verdict verdict = row.verdict();
    if (verdict != null && verdict.tiesWithBest()) {
      long tied =
          group.rows().stream()
              .map(ReportRow::verdict)
              .filter(other -> other != null && other.tiesWithBest())
              .count();
      boolean isRanked =
          group.rows().stream()
              .filter(other -> other.forks() != null && ReportGroup.isLibrary(other))
              .allMatch(other -> other.verdict() != null || other.name().equals(group.baseline()));
      if (tied > 1 || !verdict.isDifferent()) {
        notes.add("no difference from the fastest");
      } else if (isRanked) {
        notes.add("the fastest");
      }
    }
    notes.addAll(row.warnings());
    return String.join(", ", notes);
  }

  /** How a row is drawn: {@code base, rough, same, fast} or {@code slow}. */
  static String kind(ReportGroup group, ReportRow row) {
    Verdict verdict = row.verdict();
    if (row.name().equals(group.baseline())) {
      return "base";
    }
    if (group.isQuick()) {
      return "rough";
    }
    return verdict == null || !verdict.isDifferent()
        ? "same"
        : verdict.comparison().ratio() < 1 ? "fast" : "slow";
  }
}
