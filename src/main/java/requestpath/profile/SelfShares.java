package requestpath.profile;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
   * @param frame which it is
   * @param share from 0 to 1, of all that was measured
   * @param caller the library's method that most often led to it, where it is not the library's
   */
  record Entry(Key frame, double share, Optional<String> caller) {}

  /**
   * A frame, wherever it was called from.
   *
   * @param name with the method that allocates, for an allocated class
   */
  record Key(String name, Owner owner) {}

  static SelfShares of(MeasuredPath path) {
    double total = path.total();
    Map<Key, Long> weights = new HashMap<>();
    Map<Key, Map<String, Long>> callers = new HashMap<>();
    for (SampledStack stack : path.stacks()) {
      Key key = key(stack.frames(), path.event());
      weights.merge(key, stack.weight(), Long::sum);
      caller(stack.frames(), key)
          .ifPresent(
              caller ->
                  callers
                      .computeIfAbsent(key, none -> new HashMap<>())
                      .merge(caller, stack.weight(), Long::sum));
    }
    List<Entry> entries =
        weights.entrySet().stream()
            .map(
                frame ->
                    new Entry(
                        frame.getKey(),
                        frame.getValue() / total,
                        callers.getOrDefault(frame.getKey(), Map.of()).entrySet().stream()
                            .max(Map.Entry.comparingByValue())
                            .map(Map.Entry::getKey)))
            .sorted(
                Comparator.comparingDouble(Entry::share)
                    .reversed()
                    .thenComparing(entry -> entry.frame().name()))
            .toList();
    Map<Owner, Double> owners = new EnumMap<>(Owner.class);
    entries.forEach(entry -> owners.merge(entry.frame().owner(), entry.share(), Double::sum));
    return new SelfShares(entries, owners);
  }

  /** The share of each frame. */
  Map<Key, Double> byFrame() {
    Map<Key, Double> shares = new HashMap<>();
    frames.forEach(entry -> shares.put(entry.frame(), entry.share()));
    return shares;
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

  private static Optional<String> caller(List<CallStackFrame> frames, Key key) {
    if (key.owner() == Owner.LIBRARY) {
      return Optional.empty();
    }
    for (int i = frames.size() - 2; i >= 0; i--) {
      if (frames.get(i).owner() == Owner.LIBRARY) {
        return Optional.of(frames.get(i).name());
      }
    }
    return Optional.empty();
  }
}
