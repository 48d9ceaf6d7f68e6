package requestpath.harness.machine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import requestpath.harness.api.RefusedException;

class MachineLockTest {
  @Test
  void aSecondRunIsRefusedAsLongAsTheFirstGoesOn() throws RefusedException, IOException {
    MachineLock first = MachineLock.take();
    try (first) {
      assertThatThrownBy(MachineLock::take)
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("another JMH run holds")
          .hasMessageContaining("jmh.lock")
          .hasMessageContaining("java -Djmh.ignoreLock=true -jar ");
    }
    assertThatCode(() -> MachineLock.take().close()).doesNotThrowAnyException();
  }
}
