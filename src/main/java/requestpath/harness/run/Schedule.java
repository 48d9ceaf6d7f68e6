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
import java.util.stream.Stream;
import requestpath.harness.plan.PlannedRow;
import requestpath.harness.plan.Rounds;
import requestpath.result.Stopping;

/**
 * Which rows get a fork in which round, and in what order. Never does a row get more or fewer
 * because of what its ratio is, only because of how well it is known.
 */
final class Schedule {
  /** Of rows that are not decided when time is short, one in so many gets the next fork. */
  private static final int SHARE_OF_WIDEST = 3;

  /** Keeps the orders of rounds apart whose seeds are neighbours. */
  private static final long ROUND_STEP = 0x9E3779B97F4A7C15L;

  private final Groups groups;
  private final Rounds rounds;
  private final boolean isFixed;
  private final Map<PlannedRow, Integer> failures = new HashMap<>();
  private final Set<PlannedRow> retries = new HashSet<>();

  /**
   * The schedule of a run.
   *
   * @param isFixed whether every row gets exactly the forks of its recipe
   */
  Schedule(Groups groups, Rounds rounds, boolean isFixed) {
    this.groups = groups;
    this.rounds = rounds;
    this.isFixed = isFixed;
  }

  /**
   * Those that get a fork in a round, in their order; empty when the run is done.
   *
   * @param round from 1 on
   */
  List<PlannedRow> round(int round) {
    List<PlannedRow> order = new ArrayList<>();
    for (PlannedRow planned : groups.all()) {
      if (!groups.forks(planned).containsKey(round) && wantsFork(planned)) {
        order.add(planned);
      }
    }
    if (rounds.timeLimit().isPresent()) {
      order = widest(order);
    }
    addPartners(order, round);
    // A Random of its own would draw much the same for seeds that are neighbours.
    long drawn = new SplittableRandom(rounds.seed() + round * ROUND_STEP).nextLong();
    Collections.shuffle(order, new Random(drawn));
    return order;
  }

  /** A fork alone in its round would be part of no ratio. */
  private void addPartners(List<PlannedRow> order, int round) {
    for (PlannedRow planned : List.copyOf(order)) {
      comparedWith(planned)
          .distinct()
          .filter(partner -> !order.contains(partner) && !hasFailed(partner))
          .filter(partner -> !groups.forks(partner).containsKey(round))
          .forEach(order::add);
    }
  }

  /** The rows that a row's ratios refer to: a round without them adds nothing to its ratios. */
  private Stream<PlannedRow> comparedWith(PlannedRow planned) {
    return Stream.of(
            groups.baseline(planned).stream(),
            groups.otherSide(planned).stream(),
            groups.partsAndWholes(planned).stream())
        .flatMap(partners -> partners);
  }

  private boolean wantsFork(PlannedRow planned) {
    if (hasFailed(planned)) {
      return false;
    }
    int have = groups.forks(planned).size();
    if (have < planned.forks() || retries.contains(planned)) {
      return true;
    }
    return !isFixed && have < rounds.maximum(planned.forks()) && !rests(planned);
  }

  /** Whether a row needs no more forks, be it that it has as many as it may have. */
  boolean rests(PlannedRow planned) {
    int have = groups.forks(planned).size();
    if (isFixed || have < planned.forks()) {
      return have >= planned.forks();
    }
    int maximum = rounds.maximum(planned.forks());
    return groups.isDecided(
        planned, new Stopping(planned.forks(), maximum, rounds.precision()), failedRows());
  }

  /** What there is to say of a row: that it failed, that it is known as well as was asked. */
  String state(PlannedRow planned) {
    if (hasFailed(planned)) {
      return "failed";
    }
    boolean isCompared = comparedWith(planned).findAny().isPresent();
    if (!rests(planned) || isFixed || !isCompared) {
      return "";
    }
    double width = groups.width(planned);
    return width <= rounds.precision()
        ? "decided"
        : String.format(Locale.ROOT, "only to %.1f%%", 100 * width);
  }

  /** When time is short, it goes where intervals are widest, and to what they refer to. */
  private List<PlannedRow> widest(Collection<PlannedRow> undecided) {
    boolean isEarly = undecided.stream().anyMatch(each -> groups.forks(each).size() < each.forks());
    if (isEarly) {
      return new ArrayList<>(undecided);
    }
    Set<PlannedRow> chosen = new HashSet<>();
    boolean hasOthers = undecided.stream().anyMatch(each -> !each.isBaseline());
    undecided.stream()
        .filter(each -> !each.isBaseline() || !hasOthers)
        .sorted(Comparator.comparingDouble(groups::width).reversed())
        .limit(Math.max(1, undecided.size() / SHARE_OF_WIDEST))
        .forEach(
            each -> {
              chosen.add(each);
              comparedWith(each).forEach(chosen::add);
            });
    return new ArrayList<>(undecided.stream().filter(chosen::contains).toList());
  }

  /**
   * Takes that a fork failed.
   *
   * @param isFinal whether another try would end the same
   * @return whether the row gets another try in a later round
   */
  boolean failed(PlannedRow planned, boolean isFinal) {
    int times = failures.merge(planned, isFinal ? 2 : 1, Integer::sum);
    boolean isRetried = times < 2 && retries.add(planned);
    if (!isRetried) {
      retries.remove(planned);
    }
    return isRetried;
  }

  /** Takes that a fork succeeded. */
  void succeeded(PlannedRow planned) {
    if (groups.forks(planned).size() >= planned.forks()) {
      retries.remove(planned);
    }
  }

  /** Whether a row gets no more forks because they fail. */
  boolean hasFailed(PlannedRow planned) {
    return failures.getOrDefault(planned, 0) > 1;
  }

  private List<PlannedRow> failedRows() {
    return groups.all().stream().filter(this::hasFailed).toList();
  }

  /** The least number of forks that are still to come. */
  int remaining() {
    return groups.all().stream().filter(each -> !hasFailed(each)).mapToInt(this::missing).sum();
  }

  private int missing(PlannedRow planned) {
    int have = groups.forks(planned).size();
    return have < planned.forks() ? planned.forks() - have : rests(planned) ? 0 : 1;
  }

  /** How long what is still to come takes at least, by the recipes alone. */
  Duration nominal() {
    return groups.all().stream()
        .filter(each -> !hasFailed(each))
        .map(each -> each.recipe().nominal().multipliedBy(missing(each)))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
