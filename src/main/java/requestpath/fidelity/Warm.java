package requestpath.fidelity;

import java.util.Comparator;
import java.util.stream.Stream;
import requestpath.fidelity.Answer.Verdict;

/**
 * The results of a variant before and after its code is compiled.
 *
 * @param cold the result at first use
 * @param worst the worst of the many results after it: one wrong result is enough
 */
record Warm(Answer cold, Answer worst) {
  private static final Comparator<Answer> BY_VERDICT = Comparator.comparing(Answer::verdict);

  /** Runs the check once, and then often enough for the JVM to compile the library's code. */
  static <R> Warm up(Question<R> question, R row) {
    Answer cold = Limited.answer(question, row);
    Answer worst = cold;
    for (int i = 0; i < question.callsUntilWarm(cold) && !Limited.isMissing(worst); i++) {
      worst = worse(worst, Limited.answer(question, row));
    }
    return new Warm(cold, worst);
  }

  /** Runs the check once more, later. Returns one result, or both in one if they differ. */
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
