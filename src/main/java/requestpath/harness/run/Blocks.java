package requestpath.harness.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import requestpath.harness.plan.PlannedVariant;

/** Which forks of a round run at the same time. */
final class Blocks {
  /** What a fork needs beside its heap: classes, compiled code, threads. */
  private static final long BESIDE_HEAP = 256L << 20;

  /** The share of the available memory that forks may take. */
  private static final double SHARE = 0.8;

  private static final int LEAST = 2;

  /**
   * Forks up to which blocks are joined: with turns of 20 ms, each fork's iterations are then
   * spread over half a minute, far longer than a disturbance. More would only lose more when a run
   * ends early.
   */
  private static final int ENOUGH = 32;

  private Blocks() {}

  /**
   * Splits a round: variants that take turns and are compared with each other form a block, small
   * blocks are joined, and every other variant runs alone. A block that needs more memory than
   * there is leaves out the variants that have the most forks; they run in a later round.
   *
   * @param order the variants of the round
   * @param heap the largest heap of a fork in bytes
   * @param available memory in bytes
   */
  static List<List<PlannedVariant>> of(
      List<PlannedVariant> order,
      Groups groups,
      ToLongFunction<PlannedVariant> heap,
      long available) {
    List<List<PlannedVariant>> blocks = new ArrayList<>();
    Set<PlannedVariant> left = new LinkedHashSet<>(order);
    while (!left.isEmpty()) {
      PlannedVariant first = left.iterator().next();
      left.remove(first);
      List<PlannedVariant> block = new ArrayList<>(List.of(first));
      if (first.recipe().takesTurns()) {
        for (int i = 0; i < block.size(); i++) {
          PlannedVariant member = block.get(i);
          List<PlannedVariant> compared =
              left.stream()
                  .filter(other -> other.recipe().takesTurns())
                  .filter(other -> areCompared(member, other, groups))
                  .toList();
          left.removeAll(compared);
          block.addAll(compared);
        }
        block.sort(Comparator.comparingInt(order::indexOf));
        block = fitting(block, groups, heap, available);
      }
      blocks.add(block);
    }
    return joined(blocks, heap, available);
  }

  /**
   * A block of two forks would end after two seconds of turns, within one disturbance. Together,
   * small blocks take as long as one after the other, and each is spread over all of that time.
   */
  private static List<List<PlannedVariant>> joined(
      List<List<PlannedVariant>> blocks, ToLongFunction<PlannedVariant> heap, long available) {
    List<List<PlannedVariant>> joined = new ArrayList<>();
    for (List<PlannedVariant> block : blocks) {
      Optional<List<PlannedVariant>> host =
          joined.stream()
              .filter(other -> takeTurns(other) && takeTurns(block))
              .filter(other -> other.size() + block.size() <= ENOUGH)
              .filter(other -> fit(other, block, heap, available))
              .findFirst();
      host.ifPresentOrElse(other -> other.addAll(block), () -> joined.add(new ArrayList<>(block)));
    }
    return joined;
  }

  /**
   * The forks of a block: those of one round, and if they are few, those of the next rounds too. So
   * they are spread over a longer time, as joined groups are. A block has at most half of the
   * minimum number of rounds, rounded up: no result comes from a single time.
   *
   * @param block the variants of the block
   * @param round the block's first round
   * @param schedule says which of them get a fork in the next rounds
   */
  static List<PlannedFork> forks(
      List<PlannedVariant> block,
      int round,
      Schedule schedule,
      ToLongFunction<PlannedVariant> heap,
      long available) {
    List<PlannedFork> forks = new ArrayList<>(inRound(round, block));
    if (!takeTurns(block)) {
      return forks;
    }
    int minimum = block.get(0).forks();
    int fitting = Math.min(ENOUGH, room(block, heap, available)) / block.size();
    for (int ahead = 1; ahead < Math.min(fitting, (minimum + 1) / 2); ahead++) {
      List<PlannedVariant> next =
          schedule.round(round + ahead, ahead).stream().filter(block::contains).toList();
      forks.addAll(inRound(round + ahead, next));
    }
    return forks;
  }

  private static List<PlannedFork> inRound(int round, List<PlannedVariant> variants) {
    return variants.stream().map(planned -> new PlannedFork(planned, round)).toList();
  }

  private static boolean takeTurns(List<PlannedVariant> block) {
    return block.get(0).recipe().takesTurns();
  }

  private static boolean fit(
      List<PlannedVariant> one,
      List<PlannedVariant> other,
      ToLongFunction<PlannedVariant> heap,
      long available) {
    List<PlannedVariant> both = Stream.concat(one.stream(), other.stream()).toList();
    return both.size() <= room(both, heap, available);
  }

  /** How many forks of these variants may run at the same time. */
  private static int room(
      List<PlannedVariant> block, ToLongFunction<PlannedVariant> heap, long available) {
    long needed = block.stream().mapToLong(heap).max().orElse(0) + BESIDE_HEAP;
    return (int) Math.min(Integer.MAX_VALUE, SHARE * available / needed);
  }

  private static boolean areCompared(PlannedVariant one, PlannedVariant other, Groups groups) {
    return one.isWith(other)
        || groups.references(one).contains(other)
        || groups.references(other).contains(one);
  }

  private static List<PlannedVariant> fitting(
      List<PlannedVariant> block,
      Groups groups,
      ToLongFunction<PlannedVariant> heap,
      long available) {
    int most = Math.max(LEAST, room(block, heap, available));
    if (most >= block.size()) {
      return block;
    }
    List<PlannedVariant> byNeed = new ArrayList<>(block);
    byNeed.sort(Comparator.comparingInt(each -> groups.forks(each).size()));
    Set<PlannedVariant> chosen = new LinkedHashSet<>();
    for (PlannedVariant each : byNeed) {
      Set<PlannedVariant> with = new LinkedHashSet<>(groups.references(each));
      with.retainAll(block);
      with.add(each);
      with.removeAll(chosen);
      if (chosen.size() + with.size() <= most) {
        chosen.addAll(with);
      }
    }
    return chosen.isEmpty() ? Collections.singletonList(block.get(0)) : List.copyOf(chosen);
  }
}
