package requestpath.result;

import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import requestpath.result.ComparedVariant.Outcome;

/**
 * Variants that are compared under one heading.
 *
 * @param title what is the same for all of them: benchmark, parameters and mode
 * @param unit of their values
 * @param isThroughput whether more of it is better
 * @param variants at least one, in the order of the new side
 */
public record ComparedGroup(
    String title, String unit, boolean isThroughput, List<ComparedVariant> variants) {

  /**
   * What all ratios refer to; empty where they are ratios of times, or do not have one baseline.
   */
  public String baseline() {
    Set<String> baselines =
        variants.stream().map(ComparedVariant::baseline).collect(Collectors.toSet());
    return baselines.size() == 1 ? baselines.iterator().next() : "";
  }

  /** The variants with a difference: those that are slower first, the largest change first. */
  public List<ComparedVariant> changes() {
    return variants.stream()
        .filter(ComparedVariant::isChange)
        .sorted(
            Comparator.comparing(ComparedVariant::outcome)
                .thenComparing(
                    Comparator.comparingDouble(
                            (ComparedVariant variant) -> Math.abs(Math.log(variant.ratio())))
                        .reversed()))
        .toList();
  }

  /** The variants with an outcome. */
  public List<ComparedVariant> with(Outcome outcome) {
    return variants.stream().filter(variant -> variant.outcome() == outcome).toList();
  }

  /** The widest interval of the variants of which no difference is shown. */
  public Optional<Interval> widest() {
    return with(Outcome.NO_DIFFERENCE).stream()
        .flatMap(variant -> Optional.ofNullable(variant.interval()).stream())
        .max(Comparator.comparingDouble(interval -> interval.high() / interval.low()));
  }

  /**
   * Ratios together.
   *
   * @param count how many
   * @param ratio their geometric mean
   */
  public record Mean(long count, double ratio) {}

  /**
   * The geometric mean of the ratios that are judged, or where none is, of the ratios of times;
   * empty for fewer than two.
   */
  public Optional<Mean> mean() {
    return mean(ComparedVariant::isJudged)
        .or(() -> mean(variant -> variant.outcome() == Outcome.TOO_FEW_FORKS));
  }

  private Optional<Mean> mean(Predicate<ComparedVariant> which) {
    DoubleSummaryStatistics logs =
        variants.stream()
            .filter(which)
            .mapToDouble(variant -> Math.log(variant.ratio()))
            .filter(Double::isFinite)
            .summaryStatistics();
    return logs.getCount() < 2
        ? Optional.empty()
        : Optional.of(new Mean(logs.getCount(), Math.exp(logs.getAverage())));
  }
}
