package requestpath.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import requestpath.harness.api.RefusedException;

/** Why a fork has no figure, and whether another might have one. */
class FailureTest {
  @Test
  void anAnswerIsFinalAndACrashIsNot() {
    assertThat(Failure.of(new RuntimeException(new RefusedException("it is wrong"))))
        .isEqualTo(new Failure("it is wrong", true));
    assertThat(Failure.of(new IllegalStateException("Forked VM failed with exit code 3")))
        .isEqualTo(
            new Failure(
                "java.lang.IllegalStateException: Forked VM failed with exit code 3", false));
  }

  @Test
  void whatWasKilledMayHaveBeenTooLarge() {
    assertThat(
            Failure.of(new IllegalStateException("Forked VM failed with exit code 137")).reason())
        .endsWith("exit code 137 (killed, as a system does that is out of memory)");
  }

  @Test
  void oneLineIsEnough() {
    assertThat(Failure.of(new IllegalStateException("first\nsecond")).reason())
        .isEqualTo("java.lang.IllegalStateException: first");
  }
}
