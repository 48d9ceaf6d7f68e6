package requestpath.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Types of the user's document do not stay among the temporary files. */
class TypesDirectoryTest {
  /** No process has it: Linux numbers them up to 2^22. */
  private static final long NOBODY = 1L << 40;

  @Test
  void whatAProcessThatWasKilledLeftIsDeletedOnAnotherDay() throws IOException {
    Path old = directory(NOBODY, Duration.ofDays(2));
    Path young = directory(NOBODY, Duration.ofHours(1));
    Path ofARunningProcess = directory(ProcessHandle.current().pid(), Duration.ofDays(2));

    Path created = TypesDirectory.create();

    assertThat(old).doesNotExist();
    assertThat(young).exists();
    assertThat(ofARunningProcess).exists();
    assertThat(created).isEmptyDirectory();
    for (Path left : new Path[] {young, ofARunningProcess}) {
      Files.delete(left.resolve("Document.java"));
      Files.delete(left);
    }
  }

  private static Path directory(long process, Duration age) throws IOException {
    Path directory = Files.createTempDirectory("requestpath-types-" + process + "-");
    Files.writeString(directory.resolve("Document.java"), "record Document() {}");
    Files.setLastModifiedTime(directory, FileTime.from(Instant.now().minus(age)));
    return directory;
  }
}
