package requestpath.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import requestpath.result.ComparedGroup;
import requestpath.result.ComparedVariant;
import requestpath.result.ComparedVariant.Outcome;
import requestpath.result.Interval;
import requestpath.result.RunComparison;
import requestpath.text.Figures;

/**
 * A comparison in words, which are the same on the terminal and in Markdown.
 *
 * @param comparison what is shown
 * @param regressions the variants that count as regressions
 * @param differences how the runs differ beside their variants, in sentences
 * @param oldName what the old side is called
 * @param newName what the new side is called
 */
record ComparisonWords(
    RunComparison comparison,
    List<ComparedVariant> regressions,
    List<String> differences,
    String oldName,
    String newName) {
  private static final int LONGEST_TITLE = 400;

  /** What is said before the names of variants that need no line each. */
  private static final Map<Outcome, String> FOLDED = new EnumMap<>(Outcome.class);

  static {
    FOLDED.put(Outcome.NO_DIFFERENCE, "No difference shown");
    FOLDED.put(Outcome.INCONCLUSIVE, "Inconclusive");
    FOLDED.put(Outcome.NO_FIGURE, "No figure");
  }

  /** The comparison in a sentence or two. */
  String summary() {
    List<ComparedVariant> changes = comparison.changes();
    long slower = changes.stream().filter(ComparedVariant::isSlower).count();
    long faster = changes.stream().filter(ComparedVariant::isFaster).count();
    long relative = changes.size() - slower - faster;
    String what =
        comparison.judged() == 0
            ? "Nothing can be judged: too few forks, or too much noise."
            : changes.isEmpty()
                ? "No difference shown in " + variants(comparison.judged()) + "."
                : "Of "
                    + variants(comparison.judged())
                    + " "
                    + slower
                    + " shown to be slower, "
                    + faster
                    + " to be faster."
                    + (relative == 0
                        ? ""
                        : " " + relative + " changed only relative to the baseline.");
    return what + (regressions.isEmpty() ? "" : " Regressions: " + regressions.size() + ".");
  }

  /** Such as {@code 3 variants}. */
  static String variants(long count) {
    return count + (count == 1 ? " variant" : " variants");
  }

  /** A sentence to begin with if a baseline moved; empty if none did. */
  String movedBaselines() {
    List<ComparedVariant> moved = comparison.movedBaselines();
    if (moved.isEmpty()) {
      return "";
    }
    double[] times = moved.stream().mapToDouble(ComparedVariant::rawTime).sorted().toArray();
    String range =
        Figures.ratio(times[0])
            + (times.length == 1 ? "" : " to " + Figures.ratio(times[times.length - 1]));
    return "The baseline moved in "
        + moved.size()
        + (moved.size() == 1 ? " group" : " groups")
        + ": it takes "
        + range
        + " its old time. A ratio to it does not show whether the variant itself became slower: see"
        + " the old and new times.";
  }

  /** How the variants were compared. */
  List<String> method() {
    List<ComparedVariant> all = comparison.variants();
    boolean hasRatios = all.stream().anyMatch(variant -> isCompared(variant, true));
    boolean hasTimes = all.stream().anyMatch(variant -> isCompared(variant, false));
    List<String> notes = new ArrayList<>();
    if (hasRatios) {
      notes.add(
          "Variants are compared by their ratios to the baseline of their own run, so that a slower"
              + " machine makes no variant slower. If the baseline moved, a variant is slower only"
              + " if its own time is shown to have grown, too");
    }
    if (hasTimes && isOfSides()) {
      notes.add("Both sides were measured in the same rounds and are compared by their times");
    } else if (hasTimes) {
      notes.add(
          (hasRatios ? "Variants without a baseline of their own in both runs" : "All variants")
              + " are compared by raw times, which also depend on the state of the machine;"
              + " --against-jar measures both in one run");
    }
    if (hasRatios || hasTimes) {
      notes.add(
          "Ratios are "
              + newName
              + "/"
              + oldName
              + ", of times, also for throughput: less is faster. Intervals are 95% confidence"
              + " intervals, adjusted for the number of variants. Holm's test over all variants"
              + " says which differ; it finds a little more than the intervals show. A difference"
              + " up to "
              + Figures.percent(comparison.noise())
              + " counts as noise");
    }
    return notes;
  }

  /** A side in a sentence. */
  String side(String name) {
    return "the " + name + (isOfSides() ? "" : " run");
  }

  private boolean isOfSides() {
    return !oldName.equals("old");
  }

  private static boolean isCompared(ComparedVariant variant, boolean isRatio) {
    return (variant.isJudged() || variant.outcome() == Outcome.INCONCLUSIVE)
        && variant.baseline().isEmpty() != isRatio;
  }

  /** What is the same for all variants of a group. */
  static String heading(ComparedGroup group) {
    String baseline = group.baseline();
    return Words.shortened(group.title(), LONGEST_TITLE)
        + (group.unit().isEmpty() ? "" : ", " + group.unit())
        + (baseline.isEmpty() ? "" : ", relative to " + baseline);
  }

  /**
   * The variants of a group that need a line each: the baseline if there is a change or it moved,
   * the changes, other allocations, and those with too few forks.
   */
  static List<ComparedVariant> lines(ComparedGroup group) {
    List<ComparedVariant> lines = new ArrayList<>(group.changes());
    group.variants().stream()
        .filter(variant -> variant.hasOtherAllocation() && !lines.contains(variant))
        .filter(variant -> variant.outcome() != Outcome.BASELINE)
        .forEach(lines::add);
    group.with(Outcome.TOO_FEW_FORKS).stream()
        .filter(variant -> !lines.contains(variant))
        .forEach(lines::add);
    List<ComparedVariant> baselines =
        group.with(Outcome.BASELINE).stream()
            .filter(
                variant ->
                    !lines.isEmpty() || variant.hasMovedBaseline() || variant.hasOtherAllocation())
            .toList();
    lines.addAll(0, baselines);
    return List.copyOf(lines);
  }

  /** All others of a group, in a sentence for each outcome. */
  static List<String> folded(ComparedGroup group) {
    List<ComparedVariant> lines = lines(group);
    List<String> sentences = new ArrayList<>();
    FOLDED.forEach(
        (outcome, words) -> {
          List<ComparedVariant> others =
              group.with(outcome).stream().filter(variant -> !lines.contains(variant)).toList();
          if (!others.isEmpty()) {
            String widest =
                outcome == Outcome.NO_DIFFERENCE
                    ? group.widest().map(Interval::toString).orElse("")
                    : "";
            sentences.add(
                words
                    + (widest.isEmpty() ? "" : " (widest interval " + widest + ")")
                    + ": "
                    + others.stream()
                        .map(
                            variant ->
                                ComparisonCells.name(variant)
                                    + (outcome == Outcome.INCONCLUSIVE
                                        ? " (" + variant.forks() + " forks)"
                                        : ""))
                        .collect(Collectors.joining(", ")));
          }
        });
    return sentences;
  }

  /** The variants that one side alone has. */
  static List<String> only(List<String> titles) {
    return titles.stream().map(title -> Words.shortened(title, LONGEST_TITLE)).toList();
  }

  /** What is shown of a variant, whether it counts as a regression, and its warnings. */
  List<String> words(ComparedGroup group, ComparedVariant variant) {
    List<String> words = new ArrayList<>();
    String baseline = variant.baseline();
    String relative =
        baseline.isEmpty() || !group.baseline().isEmpty() ? "" : " relative to " + baseline;
    words.add(
        switch (variant.outcome()) {
          case SLOWER -> "SLOWER" + relative;
          case FASTER -> "faster" + relative;
          case SLOWER_THAN_BASELINE_ONLY -> "slower relative to " + baseline + " only";
          case FASTER_THAN_BASELINE_ONLY -> "faster relative to " + baseline + " only";
          case NO_DIFFERENCE -> "no difference shown";
          case INCONCLUSIVE -> "inconclusive (" + variant.forks() + " forks)";
          case TOO_FEW_FORKS -> "not judged: too few forks";
          case NO_FIGURE -> "no figure";
          case BASELINE -> "the baseline";
        });
    if (regressions.contains(variant)) {
      words.add("a REGRESSION");
    }
    if (variant.isOnlyByHolm() && variant.isChange()) {
      words.add(Words.ONLY_BY_HOLM);
    }
    words.addAll(Words.flags(variant.flags()));
    return words;
  }

  /** The regressions, each in a sentence without a full stop. */
  List<String> regressionSentences() {
    return regressions.stream()
        .map(
            variant ->
                Words.shortened(variant.title(), LONGEST_TITLE)
                    + ": "
                    + ComparisonCells.ratio(variant)
                    + " "
                    + ComparisonCells.interval(variant))
        .toList();
  }
}
