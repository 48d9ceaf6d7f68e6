package requestpath.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import requestpath.cli.CommandLines;
import requestpath.harness.api.UsageException;

/** The errors before anything runs. */
class RequirementsTest {
  @TempDir Path directory;

  @Test
  void aTemporaryDirectoryThatTakesNoFileIsNamed() throws IOException {
    assertThatCode(() -> FileRequirements.requireTemporaryDirectory(directory))
        .doesNotThrowAnyException();
    assertThat(directory).isEmptyDirectory();
    Path file = Files.writeString(directory.resolve("file"), "");
    assertRefused(directory.resolve("none"), "(it does not exist)");
    assertRefused(file, "(it is not a directory)");
  }

  /** Not even the system's own user writes there. */
  @Test
  void aDirectoryThatCannotBeWrittenIsNamed() {
    Path readOnly = Path.of("/proc/self");
    assumeTrue(Files.isDirectory(readOnly), "skipped: this system has no such directory");
    assertRefused(readOnly, "(");
  }

  private static void assertRefused(Path path, String reason) {
    assertThatThrownBy(() -> FileRequirements.requireTemporaryDirectory(path))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("the directory for temporary files, " + path + ", cannot be used (")
        .hasMessageContaining(reason)
        .hasMessageContaining("-Djava.io.tmpdir=DIR");
  }

  @Test
  void aTimeLimitHoldsTwoForksOfEachVariant() throws UsageException {
    String line = "-wi 1 -w 1s -i 1 -r 1s -p library=JACKSON2,GSON -p binding=RECORD JsonDecode";
    // Two libraries and the control, 2.9 s a fork.
    assertThatCode(() -> requireTime("--time-limit 18s " + line)).doesNotThrowAnyException();
    assertThatThrownBy(() -> requireTime("--time-limit 17s " + line))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--time-limit 17s is too short: it needs about 18s for 2 forks of each of the 2"
                + " variants and 1 control; name a longer one, or fewer variants");
    assertThatCode(() -> requireTime("--time-limit 9s -f 1 " + line)).doesNotThrowAnyException();
    assertThatThrownBy(() -> requireTime("--time-limit 1m JsonDecode"))
        .hasMessageContaining(" min for 2 forks of each of the ");
  }

  private static void requireTime(String line) throws UsageException {
    CommandLines.Parsed parsed = CommandLines.parsed(CommandLines.words(line));
    Requirements.requireTime(
        Plans.plan(line), CommandLines.parsed(CommandLines.words(line)).settings().rounds());
  }
}
