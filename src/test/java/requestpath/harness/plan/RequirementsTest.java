package requestpath.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import requestpath.cli.CommandLines;
import requestpath.harness.api.UsageException;
import requestpath.harness.run.RunCommand;

/** The errors before anything runs. */
class RequirementsTest {
  @TempDir Path folder;

  @Test
  void aFolderForTemporaryFilesThatTakesNoneIsNamed() throws IOException {
    assertThatCode(() -> Requirements.requireTemporaryFolder(folder)).doesNotThrowAnyException();
    assertThat(folder).isEmptyDirectory();
    Path file = Files.writeString(folder.resolve("file"), "");
    assertRefused(folder.resolve("none"), "(it does not exist)");
    assertRefused(file, "(it is not a folder)");
  }

  /** Not even the system's own user writes there. */
  @Test
  void aFolderThatCannotBeWrittenIsNamed() {
    Path readOnly = Path.of("/proc/self");
    assumeTrue(Files.isDirectory(readOnly), "skipped: this system has no such folder");
    assertRefused(readOnly, "(");
  }

  private static void assertRefused(Path path, String reason) {
    assertThatThrownBy(() -> Requirements.requireTemporaryFolder(path))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("the folder for temporary files, " + path + ", cannot be used (")
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
        Plan.of(
            RunCommand.parse(parsed.jmhArguments()),
            RunCommand.parameterNames(parsed.jmhArguments()),
            parsed.settings()),
        parsed.settings().rounds());
  }

  @Test
  void withoutANameThoseBenchmarksRunThatHaveTheParameter() throws UsageException {
    List<PlannedRow> rows = rows("-p library=GSON,JACKSON2");
    assertThat(rows)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.parameters().get("library")).isIn("GSON", "JACKSON2"));
    assertThat(rows("-p library=GSON -p size=10"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.parameters().keySet()).contains("library", "size"));
    // A value that some of them do not know selects those that do.
    assertThat(rows("-p library=MSGPACK_CORE"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.benchmark()).contains("MsgPack"));
    // A named benchmark runs whatever parameters it has.
    assertThat(rows("-p library=GSON Fibonacci|JsonDecode"))
        .anySatisfy(row -> assertThat(row.benchmark()).contains("Fibonacci"));
  }

  private static List<PlannedRow> rows(String line) throws UsageException {
    List<String> arguments = List.of(CommandLines.words(line));
    return Plan.of(
            RunCommand.parse(arguments),
            Set.copyOf(RunCommand.parameterNames(arguments)),
            CommandLines.parsed().settings())
        .rows();
  }
}
