package requestpath.harness.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import requestpath.harness.plan.PlannedVariant;

/** Which forks of a round run at the same time. */
final class Blocks {
  /** What a fork needs beside its heap: classes, compiled code, threads. */
  private static final long BESIDE_HEAP = 256L << 20;

  /** The share of the available memory that forks may take. */
  private static final double SHARE = 0.8;

  private static final int LEAST = 2;

  private Blocks() {}

  /**
   * Splits a round: variants that take turns and are compared with each other form a block, and
   * every other variant runs alone. A block that needs more memory than there is leaves out the
   * variants that have the most forks; they run in a later round.
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
    return blocks;
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
    long needed = block.stream().mapToLong(heap).max().orElse(0) + BESIDE_HEAP;
    int most = (int) Math.max(LEAST, Math.min(block.size(), SHARE * available / needed));
    if (most == block.size()) {
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
