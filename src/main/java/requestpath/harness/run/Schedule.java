package requestpath.harness.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import requestpath.harness.plan.PlannedVariant;
import requestpath.harness.plan.Rounds;
import requestpath.result.Race;
import requestpath.result.Stopping;

/**
 * Which variants get a fork in which round, and in what order. The number of forks depends on how
 * well a ratio is known, never on the ratio itself.
 */
final class Schedule {
  /** With a time limit, one in this many undecided variants gets the next fork. */
  private static final int SHARE_OF_WIDEST = 3;

  /** Makes the orders of rounds with neighbouring seeds differ. */
  private static final long ROUND_STEP = 0x9E3779B97F4A7C15L;

  private final Groups groups;
  private final Rounds rounds;
  private final boolean isFixed;
  private final Map<PlannedVariant, Integer> failures = new HashMap<>();
  private final Set<PlannedVariant> retries = new HashSet<>();

  /**
   * The schedule of a run.
   *
   * @param isFixed whether every variant gets exactly the forks of its recipe
   */
  Schedule(Groups groups, Rounds rounds, boolean isFixed) {
    this.groups = groups;
    this.rounds = rounds;
    this.isFixed = isFixed;
  }

  /**
   * The variants that get a fork in a round, in their order; empty when the run is done.
   *
   * @param round from 1 on
   */
  List<PlannedVariant> round(int round) {
    return round(round, 0);
  }

  /**
   * The variants that get a fork in a round when rounds before it have not run: while they have
   * fewer than their minimum, those that will still have fewer; later, those that are not decided
   * now. None with a time limit, which may end the run in between.
   *
   * @param round from 1 on
   * @param ahead how many rounds before it have not run
   */
  List<PlannedVariant> round(int round, int ahead) {
    List<PlannedVariant> order = new ArrayList<>();
    if (ahead > 0 && rounds.timeLimit().isPresent()) {
      return order;
    }
    for (PlannedVariant planned : groups.all()) {
      if (isOpen(planned, round) && wantsFork(planned, round, ahead)) {
        order.add(planned);
      }
    }
    if (rounds.timeLimit().isPresent() && !rounds.isRace()) {
      order = widest(order);
    }
    addPartners(order, round);
    // Random alone gives similar orders for neighbouring seeds.
    long drawn = new SplittableRandom(rounds.seed() + round * ROUND_STEP).nextLong();
    Collections.shuffle(order, new Random(drawn));
    return order;
  }

  /**
   * Whether it can have a fork in a round. One that missed its turns cannot take them later: forks
   * of the same round have the same time.
   */
  private boolean isOpen(PlannedVariant planned, int round) {
    return !groups.forks(planned).containsKey(round)
        && !(planned.recipe().takesTurns() && groups.hasPartnerIn(round, planned));
  }

  /**
   * Adds baselines and other partners, and to a baseline all others: a fork without them would be
   * part of no ratio. In a race nothing but the fastest matters after the first rounds.
   */
  private void addPartners(List<PlannedVariant> order, int round) {
    for (PlannedVariant planned : List.copyOf(order)) {
      if (rounds.isRace() && groups.forks(planned).size() >= planned.forks()) {
        continue;
      }
      List<PlannedVariant> partners = groups.partners(planned);
      boolean isPaired = partners.stream().anyMatch(order::contains);
      List<PlannedVariant> needed = isPaired ? groups.references(planned) : partners;
      needed.stream()
          .filter(partner -> !order.contains(partner) && !hasFailed(partner))
          .filter(partner -> !groups.forks(partner).containsKey(round))
          .forEach(order::add);
    }
  }

  private boolean wantsFork(PlannedVariant planned, int round, int ahead) {
    if (hasFailed(planned)) {
      return false;
    }
    int have = groups.forks(planned).size();
    if (have + ahead < planned.forks() || (ahead == 0 && retries.contains(planned))) {
      return true;
    }
    boolean isTooEarly = ahead > 0 && have < planned.forks();
    if (isFixed || isTooEarly || have + ahead >= rounds.maximum(planned.forks())) {
      return false;
    }
    return rounds.isRace() ? isRacing(planned, round - 1) : !rests(planned);
  }

  /** Whether it may be the fastest of its group by the rounds so far, and that is still open. */
  private boolean isRacing(PlannedVariant planned, int round) {
    Race race = groups.race(planned, round);
    return !planned.isControl()
        && race.isLeading(planned.member().name())
        && !race.isOver(rounds.precision());
  }

  /** Whether a variant needs no more forks, or may have no more. */
  boolean rests(PlannedVariant planned) {
    int have = groups.forks(planned).size();
    if (isFixed || have < planned.forks()) {
      return have >= planned.forks();
    }
    int maximum = rounds.maximum(planned.forks());
    if (rounds.isRace()) {
      return have >= maximum || !isRacing(planned, Integer.MAX_VALUE);
    }
    return groups.isDecided(
        planned, new Stopping(planned.forks(), maximum, rounds.precision()), failedRows());
  }

  /** The state of a variant: failed, decided, or how well its ratio is known; else empty. */
  String state(PlannedVariant planned) {
    if (hasFailed(planned)) {
      return "failed";
    }
    if (rounds.isRace()) {
      return groups
          .race(planned, Integer.MAX_VALUE)
          .left(planned.member().name())
          .map(left -> String.format(Locale.ROOT, "slower, at least %.2fx", left.atLeast()))
          .orElse("");
    }
    boolean isCompared = !groups.references(planned).isEmpty();
    if (!rests(planned) || isFixed || !isCompared) {
      return "";
    }
    double width = groups.width(planned);
    return width <= rounds.precision()
        ? "decided"
        : String.format(
            Locale.ROOT, "±%.1f%% (target ±%.1f%%)", 100 * width, 100 * rounds.precision());
  }

  /** With a time limit: the variants with the widest intervals, and their partners. */
  private List<PlannedVariant> widest(Collection<PlannedVariant> undecided) {
    boolean isEarly = undecided.stream().anyMatch(each -> groups.forks(each).size() < each.forks());
    if (isEarly) {
      return new ArrayList<>(undecided);
    }
    Set<PlannedVariant> chosen = new HashSet<>();
    boolean hasOthers = undecided.stream().anyMatch(each -> !each.isBaseline());
    undecided.stream()
        .filter(each -> !each.isBaseline() || !hasOthers)
        .sorted(Comparator.comparingDouble(groups::width).reversed())
        .limit(Math.max(1, undecided.size() / SHARE_OF_WIDEST))
        .forEach(
            each -> {
              chosen.add(each);
              chosen.addAll(groups.references(each));
            });
    return new ArrayList<>(undecided.stream().filter(chosen::contains).toList());
  }

  /**
   * Counts a failed fork.
   *
   * @param isFinal whether another try would fail as well
   * @return whether the variant gets another try in a later round
   */
  boolean failed(PlannedVariant planned, boolean isFinal) {
    int times = failures.merge(planned, isFinal ? 2 : 1, Integer::sum);
    boolean isRetried = times < 2 && retries.add(planned);
    if (!isRetried) {
      retries.remove(planned);
    }
    return isRetried;
  }

  /** Counts a successful fork. */
  void succeeded(PlannedVariant planned) {
    if (groups.forks(planned).size() >= planned.forks()) {
      retries.remove(planned);
    }
  }

  /** Whether a variant gets no more forks because they fail. */
  boolean hasFailed(PlannedVariant planned) {
    return failures.getOrDefault(planned, 0) > 1;
  }

  private List<PlannedVariant> failedRows() {
    return groups.all().stream().filter(this::hasFailed).toList();
  }

  /** The minimum number of forks that are missing. */
  int remaining() {
    return groups.all().stream().filter(each -> !hasFailed(each)).mapToInt(this::missing).sum();
  }

  private int missing(PlannedVariant planned) {
    int have = groups.forks(planned).size();
    return have < planned.forks() ? planned.forks() - have : rests(planned) ? 0 : 1;
  }

  /** The minimum time of the missing forks, by the recipes alone. */
  Duration nominal() {
    return groups.all().stream()
        .filter(each -> !hasFailed(each))
        .map(each -> each.recipe().nominal().multipliedBy(missing(each)))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
