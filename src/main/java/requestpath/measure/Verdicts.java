package requestpath.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import requestpath.stats.Comparison;
import requestpath.stats.Flag;
import requestpath.stats.Group;
import requestpath.stats.Holm;
import requestpath.stats.Interval;
import requestpath.stats.Row;
import requestpath.stats.Verdict;

/**
 * What a run says at its end: for each group a ranking and its verdicts in sentences, then the two
 * sides if there are two, then whether the controls agreed with what they are a copy of.
 *
 * @param groups by title, in the order of the plan
 * @param sides sentences on each row under what the run measured against
 * @param control what the controls say of this machine; empty where there are none
 */
record Verdicts(List<OfGroup> groups, List<String> sides, Optional<String> control) {
  /**
   * One group.
   *
   * @param title the benchmark and what its rows have in common
   * @param ranking its rows, the fastest first
   * @param sentences one for each row but the baseline
   */
  record OfGroup(String title, List<Standing> ranking, List<String> sentences) {}

  /**
   * The verdicts on what there is so far.
   *
   * @param settings whether it is a first look, and what the other side is
   */
  static Verdicts of(Groups all, Settings settings) {
    Map<String, List<Combination>> byTitle = new LinkedHashMap<>();
    for (Combination combination : all.all()) {
      if (!combination.place().baseline().isEmpty()) {
        byTitle
            .computeIfAbsent(title(combination, settings), none -> new ArrayList<>())
            .add(combination);
      }
    }
    List<OfGroup> groups = new ArrayList<>();
    byTitle.forEach((title, rows) -> groups.add(group(title, rows, all, settings)));
    return new Verdicts(List.copyOf(groups), sides(all, settings), control(all));
  }

  private static String title(Combination combination, Settings settings) {
    return combination.place().group()
        + (combination.side() == Side.AGAINST
            ? " " + settings.against().map(Against::label).orElse("")
            : "");
  }

  private static OfGroup group(
      String title, List<Combination> combinations, Groups all, Settings settings) {
    List<Standing> ranking =
        combinations.stream()
            .filter(row -> !row.isControl() && !all.forks(row).isEmpty())
            .map(row -> Standing.of(all, row))
            .sorted(Comparator.comparingDouble(row -> row.time().orElse(Double.NaN)))
            .toList();
    Optional<Combination> baseline =
        combinations.stream()
            .filter(row -> row.isBaseline() && !all.forks(row).isEmpty())
            .findFirst();
    if (baseline.isEmpty()) {
      return new OfGroup(title, ranking, List.of("none, as its baseline has no figure"));
    }
    Row base = all.row(baseline.get());
    List<Row> rows =
        combinations.stream()
            .filter(row -> !row.isControl() && !row.isBaseline())
            .map(all::row)
            .filter(row -> row.roundsWith(base) > 1)
            .toList();
    if (rows.isEmpty()) {
      return new OfGroup(title, ranking, List.of("none, as one fork ranks nothing"));
    }
    List<Verdict> verdicts = new Group(base, rows).verdicts();
    List<String> sentences = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      boolean isFastest = verdict.equals(verdicts.get(0)) && verdict.comparison().ratio() < 1;
      sentences.add(
          settings.isQuick()
              ? verdict.roughly(base.name())
              : verdict.sentence(base.name()) + remarks(verdict, isFastest));
    }
    return new OfGroup(title, ranking, List.copyOf(sentences));
  }

  private static String remarks(Verdict verdict, boolean isFastest) {
    List<String> remarks = new ArrayList<>();
    if (isFastest) {
      remarks.add("the fastest");
    } else if (verdict.tiesWithBest()) {
      remarks.add("no difference from the fastest shown");
    }
    remarks.addAll(words(verdict.flags()));
    return remarks.isEmpty() ? "" : remarks.stream().collect(Collectors.joining(", ", " (", ")"));
  }

  private static List<String> words(Iterable<Flag> flags) {
    List<String> words = new ArrayList<>();
    flags.forEach(flag -> words.add(flag.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    return words;
  }

  /** Each row under the other side as a multiple of itself on this, all at once. */
  private static List<String> sides(Groups all, Settings settings) {
    if (settings.against().isEmpty()) {
      return List.of();
    }
    String label = settings.against().get().label();
    List<Combination> rows = new ArrayList<>();
    List<Comparison> comparisons = new ArrayList<>();
    for (Combination row : all.all()) {
      if (row.side() == Side.THIS) {
        Optional<Comparison> comparison =
            all.otherSide(row).flatMap(other -> all.compare(other, row));
        if (comparison.isPresent()) {
          rows.add(row);
          comparisons.add(comparison.get());
        }
      }
    }
    List<Interval> intervals = Holm.intervals(comparisons);
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row other = all.row(all.otherSide(rows.get(i)).orElseThrow());
      Verdict verdict =
          new Verdict(
              rows.get(i).title() + " " + label,
              comparisons.get(i),
              intervals.get(i),
              !intervals.get(i).contains(1),
              false,
              false,
              other.flags());
      sentences.add(
          settings.isQuick()
              ? verdict.roughly("what it takes without")
              : verdict.sentence("itself without") + remarks(verdict, false));
    }
    return List.copyOf(sentences);
  }

  /** Judged over all groups at once. */
  private static Optional<String> control(Groups all) {
    List<Combination> controls =
        all.all().stream().filter(row -> row.isControl() && all.ratio(row).isPresent()).toList();
    if (controls.isEmpty()) {
      return Optional.empty();
    }
    List<Comparison> ratios = controls.stream().map(all::ratio).map(Optional::orElseThrow).toList();
    List<Interval> intervals = Holm.intervals(ratios);
    for (int i = 0; i < controls.size(); i++) {
      if (!intervals.get(i).contains(1)) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "The control failed: %s, its baseline measured twice, comes out as %s of itself %s;"
                    + " this machine was too noisy to rank so closely: run again when it is quiet",
                controls.get(i).place().group(),
                Interval.ratioText(ratios.get(i).ratio()),
                intervals.get(i)));
      }
    }
    double farthest =
        ratios.stream().mapToDouble(ratio -> Math.abs(ratio.ratio() - 1)).max().orElse(0);
    return Optional.of(
        String.format(
            Locale.ROOT,
            "The control holds: measured twice, %s (at most %.1f%% apart)",
            controls.size() == 1
                ? "the baseline shows no difference from itself"
                : "none of " + controls.size() + " baselines shows a difference from itself",
            100 * farthest));
  }

  /** As lines of a terminal. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (OfGroup group : groups) {
      lines.add("");
      if (group.sentences().size() == 1 && group.sentences().get(0).startsWith("none, ")) {
        lines.add("# Verdicts on " + group.title() + ": " + group.sentences().get(0));
      } else {
        lines.add("# Ranking of " + group.title() + ":");
        Table.of(group.ranking()).lines().forEach(line -> lines.add("#   " + line));
        lines.add("# Verdicts on " + group.title() + ":");
        group.sentences().forEach(sentence -> lines.add("#   " + sentence));
      }
    }
    if (!sides.isEmpty()) {
      lines.add("");
      lines.add("# Verdicts on the two sides:");
      sides.forEach(sentence -> lines.add("#   " + sentence));
    }
    control.ifPresent(sentence -> lines.addAll(List.of("", "# " + sentence)));
    return lines;
  }
}
