package requestpath.result;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import requestpath.result.ComparedVariant.Figure;
import requestpath.result.ComparedVariant.Outcome;

/**
 * A variant on two sides that waits to be judged beside all others.
 *
 * @param old on the old side
 * @param now on the new side
 * @param baseline that ratios refer to; empty where times are compared
 * @param comparison of the ratios to the baselines, or of the times; null where forks are too few
 * @param raw of the times, whatever is compared; null where forks are too few
 * @param baselineTime of new to old of the baseline; NaN where times are compared
 */
record VariantPair(
    Member old,
    Member now,
    String baseline,
    @Nullable Comparison comparison,
    @Nullable Comparison raw,
    double baselineTime) {

  /** A variant and the group that it is compared in. */
  record Member(RankedGroup group, RankedVariant row) {
    /** The baseline's forks when the group has one that was decided before the run. */
    private @Nullable Row baseline() {
      return group.isDecided() ? group.baselineRow().map(RankedVariant::forks).orElse(null) : null;
    }

    private boolean isBaseline() {
      return baseline() != null && group.isBaseline(row);
    }

    private Figure figure() {
      return new Figure(row.value(), row.measurement().allocation(), row.count());
    }
  }

  /** Of two runs: by ratios to the baseline that both groups have, else by times. */
  static VariantPair ofRuns(Member old, Member now) {
    Row oldRow = old.row.forks();
    Row newRow = now.row.forks();
    Comparison raw = raw(oldRow, newRow);
    Row oldBase = old.baseline();
    Row newBase = now.baseline();
    if (oldBase == null || newBase == null || !oldBase.name().equals(newBase.name())) {
      return new VariantPair(old, now, "", raw, raw, Double.NaN);
    }
    Comparison before = oldRow == null ? null : oldRow.comparedWith(oldBase).orElse(null);
    Comparison after = newRow == null ? null : newRow.comparedWith(newBase).orElse(null);
    Comparison ofRatios =
        before == null || after == null || (old.isBaseline() && now.isBaseline())
            ? null
            : after.dividedBy(before);
    return new VariantPair(old, now, newBase.name(), ofRatios, raw, newBase.ratioTo(oldBase));
  }

  /** Of the two sides of one run: by times, from the rounds that hold both. */
  static VariantPair ofSides(Member base, Member candidate) {
    Row old = base.row.forks();
    Row now = candidate.row.forks();
    Comparison raw = old == null || now == null ? null : now.comparedWith(old).orElse(null);
    return new VariantPair(base, candidate, "", raw, raw, Double.NaN);
  }

  private static @Nullable Comparison raw(@Nullable Row old, @Nullable Row now) {
    if (old == null || now == null || old.forks().size() < 2 || now.forks().size() < 2) {
      return null;
    }
    return old.statistic() == now.statistic()
        ? Comparison.of(now.sample(), old.sample())
        : Comparison.of(now.byMeans().sample(), old.byMeans().sample());
  }

  /** Whether it is the baseline that others are compared by. */
  private boolean isBaseline() {
    return !baseline.isEmpty() && old.isBaseline() && now.isBaseline();
  }

  /** Whether the baseline's own time moved by more than the noise. */
  private boolean hasMovedBaseline(double noise) {
    return Math.abs(Math.log(baselineTime)) > Math.log1p(noise);
  }

  /** The time of the new side relative to the old one; NaN when there is none. */
  private double rawTime() {
    Row oldRow = old.row.forks();
    Row newRow = now.row.forks();
    return raw != null
        ? raw.ratio()
        : oldRow == null || newRow == null ? Double.NaN : newRow.ratioTo(oldRow);
  }

  /**
   * The variant, judged.
   *
   * @param name within its group
   * @param title the title of the group and the name
   * @param judgement beside all others
   */
  ComparedVariant judged(String name, String title, PairJudgement judgement) {
    Interval interval = judgement.interval();
    Outcome outcome = outcome(judgement);
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    if (comparison != null && outcome != Outcome.INCONCLUSIVE) {
      flags.addAll(old.row.flags());
      flags.addAll(now.row.flags());
      flags.remove(Flag.RANK_DIFFERS_BY_MEAN);
    }
    return new ComparedVariant(
        name,
        title,
        outcome,
        baseline,
        hasMovedBaseline(judgement.noise()),
        old.figure(),
        now.figure(),
        rawTime(),
        comparison == null ? rawTime() : comparison.ratio(),
        interval,
        interval != null && judgement.differs() && interval.contains(1),
        flags);
  }

  private Outcome outcome(PairJudgement judgement) {
    if (isBaseline()) {
      return Outcome.BASELINE;
    }
    if (comparison == null) {
      return old.row.count() > 0 && now.row.count() > 0 ? Outcome.TOO_FEW_FORKS : Outcome.NO_FIGURE;
    }
    Interval interval = judgement.interval();
    if (!judgement.differs() && interval != null && interval.isInconclusive()) {
      return Outcome.INCONCLUSIVE;
    }
    double noise = judgement.noise();
    if (!judgement.differs() || Math.abs(Math.log(comparison.ratio())) <= Math.log1p(noise)) {
      return Outcome.NO_DIFFERENCE;
    }
    boolean isSlower = comparison.ratio() > 1;
    double time = Math.log(rawTime()) * (isSlower ? 1 : -1);
    boolean isOwn =
        hasMovedBaseline(noise) ? judgement.differsRaw() && time > Math.log1p(noise) : time >= 0;
    if (isSlower) {
      return isOwn ? Outcome.SLOWER : Outcome.SLOWER_THAN_BASELINE_ONLY;
    }
    return isOwn ? Outcome.FASTER : Outcome.FASTER_THAN_BASELINE_ONLY;
  }

  /**
   * What is shown of a pair beside all others.
   *
   * @param interval of what is compared; null where there is no comparison
   * @param differs whether Holm's test over all pairs shows a difference
   * @param differsRaw the same of the times alone
   * @param noise a difference no larger than this fraction is none
   */
  record PairJudgement(
      @Nullable Interval interval, boolean differs, boolean differsRaw, double noise) {}
}
