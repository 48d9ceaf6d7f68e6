package requestpath.harness.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a container keeps of files. */
class ControlGroupTest {
  private static final String FIRST_VERSION = "5:devices:/box\n4:memory:/box\n0::/\n";
  private static final String SECOND_VERSION = "0::/box\n";

  @TempDir private Path root;

  private void write(String place, String text) throws IOException {
    Path file = root.resolve(place).resolve("memory.stat");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void theFirstVersionHasAGroupForMemory() throws IOException {
    write("memory/box", "inactive_file 1\ntotal_inactive_file 4096\n");

    assertThat(ControlGroup.reclaimableBytes(root, FIRST_VERSION)).isEqualTo(4096);
  }

  @Test
  void theSecondVersionHasOneGroup() throws IOException {
    write("box", "anon 7\ninactive_file 8192\nactive_file 5\n");

    assertThat(ControlGroup.reclaimableBytes(root, SECOND_VERSION)).isEqualTo(8192);
  }

  @Test
  void aContainerSeesItsOwnGroupAtTheRoot() throws IOException {
    write("memory", "total_inactive_file 4096\n");
    write("", "inactive_file 8192\n");

    assertThat(ControlGroup.reclaimableBytes(root, FIRST_VERSION)).isEqualTo(4096);
    assertThat(ControlGroup.reclaimableBytes(root, SECOND_VERSION)).isEqualTo(8192);
  }

  @Test
  void whatIsNotKnownIsNothing() {
    assertThat(ControlGroup.reclaimableBytes(root, FIRST_VERSION)).isZero();
    assertThat(ControlGroup.reclaimableBytes(root, "")).isZero();
  }
}
