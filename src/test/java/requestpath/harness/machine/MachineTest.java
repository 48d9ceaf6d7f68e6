package requestpath.harness.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The limits of a container. */
class MachineTest {
  private static final long KIBIBYTE = 1024;
  private static final String MEMORY =
      "MemTotal:       24683656 kB\nMemFree:        23000000 kB\nMemAvailable:   23500000 kB\n";

  @Test
  void aContainerHasLessMemoryThanItsMachine() {
    assertThat(Machine.memoryLimit(4L << 30, MEMORY)).contains(4L << 30);
  }

  @Test
  void outsideOfAContainerThereIsNoLimit() {
    assertThat(Machine.memoryLimit(24_683_656 * KIBIBYTE, MEMORY)).isEmpty();
    assertThat(Machine.memoryLimit(4L << 30, "")).as("where nothing says it").isEmpty();
  }

  @Test
  void thisMachineHasFreeMemory() {
    assertThat(Machine.freeBytes()).isPositive().isLessThanOrEqualTo(Machine.here().memoryBytes());
  }
}
