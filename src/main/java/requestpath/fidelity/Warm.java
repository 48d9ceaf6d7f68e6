package requestpath.fidelity;

import java.util.Comparator;
import java.util.stream.Stream;
import requestpath.fidelity.Answer.Verdict;

/**
 * The answers of a row whose code is not compiled at first and compiled later.
 *
 * @param cold its answer at first use
 * @param worst the worst of the many after it: what happens now and then is no less wrong
 */
record Warm(Answer cold, Answer worst) {
  private static final Comparator<Answer> BY_VERDICT = Comparator.comparing(Answer::verdict);

  /** Asks once, and then as often as makes the JVM compile what answers. */
  static <R> Warm up(Question<R> question, R row) {
    Answer cold = Limited.answer(question, row);
    Answer worst = cold;
    for (int i = 0; i < question.callsUntilWarm(cold) && !Limited.isMissing(worst); i++) {
      worst = worse(worst, Limited.answer(question, row));
    }
    return new Warm(cold, worst);
  }

  /** The answer of a row that is asked once more, later: the same as at first, or both in one. */
  <R> Answer then(Question<R> question, R row) {
    if (Limited.isMissing(worst)) {
      return worst;
    }
    Answer warm = Limited.answer(question, row);
    Answer all = worse(worst, warm);
    if (all.verdict() == Verdict.WRONG || warm.equals(cold)) {
      return all.verdict() == Verdict.WRONG ? all : cold;
    }
    return new Answer(all.verdict(), "at first " + cold.text() + "; once compiled " + warm.text());
  }

  private static Answer worse(Answer first, Answer second) {
    return Stream.of(first, second).max(BY_VERDICT).orElse(first);
  }
}
