package requestpath.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import requestpath.conformance.Answer.Verdict;

/**
 * The results of a check that runs many times, because they may depend on whether the library's
 * code is compiled: those of the first call, of as many calls as {@link Question#callsUntilWarm}
 * says, and of one call after many other checks.
 */
final class Warm {
  private static final Comparator<Answer> BY_VERDICT = Comparator.comparing(Answer::verdict);

  /** Each result that differs from the one before it, in order. */
  private final List<Answer> changes = new ArrayList<>();

  private Warm() {}

  /** Runs the check once. */
  static <R> Warm first(Question<R> question, R row) {
    Warm warm = new Warm();
    warm.run(question, row);
    return warm;
  }

  /** Runs the check often enough for the JVM to compile the library's code. */
  <R> void up(Question<R> question, R row) {
    int calls = question.callsUntilWarm(changes.get(0));
    for (int i = 0; i < calls; i++) {
      run(question, row);
    }
  }

  /** Runs the check once more, later. Returns one result that says all that were seen. */
  <R> Answer then(Question<R> question, R row) {
    run(question, row);
    Answer first = changes.get(0);
    Answer worst = changes.stream().max(BY_VERDICT).orElse(first);
    Answer last = changes.get(changes.size() - 1);
    if (changes.size() == 1 || Limited.isMissing(last)) {
      return last;
    }
    if (worst.verdict() == Verdict.WRONG) {
      return worst;
    }
    String others =
        changes.stream()
            .filter(each -> !each.equals(first))
            .map(Answer::text)
            .distinct()
            .collect(Collectors.joining(", "));
    return new Answer(
        worst.verdict(),
        changes.size() == 2
            ? "at first " + first.text() + "; later " + others
            : first.text() + "; now and then: " + others);
  }

  /** Not again if it did not return: each such call takes the whole limit. */
  private <R> void run(Question<R> question, R row) {
    Answer last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
    if (last != null && Limited.isMissing(last)) {
      return;
    }
    Answer answer = Limited.answer(question, row);
    if (last == null || !answer.equals(last)) {
      changes.add(answer);
    }
  }
}
