package requestpath.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import requestpath.conformance.Outcome.Verdict;

/**
 * The results of a check that runs many times, because they may depend on whether the library's
 * code is compiled: those of the first call, of as many calls as {@link Check#callsUntilWarm} says,
 * and of one call after many other checks.
 */
final class Warm {
  private static final Comparator<Outcome> BY_VERDICT = Comparator.comparing(Outcome::verdict);

  /** Each result that differs from the one before it, in order. */
  private final List<Outcome> changes = new ArrayList<>();

  private Warm() {}

  /** Runs the check once. */
  static <V> Warm first(Check<V> check, V variant) {
    Warm warm = new Warm();
    warm.run(check, variant);
    return warm;
  }

  /** Runs the check often enough for the JVM to compile the library's code. */
  <V> void up(Check<V> check, V variant) {
    int calls = check.callsUntilWarm(changes.get(0));
    for (int i = 0; i < calls; i++) {
      run(check, variant);
    }
  }

  /** Runs the check once more, later. Returns one result that says all that were seen. */
  <V> Outcome then(Check<V> check, V variant) {
    run(check, variant);
    Outcome first = changes.get(0);
    Outcome worst = changes.stream().max(BY_VERDICT).orElse(first);
    Outcome last = changes.get(changes.size() - 1);
    if (changes.size() == 1 || Limited.isMissing(last)) {
      return last;
    }
    if (worst.verdict() == Verdict.WRONG) {
      return worst;
    }
    String others =
        changes.stream()
            .filter(each -> !each.equals(first))
            .map(Outcome::text)
            .distinct()
            .collect(Collectors.joining(", "));
    return new Outcome(
        worst.verdict(),
        changes.size() == 2
            ? "at first " + first.text() + "; later " + others
            : first.text() + "; now and then: " + others);
  }

  /** Not again if it did not return: each such call takes the whole limit. */
  private <V> void run(Check<V> check, V variant) {
    Outcome last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
    if (last != null && Limited.isMissing(last)) {
      return;
    }
    Outcome outcome = Limited.outcome(check, variant);
    if (last == null || !outcome.equals(last)) {
      changes.add(outcome);
    }
  }
}
