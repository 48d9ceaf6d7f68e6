package requestpath.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FibonacciTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "2, 1", "3, 2", "10, 55", "20, 6765", "25, 75025"})
  void everyFormGivesTheSameNumber(int n, int expected) {
    assertThat(Fibonacci.recursiveInt(n)).isEqualTo(expected);
    assertThat(Fibonacci.recursiveLong(n)).isEqualTo(expected);
    assertThat(Fibonacci.recursiveBigInteger(n)).isEqualTo(BigInteger.valueOf(expected));
    assertThat(Fibonacci.iterative(n)).isEqualTo(expected);
    assertThat(Fibonacci.memoised(n)).isEqualTo(expected);
    assertThat(Fibonacci.forkJoin(n)).isEqualTo(expected);
    assertThat(Fibonacci.expected(n)).isEqualTo(expected);
  }

  @Test
  void theClosedFormHoldsForEveryLegalN() {
    for (int n = 0; n <= Fibonacci.MAX_N; n++) {
      assertThat(Fibonacci.expected(n)).isEqualTo(Fibonacci.iterative(n));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 47})
  void anNOutOfBoundsIsRefusedInOneSentence(int n) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fibonacci.requireN(n))
        .withMessage(
            "n=" + n + " is out of bounds: choose from 0 to 46, as F(47) overflows an int");
  }
}
