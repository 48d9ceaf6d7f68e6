package requestpath.profile;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the measured path ends: for each frame the share of the samples in which it was the last.
 *
 * @param frames the greatest first
 * @param byOwner the same added up by owner
 */
record SelfShares(List<Entry> frames, Map<Owner, Double> byOwner) {
  /**
   * One frame.
   *
   * @param name with the method that allocates, for an allocated class
   * @param share from 0 to 1, of all that was measured
   */
  record Entry(String name, Owner owner, double share) {}

  private record Key(String name, Owner owner) {}

  static SelfShares of(MeasuredPath path) {
    double total = path.total();
    Map<Key, Long> weights = new HashMap<>();
    for (SampledStack stack : path.stacks()) {
      weights.merge(key(stack.frames(), path.event()), stack.weight(), Long::sum);
    }
    List<Entry> entries =
        weights.entrySet().stream()
            .map(
                frame ->
                    new Entry(
                        frame.getKey().name(), frame.getKey().owner(), frame.getValue() / total))
            .sorted(Comparator.comparingDouble(Entry::share).reversed().thenComparing(Entry::name))
            .toList();
    Map<Owner, Double> owners = new EnumMap<>(Owner.class);
    entries.forEach(entry -> owners.merge(entry.owner(), entry.share(), Double::sum));
    return new SelfShares(entries, owners);
  }

  /** The last frame; of an allocation the class and who allocates it. */
  private static Key key(List<CallStackFrame> frames, Event event) {
    CallStackFrame last = frames.get(frames.size() - 1);
    if (event != Event.ALLOC || frames.size() == 1) {
      return new Key(last.name(), last.owner());
    }
    CallStackFrame allocating = frames.get(frames.size() - 2);
    return new Key(last.name() + " in " + allocating.name(), allocating.owner());
  }
}
