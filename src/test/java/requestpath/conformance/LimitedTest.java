package requestpath.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import requestpath.conformance.Answer.Verdict;

/** No check hangs; checks that depend on compiled code run before and after compilation. */
class LimitedTest {
  /** A check with given behaviour, on a row that counts its calls. */
  private record Check(IntFunction<Answer> behaviour) implements Question<AtomicInteger> {
    @Override
    public String title() {
      return "a check of " + LimitedTest.class.getSimpleName();
    }

    @Override
    public Answer ask(AtomicInteger row) {
      return behaviour.apply(row.incrementAndGet());
    }

    @Override
    public Duration limit() {
      return Duration.ofMillis(50);
    }

    @Override
    public boolean isAskedWarm() {
      return true;
    }

    @Override
    public int callsUntilWarm(Answer cold) {
      return 3;
    }
  }

  @Test
  void whatLoopsUntilItIsInterruptedGivesNoAnswerAndEnds() {
    AtomicBoolean ended = new AtomicBoolean();
    Check check =
        new Check(
            call -> {
              while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
              }
              ended.set(true);
              return Answer.equal("too late");
            });

    Answer answer = Limited.answer(check, new AtomicInteger());

    assertThat(Limited.isMissing(answer)).isTrue();
    assertThat(answer.verdict()).isEqualTo(Verdict.WRONG);
    assertThat(ended).isTrue();
  }

  @Test
  void whatFailsIsAnAnswer() {
    Check check =
        new Check(
            call -> {
              throw new StackOverflowError("deep");
            });
    assertThat(Limited.answer(check, new AtomicInteger()))
        .isEqualTo(Answer.wrong("fails: StackOverflowError: deep"));
  }

  @Test
  void whatChangesOnceCompiledIsAnsweredTwice() {
    assertThat(warm(new Check(call -> Answer.differs(call < 4 ? "accepted" : "refused"))))
        .isEqualTo(Answer.differs("at first accepted; later refused"));
    assertThat(warm(new Check(call -> Answer.equal("refused")))).isEqualTo(Answer.equal("refused"));
  }

  @Test
  void whatIsWrongNowAndThenIsWrong() {
    Answer wrong = Answer.wrong("a StackOverflowError escapes");
    assertThat(warm(new Check(call -> call == 3 ? wrong : Answer.equal("refused"))))
        .isEqualTo(wrong);
  }

  @Test
  void whatHappensNowAndThenIsKept() {
    assertThat(
            warm(
                new Check(
                    call -> call == 3 ? Answer.differs("accepted") : Answer.equal("refused"))))
        .isEqualTo(Answer.differs("refused; now and then: accepted"));
  }

  @Test
  void whatIsSlowAtFirstIsAskedAgainWithALongerLimit() {
    AtomicBoolean isFast = new AtomicBoolean();
    Check check =
        new Check(
            call -> {
              while (!isFast.get() && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
              }
              return isFast.getAndSet(true) ? Answer.equal("refused") : Answer.wrong("too late");
            });

    assertThat(Limited.answer(check, new AtomicInteger())).isEqualTo(Answer.equal("refused"));
  }

  private static Answer warm(Check check) {
    AtomicInteger row = new AtomicInteger();
    Warm warm = Warm.first(check, row);
    warm.up(check, row);
    return warm.then(check, row);
  }
}
