package requestpath.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which processes are ended: those of forks, and no others of this program. */
@Timeout(30)
class ForkProcessesTest {
  private final Process before = sleeping();
  private final ForkProcesses forks = ForkProcesses.fromNow();
  private final Process fork = sleeping();

  private static Process sleeping() {
    try {
      return new ProcessBuilder("sleep", "60").start();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void endBoth() {
    before.destroyForcibly();
    fork.destroyForcibly();
  }

  @Test
  void thoseOfForksAreEndedAlone() throws InterruptedException {
    assertThat(forks.running()).contains(fork.toHandle()).doesNotContain(before.toHandle());

    forks.end();

    assertThat(fork.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(before.isAlive()).isTrue();
  }

  @Test
  void aWatchdogEndsTheForkItWatchesAlone() throws Exception {
    Process watched;
    try (Watchdog watchdog = Watchdog.over(Duration.ofMillis(100))) {
      watched = sleeping();
      assertThat(watched.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(watchdog.hasStopped()).isTrue();
    }

    assertThat(before.isAlive()).isTrue();
    assertThat(fork.isAlive()).isTrue();
  }

  @Test
  void aForkThatNeverConnectedIsKilledAlone() throws Exception {
    try (Turns turns = new Turns(1, () -> {})) {
      Process unconnected = sleeping();

      turns.members().get(0).kill();

      assertThat(unconnected.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(before.isAlive()).isTrue();
      assertThat(fork.isAlive()).isTrue();
    }
  }
}
