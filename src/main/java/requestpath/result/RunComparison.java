package requestpath.result;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import requestpath.result.ComparedVariant.Outcome;
import requestpath.result.PairBlock.Named;
import requestpath.result.VariantPair.Member;
import requestpath.result.VariantPair.PairJudgement;

/**
 * Two runs, or the two sides of one run, compared variant by variant. In two runs, variants of ours
 * are compared by their ratios to the baseline of their own run, so that a machine that was slower
 * that day has slowed both; all others, and those that are alone in their group, by their times.
 * The sides of one run were measured in the same rounds and are compared by their times. Intervals
 * are simultaneous over all variants.
 *
 * @param groups of the variants on both sides, in the order of the new side
 * @param onlyOld the variants that the old side alone has
 * @param onlyNew the variants that the new side alone has
 * @param noise a difference no larger than this fraction is none
 */
public record RunComparison(
    List<ComparedGroup> groups, List<String> onlyOld, List<String> onlyNew, double noise) {
  /** Differences up to this fraction are ignored if nothing else is asked for. */
  public static final double NOISE = 0.01;

  /**
   * Compares two runs.
   *
   * @param noise a difference no larger than this fraction is none
   * @throws ResultException when they cannot be compared: other units, or nothing in common
   */
  public static RunComparison of(RecordedRun old, RecordedRun now, double noise)
      throws ResultException {
    Map<RowKey, Member> before = new LinkedHashMap<>();
    Map<RowKey, Member> after = new LinkedHashMap<>();
    members(old).forEach(member -> before.put(key(member), member));
    members(now).forEach(member -> after.put(key(member), member));
    return of(
        before,
        after,
        noise,
        false,
        old.path() + " and " + now.path() + " have no variant in common: nothing can be compared");
  }

  /**
   * Compares the base of a run with its candidate.
   *
   * @param noise a difference no larger than this fraction is none
   * @throws ResultException when the run has one side only
   */
  public static RunComparison ofSides(RecordedRun run, double noise) throws ResultException {
    Map<RowKey, Member> base = new LinkedHashMap<>();
    Map<RowKey, Member> candidate = new LinkedHashMap<>();
    for (Member member : members(run)) {
      RowKey key = key(member);
      (key.side().equals(RowKey.AGAINST) ? base : candidate).put(key.withoutSide(), member);
    }
    return of(
        base,
        candidate,
        noise,
        true,
        run.path()
            + " has one side only: name two runs, OLD and NEW, or a run that was made with"
            + " --against-jar, --against-jvm or --against-args");
  }

  private static RunComparison of(
      Map<RowKey, Member> before,
      Map<RowKey, Member> after,
      double noise,
      boolean isOfSides,
      String nothing)
      throws ResultException {
    List<VariantPair> pairs = new ArrayList<>();
    List<String> onlyNew = new ArrayList<>();
    boolean isLong = RowKey.haveTwins(before.keySet()) || RowKey.haveTwins(after.keySet());
    for (Map.Entry<RowKey, Member> entry : after.entrySet()) {
      String title = entry.getKey().title(isLong);
      Member there = before.remove(entry.getKey());
      Member here = entry.getValue();
      if (there == null) {
        onlyNew.add(title);
        continue;
      }
      requireSameUnit(title, there, here);
      pairs.add(isOfSides ? VariantPair.ofSides(there, here) : VariantPair.ofRuns(there, here));
    }
    List<String> onlyOld = new ArrayList<>();
    before.keySet().forEach(key -> onlyOld.add(key.title(isLong)));
    if (pairs.isEmpty()) {
      throw new ResultException(nothing);
    }
    return new RunComparison(judged(PairBlock.of(pairs), noise), onlyOld, onlyNew, noise);
  }

  private static void requireSameUnit(String title, Member old, Member now) throws ResultException {
    String before = old.row().measurement().unit();
    String after = now.row().measurement().unit();
    if (!before.equals(after)) {
      throw new ResultException(
          title
              + " is in "
              + before
              + " in the old run and in "
              + after
              + " in the new one: measure both in one unit (-tu)");
    }
  }

  /** All pairs, judged at once. */
  private static List<ComparedGroup> judged(List<PairBlock> blocks, double noise) {
    List<VariantPair> judged =
        blocks.stream()
            .flatMap(block -> block.variants().stream())
            .map(Named::pair)
            .filter(pair -> pair.comparison() != null)
            .toList();
    List<Comparison> comparisons =
        judged.stream().flatMap(pair -> Stream.ofNullable(pair.comparison())).toList();
    Iterator<Interval> intervals = Holm.intervals(comparisons).iterator();
    Iterator<Boolean> differ = Holm.differ(comparisons).iterator();
    // Pairs with a comparison have one of their times, too.
    Iterator<Boolean> differRaw =
        Holm.differ(judged.stream().flatMap(pair -> Stream.ofNullable(pair.raw())).toList())
            .iterator();
    List<ComparedGroup> groups = new ArrayList<>();
    for (PairBlock block : blocks) {
      List<ComparedVariant> variants = new ArrayList<>();
      for (Named named : block.variants()) {
        PairJudgement judgement =
            named.pair().comparison() == null
                ? new PairJudgement(null, false, false, noise)
                : new PairJudgement(intervals.next(), differ.next(), differRaw.next(), noise);
        variants.add(
            named.pair().judged(named.name(), block.title() + ": " + named.name(), judgement));
      }
      RankedGroup first = block.variants().get(0).pair().now().group();
      groups.add(
          new ComparedGroup(
              block.title(), first.unit(), first.isThroughput(), List.copyOf(variants)));
    }
    return List.copyOf(groups);
  }

  /** All variants, in the order of their groups. */
  public List<ComparedVariant> variants() {
    return groups.stream().flatMap(group -> group.variants().stream()).toList();
  }

  /**
   * The variants that count as regressions: those that are shown to be slower, by Holm's test over
   * all variants and by more than the noise, and whose ratio is at least one more than a fraction.
   * Where the interval ends is not asked. If the baseline moved, the time must have grown as much,
   * too: else the ratio only shows that the baseline became faster.
   */
  public List<ComparedVariant> regressions(double atLeast) {
    return variants().stream()
        .filter(ComparedVariant::isSlower)
        .filter(variant -> variant.ratio() >= 1 + atLeast)
        .filter(variant -> !variant.hasMovedBaseline() || variant.rawTime() >= 1 + atLeast)
        .toList();
  }

  /** The variants on which a difference is shown. */
  public List<ComparedVariant> changes() {
    return groups.stream().flatMap(group -> group.changes().stream()).toList();
  }

  /** The baselines whose own time moved by more than the noise. */
  public List<ComparedVariant> movedBaselines() {
    return variants().stream()
        .filter(variant -> variant.outcome() == Outcome.BASELINE)
        .filter(ComparedVariant::hasMovedBaseline)
        .toList();
  }

  /** How many variants have an interval that says something. */
  public long judged() {
    return variants().stream().filter(ComparedVariant::isJudged).count();
  }

  private static RowKey key(Member member) {
    return member.row().measurement().key();
  }

  /** All variants of a run, none twice. */
  private static List<Member> members(RecordedRun run) throws ResultException {
    Map<RowKey, Member> members = new LinkedHashMap<>();
    for (RankedGroup group : Judge.groups(run, 0, "")) {
      for (RankedVariant row : group.rows()) {
        RowKey key = row.measurement().key();
        if (members.put(key, new Member(group, row)) != null) {
          throw new ResultException(
              run.path() + " holds " + key.title(true) + " twice: which one is meant?");
        }
      }
    }
    return List.copyOf(members.values());
  }
}
