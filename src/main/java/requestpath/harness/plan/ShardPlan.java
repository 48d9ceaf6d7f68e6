package requestpath.harness.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import requestpath.harness.api.UsageException;

/**
 * Splits a plan into shards for several machines. A ranking group is never divided, because its
 * ratios must come from one machine; groups that are parts of each other stay together as well. The
 * split depends on the plan alone, so every machine finds the same.
 *
 * <p>The longest units are assigned first, each to the shard with the least work so far. The
 * longest shard then takes at most 4/3 - 1/(3N) times as long as with the best split (R. L. Graham,
 * Bounds on Multiprocessing Timing Anomalies, SIAM Journal on Applied Mathematics 17(2), 1969).
 *
 * @param shards at least one, each with at least one unit, in the order of the plan
 */
public record ShardPlan(List<List<Unit>> shards) {
  /** How many cores a machine is expected to have: warm-ups run on all of them. */
  private static final int CORES = 2;

  private static final int MINUTE = 60;

  /**
   * Groups that must stay on one machine.
   *
   * @param groups their titles
   * @param variants of these groups, with controls and other sides
   * @param expected the time of their minimum forks on a machine with two cores
   */
  public record Unit(List<String> groups, List<PlannedVariant> variants, Duration expected) {
    private static Unit of(List<PlannedVariant> variants) {
      return new Unit(
          variants.stream().map(planned -> planned.member().group()).distinct().toList(),
          List.copyOf(variants),
          variants.stream().map(ShardPlan::expected).reduce(Duration.ZERO, Duration::plus));
    }
  }

  /**
   * Splits a plan.
   *
   * @param count how many shards
   * @throws UsageException when there are fewer units than shards, or no shards
   */
  public static ShardPlan of(Plan plan, int count) throws UsageException {
    Shard.requireSome("--shard-plan " + count, count);
    List<Unit> units = units(plan.supported());
    if (count > units.size()) {
      throw new UsageException(
          count
              + " shards are too many: a ranking group is never divided, so this selection has at"
              + " most "
              + units.size());
    }
    List<Integer> byTime =
        IntStream.range(0, units.size())
            .boxed()
            .sorted(
                Comparator.comparing((Integer unit) -> units.get(unit).expected())
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    List<List<Integer>> shards = new ArrayList<>();
    List<Duration> loads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      shards.add(new ArrayList<>());
      loads.add(Duration.ZERO);
    }
    for (int unit : byTime) {
      int least =
          IntStream.range(0, count).boxed().min(Comparator.comparing(loads::get)).orElseThrow();
      shards.get(least).add(unit);
      loads.set(least, loads.get(least).plus(units.get(unit).expected()));
    }
    return new ShardPlan(
        shards.stream().map(shard -> shard.stream().sorted().map(units::get).toList()).toList());
  }

  /** In the order of the plan. */
  private static List<Unit> units(List<PlannedVariant> variants) {
    Map<String, List<PlannedVariant>> groups = new LinkedHashMap<>();
    variants.forEach(
        planned ->
            groups
                .computeIfAbsent(planned.member().group(), none -> new ArrayList<>())
                .add(planned));
    List<List<PlannedVariant>> units = new ArrayList<>();
    for (List<PlannedVariant> group : groups.values()) {
      List<PlannedVariant> unit = new ArrayList<>(group);
      for (List<PlannedVariant> earlier : List.copyOf(units)) {
        if (areParts(earlier, group)) {
          unit.addAll(0, earlier);
          units.remove(earlier);
        }
      }
      units.add(unit);
    }
    return units.stream().map(Unit::of).toList();
  }

  private static boolean areParts(List<PlannedVariant> one, List<PlannedVariant> other) {
    return one.stream()
        .anyMatch(
            part -> other.stream().anyMatch(whole -> part.isPartOf(whole) || whole.isPartOf(part)));
  }

  /** Forks that take turns warm up on all cores and are measured one after the other. */
  private static Duration expected(PlannedVariant planned) {
    Recipe recipe = planned.recipe();
    Duration warmUp = recipe.warmup().plus(Recipe.START);
    Duration fork =
        recipe
            .measurement()
            .plus(recipe.takesTurns() ? warmUp.dividedBy(CORES) : warmUp)
            .plus(recipe.nominal().plus(Recipe.START).multipliedBy(recipe.warmupForks()));
    return fork.multipliedBy(recipe.forks());
  }

  /**
   * The part of a plan that a shard measures. The first shard also names what is skipped in groups
   * that no shard has.
   */
  public Plan part(Plan plan, Shard shard) {
    List<List<String>> groups = groups();
    Predicate<PlannedVariant> isHere =
        planned -> groups.get(shard.index() - 1).contains(planned.member().group());
    Predicate<PlannedVariant> isNowhere =
        planned -> groups.stream().noneMatch(shared -> shared.contains(planned.member().group()));
    return new Plan(
        plan.supported().stream().filter(isHere).toList(),
        plan.skipped().stream().filter(shard.index() == 1 ? isHere.or(isNowhere) : isHere).toList(),
        plan.unnamed());
  }

  /** The titles of the groups of each shard. */
  public List<List<String>> groups() {
    return shards.stream()
        .map(shard -> shard.stream().flatMap(unit -> unit.groups().stream()).toList())
        .toList();
  }

  /**
   * The expected time of a shard.
   *
   * @param index from 1 on
   */
  public Duration expected(int index) {
    return shards.get(index - 1).stream().map(Unit::expected).reduce(Duration.ZERO, Duration::plus);
  }

  /** What {@code --shard-plan} prints. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    int count = shards.size();
    Duration all = Duration.ZERO;
    Duration longest = Duration.ZERO;
    for (int shard = 1; shard <= count; shard++) {
      Duration time = expected(shard);
      all = all.plus(time);
      longest = longest.compareTo(time) < 0 ? time : longest;
      List<Unit> units = shards.get(shard - 1);
      lines.add(
          "Shard "
              + shard
              + "/"
              + count
              + ": "
              + inWords(time)
              + ", "
              + variants(units.stream().flatMap(unit -> unit.variants().stream()).toList()));
      for (Unit unit : units) {
        lines.add("  " + inWords(unit.expected()) + "  " + String.join("; ", unit.groups()));
      }
    }
    lines.add(
        "The longest shard takes "
            + inWords(longest)
            + ", all together "
            + inWords(all)
            + ": expected times of the minimum forks on machines with "
            + CORES
            + " cores");
    return lines;
  }

  private static String variants(List<PlannedVariant> planned) {
    long count = planned.stream().filter(variant -> !variant.isControl()).count();
    return count == 1 ? "1 variant" : count + " variants";
  }

  private static String inWords(Duration time) {
    double seconds = time.toMillis() / 1e3;
    return seconds < 2 * MINUTE
        ? Math.max(1, Math.round(seconds)) + " s"
        : Math.round(seconds / MINUTE) + " min";
  }
}
