package requestpath.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.RunnerException;
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
        .endsWith("exit code 137 (killed, perhaps because the system had no free memory)");
  }

  /** As JMH reports it from a fork. */
  @Test
  void aForkWithoutMemorySaysSo() {
    BenchmarkException thrown =
        new BenchmarkException(
            "Benchmark error during the run", List.of(new OutOfMemoryError("Java heap space")));

    assertThat(Failure.of(new RunnerException("Benchmark caught the exception", thrown)))
        .isEqualTo(new Failure("java.lang.OutOfMemoryError: Java heap space", false));
  }

  @Test
  void oneLineIsEnough() {
    assertThat(Failure.of(new IllegalStateException("first\nsecond")).reason())
        .isEqualTo("java.lang.IllegalStateException: first");
  }

  @Test
  void whatALibraryQuotesOfAPrivateDocumentIsLeftOut() {
    assertThat(Failure.of(new IllegalArgumentException("no number: secret")).withoutQuotes())
        .isEqualTo(
            new Failure(
                "java.lang.IllegalArgumentException, whose message may quote the file", false));
    Failure answer = Failure.of(new RuntimeException(new RefusedException("it is wrong")));
    assertThat(answer.withoutQuotes()).isEqualTo(answer);
    Failure crash = Failure.of(new IllegalStateException("Forked VM failed with exit code 3"));
    assertThat(crash.withoutQuotes()).isEqualTo(crash);
  }
}
