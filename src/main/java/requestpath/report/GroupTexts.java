package requestpath.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import requestpath.result.ForkStatistic;
import requestpath.result.HandwrittenReference;
import requestpath.result.Headline;
import requestpath.result.MachineState;
import requestpath.result.Pair;
import requestpath.result.Race;
import requestpath.result.RankChange;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.Verdict;
import requestpath.text.Figures;

/** What a group and its rows are, in words. */
final class GroupTexts {
  /** So many variants are named in a headline. */
  private static final int MOST_NAMES = 5;

  private GroupTexts() {}

  /** The heading of ratios. Also for throughput they are ratios of times. */
  static String ratioHeading(RankedGroup group) {
    return group.isThroughput() ? "time ratio" : "ratio";
  }

  /** What the figures of the rows are, in a sentence. */
  static String statistic(RankedGroup group) {
    Map<ForkStatistic, List<String>> statistics = group.statistics();
    if (group.isOfSingleForks()
        && group.rows().stream().anyMatch(row -> !Double.isNaN(row.error()))) {
      return "Each variant has only one fork; its error is JMH's own.";
    }
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
    return "A variant's figure is the geometric mean of its forks. The value of a fork is the "
        + each
        + (hasMean ? ". The column mean uses the means of the forks instead." : ".");
  }

  private static String inWords(ForkStatistic statistic) {
    return switch (statistic) {
      case MINIMUM -> "minimum";
      case LOW_QUANTILE -> "5% quantile";
      case MEDIAN -> "median";
      case MEAN -> "mean";
    };
  }

  /**
   * The verdicts of a group: one sentence for each variant, without full stops, the fastest first.
   *
   * @param precision how well each ratio was to be known; NaN where nothing was asked
   */
  static List<String> sentences(RankedGroup group, double precision) {
    List<String> sentences = new ArrayList<>();
    for (RankedVariant row : group.rows()) {
      boolean isSaid =
          group.isOfSingleForks()
              ? row.forks() == null
              : !group.isBaseline(row) || group.rows().size() == 1;
      if (isSaid) {
        sentences.add(sentence(group, row) + Words.inBrackets(remarks(group, row, precision)));
      }
    }
    Set<String> ofBaseline =
        Words.flags(group.baselineRow().map(RankedVariant::flags).orElse(Set.of()));
    if (!ofBaseline.isEmpty() && group.hasVerdicts()) {
      sentences.add(
          "The baseline " + group.baseline() + " itself: " + String.join(", ", ofBaseline));
    }
    sentences.addAll(notes(group));
    return sentences;
  }

  /**
   * The result of the group's control, in a sentence without a full stop; empty without a control.
   */
  static Optional<String> control(RankedGroup group) {
    Verdict control = group.control();
    if (control == null) {
      return Optional.empty();
    }
    return Optional.of(
        "Control: "
            + group.baseline()
            + " measured twice "
            + Words.control(control)
            + (control.isDifferent()
                ? ", so this machine was too noisy for such a close ranking"
                : ""));
  }

  private static String sentence(RankedGroup group, RankedVariant row) {
    Verdict verdict = row.verdict();
    if (verdict != null) {
      return Words.sentence(verdict, group.baseline());
    }
    if (row.forks() == null) {
      return row.name() + " has no figure";
    }
    String value = row.name() + ": " + Figures.plain(row.value()) + " " + group.unit();
    if (group.isBaseline(row) || group.baseline().isEmpty()) {
      return value;
    }
    return Double.isNaN(row.ratio())
        ? value + ", no ratio: fewer than two rounds have both it and " + group.baseline()
        : value
            + ", "
            + Figures.ratio(row.ratio())
            + " the time of "
            + group.baseline()
            + ", no interval: fewer than two rounds have both";
  }

  private static List<String> remarks(RankedGroup group, RankedVariant row, double precision) {
    List<String> remarks = new ArrayList<>(rank(group, row));
    Verdict verdict = row.verdict();
    if (verdict != null) {
      remarks.addAll(Words.precision(verdict, precision));
    }
    remarks.addAll(Words.warnings(row));
    return remarks;
  }

  static List<String> rank(RankedGroup group, RankedVariant row) {
    return switch (group.rank(row)) {
      case FASTEST -> List.of("the fastest");
      case TIED -> List.of("no difference from the fastest shown");
      case BEHIND -> List.of();
    };
  }

  /** The group in a sentence: the fastest library, and those that tie with it; may be empty. */
  static String headline(RankedGroup group) {
    Race race = group.notes().race();
    if (race != null && !race.leaders().isEmpty()) {
      return RaceTexts.leading(race) + ".";
    }
    return group.headline().map(headline -> text(group, headline)).orElse("");
  }

  /** How quiet the machine was while forks took turns; empty where that is not known. */
  static Optional<String> machine(MachineState machine) {
    if (machine.slowdowns().isEmpty()) {
      return Optional.empty();
    }
    List<Integer> never = machine.neverQuiet();
    return Optional.of(
        String.format(
                Locale.ROOT,
                "The machine was quiet in %.0f%% of the cycles",
                100 * machine.quietShare())
            + (never.isEmpty()
                ? ""
                : ", and never in "
                    + (never.size() == 1 ? "round " : "rounds ")
                    + Words.listed(never.stream().map(String::valueOf).toList())
                    + ": the values of those forks are too high"));
  }

  private static String text(RankedGroup group, Headline headline) {
    RankedVariant lowest = headline.lowest();
    Verdict verdict = lowest.verdict();
    if (!headline.isJudged()) {
      return "Too few forks for an interval: nothing is ranked.";
    }
    return (headline.isBaseline() ? "The baseline " : "")
        + (verdict != null && headline.isFasterThanBaseline()
            ? Words.sentence(verdict, group.baseline()) + " and"
            : lowest.name())
        + (headline.isFastest() ? " is the fastest" : best(group))
        + (headline.isUnknown() ? ", but too few forks for an interval" : "")
        + names("; no difference from it is shown for ", headline.ties())
        + names("; too few forks to judge ", headline.notJudged())
        + ".";
  }

  /** What the first of a group has if it is not shown to be the fastest. */
  static String best(RankedGroup group) {
    return group.isThroughput() ? " has the highest throughput" : " has the lowest time";
  }

  private static String names(String before, List<RankedVariant> rows) {
    List<String> names = rows.stream().map(RankedVariant::name).toList();
    return names.isEmpty()
        ? ""
        : before
            + (names.size() <= MOST_NAMES
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMES - 1))
                    + " and "
                    + (names.size() - MOST_NAMES + 1)
                    + " others");
  }

  /** Notes on a row beside its figures; empty for none. */
  static String note(RankedGroup group, RankedVariant row) {
    List<String> notes = new ArrayList<>();
    if (group.isBaseline(row) && group.rows().size() > 1 && !group.isOfSingleForks()) {
      notes.add("baseline");
    }
    if (RankedGroup.isReference(row)) {
      notes.add("hand-written reference");
    } else if (HandwrittenReference.isHandwritten(row.name())) {
      notes.add("no library, with caches");
    }
    if (row.forks() == null) {
      notes.add("no figure");
    } else if (!group.isOfSingleForks()) {
      notes.addAll(rank(group, row));
      notes.addAll(Words.warnings(row));
    }
    return String.join(", ", notes);
  }

  /** What else a ranking says, in sentences without full stops. */
  static List<String> notes(RankedGroup group) {
    List<String> sentences = new ArrayList<>();
    List<Pair> byMean = group.notes().byMean();
    if (!byMean.isEmpty()) {
      sentences.add(byMean(byMean));
    }
    for (Verdict faster : group.notes().fasterThanReference()) {
      sentences.add(faster.row() + " is " + Words.faster(faster, "the hand-written reference"));
    }
    group.notes().byBinding().forEach(change -> sentences.add(rankChange(change)));
    Race race = group.notes().race();
    if (race != null) {
      sentences.addAll(RaceTexts.left(race));
    }
    machine(group.notes().machine()).ifPresent(sentences::add);
    return sentences;
  }

  /** The pairs that change places by the mean, in a sentence without a full stop. */
  static String byMean(List<Pair> pairs) {
    return pairs.stream()
        .map(pair -> pair.row().name() + " and " + pair.other().name())
        .collect(Collectors.joining("; ", "By the mean, GC included, ", " change places"));
  }

  /** Such as {@code With BEAN, X is faster than Y; with RECORD it is slower}. */
  static String rankChange(RankChange change) {
    return "With "
        + change.fasterWith()
        + ", "
        + change.row()
        + " is faster than "
        + Words.listed(change.overtaken())
        + "; with "
        + change.slowerWith()
        + " it is slower";
  }

  /** How a row is drawn: {@code base, same, fast} or {@code slow}. */
  static String kind(RankedGroup group, RankedVariant row) {
    Verdict verdict = row.verdict();
    if (group.isBaseline(row)) {
      return group.isOfSingleForks() ? "same" : "base";
    }
    return verdict == null || !verdict.isDifferent()
        ? "same"
        : verdict.isFaster() ? "fast" : "slow";
  }
}
