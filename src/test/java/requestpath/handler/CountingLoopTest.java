package requestpath.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountingLoopTest {
  @ParameterizedTest
  @CsvSource({"1, 3", "2, 2", "3, 1", "4, 4", "1000, 336", "1000000, 333336"})
  void everyFormGivesTheSameNumber(int iterations, int expected) {
    assertThat(CountingLoop.intLoop(iterations)).isEqualTo(expected);
    assertThat(CountingLoop.longLoop(iterations)).isEqualTo(expected);
    assertThat(CountingLoop.doubleLoop(iterations)).isEqualTo(expected);
    assertThat(CountingLoop.intStream(iterations)).isEqualTo(expected);
    assertThat(CountingLoop.boxedStream(iterations)).isEqualTo(expected);
    assertThat(CountingLoop.parallelStream(iterations)).isEqualTo(expected);
    assertThat(CountingLoop.expected(iterations)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1_000_000_001})
  void iterationsOutOfBoundsAreRefusedInOneSentence(int iterations) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CountingLoop.requireIterations(iterations))
        .withMessage("iterations=" + iterations + " is out of bounds: choose from 1 to 1000000000");
  }
}
