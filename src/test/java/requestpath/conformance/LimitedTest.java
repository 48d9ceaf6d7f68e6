package requestpath.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import requestpath.conformance.Outcome.Verdict;

/** No check hangs; checks that depend on compiled code run before and after compilation. */
class LimitedTest {
  /** A check with given behaviour, on a counter of its calls. */
  private record Sample(IntFunction<Outcome> behaviour) implements Check<AtomicInteger> {
    @Override
    public String name() {
      return "SAMPLE";
    }

    @Override
    public Description description() {
      return new Description(Subject.NUMBERS, "sample", "a sample");
    }

    @Override
    public Outcome run(AtomicInteger calls) {
      return behaviour.apply(calls.incrementAndGet());
    }

    @Override
    public Duration limit() {
      return Duration.ofMillis(50);
    }

    @Override
    public boolean isRepeated() {
      return true;
    }

    @Override
    public int callsUntilWarm(Outcome cold) {
      return 3;
    }
  }

  @Test
  void aCheckThatLoopsIsInterruptedAndHasNoOutcome() {
    AtomicBoolean ended = new AtomicBoolean();
    Sample check =
        new Sample(
            call -> {
              while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
              }
              ended.set(true);
              return Outcome.equal("too late");
            });

    Outcome outcome = Limited.outcome(check, new AtomicInteger());

    assertThat(Limited.isMissing(outcome)).isTrue();
    assertThat(outcome.verdict()).isEqualTo(Verdict.WRONG);
    assertThat(ended).isTrue();
  }

  @Test
  void aFailureIsAnOutcome() {
    Sample check =
        new Sample(
            call -> {
              throw new StackOverflowError("deep");
            });
    assertThat(Limited.outcome(check, new AtomicInteger()))
        .isEqualTo(Outcome.wrong("fails: StackOverflowError: deep"));
  }

  @Test
  void anOutcomeThatChangesOnceCompiledIsReportedTwice() {
    assertThat(warm(new Sample(call -> Outcome.differs(call < 4 ? "accepted" : "refused"))))
        .isEqualTo(Outcome.differs("at first accepted; later refused"));
    assertThat(warm(new Sample(call -> Outcome.equal("refused"))))
        .isEqualTo(Outcome.equal("refused"));
  }

  @Test
  void anOutcomeThatIsWrongNowAndThenIsWrong() {
    Outcome wrong = Outcome.wrong("a StackOverflowError escapes");
    assertThat(warm(new Sample(call -> call == 3 ? wrong : Outcome.equal("refused"))))
        .isEqualTo(wrong);
  }

  @Test
  void anOutcomeThatOccursNowAndThenIsKept() {
    assertThat(
            warm(
                new Sample(
                    call -> call == 3 ? Outcome.differs("accepted") : Outcome.equal("refused"))))
        .isEqualTo(Outcome.differs("refused; now and then: accepted"));
  }

  @Test
  void aSlowCheckRunsAgainWithALongerLimit() {
    AtomicBoolean isFast = new AtomicBoolean();
    Sample check =
        new Sample(
            call -> {
              while (!isFast.get() && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
              }
              return isFast.getAndSet(true) ? Outcome.equal("refused") : Outcome.wrong("too late");
            });

    assertThat(Limited.outcome(check, new AtomicInteger())).isEqualTo(Outcome.equal("refused"));
  }

  private static Outcome warm(Sample check) {
    AtomicInteger calls = new AtomicInteger();
    Warm warm = Warm.first(check, calls);
    warm.up(check, calls);
    return warm.then(check, calls);
  }
}
