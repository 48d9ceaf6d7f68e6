package requestpath.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import requestpath.codec.Marks;
import requestpath.result.Comparison;
import requestpath.result.Flag;
import requestpath.result.Floor;
import requestpath.result.Group;
import requestpath.result.Holm;
import requestpath.result.Interval;
import requestpath.result.Pair;
import requestpath.result.Row;
import requestpath.result.Verdict;

/**
 * What a run says at its end: for each group a ranking and its verdicts in sentences, then the two
 * sides if there are two, then whether the controls agreed with what they are a copy of.
 *
 * @param groups by title, in the order of the plan
 * @param byBinding sentences on variants whose rank changes with the binding
 * @param parts sentences on methods that do a part of another
 * @param sides sentences on each row under what the run measured against
 * @param control what the controls say of this machine; empty where there are none
 */
record Verdicts(
    List<OfGroup> groups,
    List<String> byBinding,
    List<String> parts,
    List<String> sides,
    Optional<String> control) {
  /** A control that is known to less, as a fraction of itself, could hide what it is to show. */
  private static final double MAX_CONTROL_PRECISION = 0.5;

  /**
   * One group.
   *
   * @param title the benchmark and what its rows have in common
   * @param ranking its rows, the one with the lowest ratio first
   * @param table the ranking with all columns
   * @param terminal the ranking as a terminal shows it
   * @param sentences one for each row but the baseline, and what else to know
   */
  record OfGroup(
      String title, List<Standing> ranking, Table table, Table terminal, List<String> sentences) {
    /** What the marks in its ranking mean; empty where there are none. */
    String legend() {
      return Marks.legend(ranking.stream().map(Standing::marks).toList());
    }
  }

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
    return new Verdicts(
        List.copyOf(groups),
        settings.isQuick() ? List.of() : ByBinding.sentences(all),
        Parts.sentences(all, settings),
        sides(all, settings),
        control(all));
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
            .sorted(Comparator.comparingDouble(Standing::rank))
            .toList();
    return new OfGroup(
        title,
        ranking,
        Table.of(ranking, settings.isQuick()),
        Table.forTerminal(ranking, settings.isQuick()),
        List.copyOf(sentences(combinations, all, settings)));
  }

  private static List<String> sentences(
      List<Combination> combinations, Groups all, Settings settings) {
    Optional<Combination> baseline =
        combinations.stream()
            .filter(row -> row.isBaseline() && !all.forks(row).isEmpty())
            .findFirst();
    if (baseline.isEmpty()) {
      return List.of("none, as its baseline has no figure");
    }
    Row base = all.row(baseline.get());
    List<Row> others =
        combinations.stream()
            .filter(row -> !row.isControl() && !row.isBaseline())
            .map(all::row)
            .toList();
    List<Row> rows = others.stream().filter(row -> row.roundsWith(base) > 1).toList();
    if (rows.isEmpty()) {
      return List.of("none, as one fork ranks nothing");
    }
    Group group = new Group(base, rows);
    List<String> sentences = new ArrayList<>();
    for (Verdict verdict : group.verdicts()) {
      sentences.add(
          settings.isQuick()
              ? verdict.roughly(base.name())
              : verdict.sentence(base.name()) + remarks(verdict, group.verdicts(), settings));
    }
    others.stream()
        .filter(row -> row.roundsWith(base) < 2)
        .forEach(
            row ->
                sentences.add(
                    row.name()
                        + ": no ratio, as fewer than two rounds hold it and "
                        + base.name()));
    if (!settings.isQuick() && !group.baselineFlags().isEmpty()) {
      sentences.add(
          base.name()
              + " itself, which all these refer to: "
              + String.join(", ", words(group.baselineFlags())));
    }
    if (!settings.isQuick()) {
      sentences.addAll(group.remarks());
    }
    return sentences;
  }

  private static String remarks(Verdict verdict, List<Verdict> group, Settings settings) {
    List<String> remarks = new ArrayList<>();
    boolean isFirst =
        group.stream()
            .filter(other -> !Floor.isFloor(other.row()) && other.comparison().ratio() < 1)
            .findFirst()
            .filter(verdict::equals)
            .isPresent();
    boolean isAlone = group.stream().filter(Verdict::tiesWithBest).count() == 1;
    if (isFirst && isAlone && verdict.isDifferent()) {
      remarks.add("the fastest");
    } else if (verdict.tiesWithBest()) {
      remarks.add("no difference from the fastest shown");
    }
    remarks.addAll(remarks(verdict.comparison(), verdict.flags(), settings));
    return inBrackets(remarks);
  }

  private static List<String> remarks(Comparison comparison, Set<Flag> flags, Settings settings) {
    List<String> remarks = new ArrayList<>();
    if (comparison.precision() > settings.rounds().precision()) {
      remarks.add(
          comparison.precision() > 1
              ? "hardly known"
              : String.format(Locale.ROOT, "known to %.1f%% only", 100 * comparison.precision()));
    }
    remarks.addAll(words(flags));
    return remarks;
  }

  private static String inBrackets(List<String> remarks) {
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
    List<Pair> pairs = new ArrayList<>();
    for (Combination row : all.all()) {
      if (row.side() == Side.THIS) {
        all.otherSide(row)
            .filter(other -> all.row(other).roundsWith(all.row(row)) > 1)
            .ifPresent(
                other ->
                    pairs.add(new Pair(row.title() + " " + label, all.row(other), all.row(row))));
      }
    }
    return Pair.verdicts(pairs).stream()
        .map(verdict -> sentence(verdict, "itself without", "what it takes without", settings))
        .toList();
  }

  /**
   * A verdict on a pair with what to know of it.
   *
   * @param other what it is compared with
   * @param roughly the same in a first look
   */
  static String sentence(Verdict verdict, String other, String roughly, Settings settings) {
    return settings.isQuick()
        ? verdict.roughly(roughly)
        : verdict.sentence(other)
            + inBrackets(remarks(verdict.comparison(), verdict.flags(), settings));
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
    List<Boolean> differ = Holm.differ(ratios);
    List<Integer> failed =
        IntStream.range(0, controls.size())
            .filter(differ::get)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> ratios.get(i).probability()))
            .toList();
    if (!failed.isEmpty()) {
      int worst = failed.get(0);
      return Optional.of(
          String.format(
              Locale.ROOT,
              "The control failed in %d of %d groups, first of all in %s: its baseline measured"
                  + " twice comes out as %s of itself %s; this machine was too noisy to rank so"
                  + " closely: run again when it is quiet",
              failed.size(),
              controls.size(),
              controls.get(worst).place().group(),
              intervals.get(worst).text(ratios.get(worst).ratio()),
              intervals.get(worst)));
    }
    double farthest =
        ratios.stream().mapToDouble(ratio -> Math.abs(ratio.ratio() - 1)).max().orElse(0);
    double precision = ratios.stream().mapToDouble(Comparison::precision).max().orElse(0);
    if (precision > MAX_CONTROL_PRECISION) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "The control says little: measured twice, a baseline shows no difference from itself,"
                  + " but is known to %s only; take more forks (-f) or longer ones",
              precision > 1
                  ? "a factor of more than two"
                  : String.format(Locale.ROOT, "%.0f%%", 100 * precision)));
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "The control holds: measured twice, %s (at most %.1f%% apart, known to %.1f%%)",
            controls.size() == 1
                ? "the baseline shows no difference from itself"
                : "none of " + controls.size() + " baselines shows a difference from itself",
            100 * farthest,
            100 * precision));
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
        group.terminal().lines().forEach(line -> lines.add("#   " + line));
        if (!group.legend().isEmpty()) {
          lines.add("#   " + group.legend());
        }
        lines.add("# Verdicts on " + group.title() + ":");
        group.sentences().forEach(sentence -> lines.add("#   " + sentence));
      }
    }
    lines.addAll(section("# Ranks that change with the binding:", byBinding));
    lines.addAll(section("# Verdicts on parts and the whole:", parts));
    lines.addAll(section("# Verdicts on the two sides:", sides));
    control.ifPresent(sentence -> lines.addAll(List.of("", "# " + sentence)));
    return lines;
  }

  private static List<String> section(String title, List<String> sentences) {
    List<String> lines = new ArrayList<>();
    if (!sentences.isEmpty()) {
      lines.addAll(List.of("", title));
      sentences.forEach(sentence -> lines.add("#   " + sentence));
    }
    return lines;
  }
}
