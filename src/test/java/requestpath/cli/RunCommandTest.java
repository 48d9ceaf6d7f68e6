package requestpath.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import requestpath.harness.api.UsageException;
import requestpath.harness.machine.Secrets;
import requestpath.harness.plan.Settings;
import requestpath.payload.OwnPayload;

/** Own options, and the command that resumes a run. */
class RunCommandTest {
  @TempDir Path run;

  @AfterEach
  void lookHere() {
    OwnPayload.lookIn(Path.of(""));
  }

  @Test
  void ownOptionsStandAmongThoseOfJmhAndAreTakenOut() throws UsageException {
    CommandLines.Parsed parsed =
        CommandLines.parsed(
            CommandLines.words(
                "-f 3 --quick --precision 5% -o out.txt Json --min-rounds 2 --max-rounds 9"
                    + " --time-limit 10m --seed 7 --baseline GSON -p library=GSON verify"));

    assertThat(parsed.jmhArguments())
        .containsExactly("-f", "3", "-o", "out.txt", "Json", "-p", "library=GSON", "verify");
    Settings settings = parsed.settings();
    assertThat(settings.isQuick()).isTrue();
    assertThat(settings.baseline()).hasValue("GSON");
    assertThat(settings.rounds().precision()).isEqualTo(0.05);
    assertThat(settings.rounds().minimum()).hasValue(2);
    assertThat(settings.rounds().maximum()).hasValue(9);
    assertThat(settings.rounds().timeLimit()).hasValue(Duration.ofMinutes(10));
    assertThat(settings.rounds().seed()).isEqualTo(7);
  }

  @Test
  void eachRunHasASeedOfItsOwn() throws UsageException {
    assertThat(CommandLines.parsed().settings().rounds().seed())
        .isNotEqualTo(CommandLines.parsed().settings().rounds().seed());
  }

  /** Only the first word can be a subcommand. */
  @ParameterizedTest
  @ValueSource(strings = {"Json verify", "-o report Json", "-rff compare Json", "-e profile"})
  void aLaterWordIsNoSubcommand(String line) throws UsageException {
    assertThat(CommandLines.parsed(line.split(" ")).jmhArguments())
        .containsExactly(line.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"90s, PT90S", "10m, PT10M", "10min, PT10M", "2h, PT2H", "1h30m, PT1H30M"})
  void aTimeHasAUnit(String text, Duration time) throws UsageException {
    assertThat(CommandLines.parsed("--time-limit", text).settings().rounds().timeLimit())
        .hasValue(time);
  }

  @Test
  void aResumedRunHasTheOptionsTheSeedAndTheDirectoryThatItWasStartedWith() throws Exception {
    Path elsewhere = Files.createDirectory(run.resolve("elsewhere"));
    record("\"--quick\",\"-f\",\"2\",\"Json\"", elsewhere);

    for (String again : List.of("", "--quick -f 2 Json")) {
      CommandLines.Parsed parsed = resumed(again);
      assertThat(parsed.jmhArguments()).containsExactly("-f", "2", "Json");
      assertThat(parsed.settings().arguments()).containsExactly("--quick", "-f", "2", "Json");
      assertThat(parsed.settings().isQuick()).isTrue();
      assertThat(parsed.settings().isResumed()).isTrue();
      assertThat(parsed.settings().out()).hasValue(run);
      assertThat(parsed.settings().rounds().seed()).isEqualTo(7);
      assertThat(OwnPayload.path("mine.json")).isEqualTo(elsewhere.resolve("mine.json"));
    }
  }

  @Test
  void aRunIsNotResumedWithOtherOptions() throws IOException {
    record("\"-f\",\"1\",\"Json\"", run);

    assertRefused("was started with -f 1 Json, and -f 2 is not the same", "-f 2");
    assertRefused("--out and --resume both name a run directory", "--out a");
  }

  @Test
  void whatIsNotRecordedIsGivenAgain() throws Exception {
    record("\"-jvmArgs\",\"" + Secrets.hiddenIn("-Dtoken=hunter2") + "\"", run);

    assertRefused("Values that may be secret are not recorded", "");
    assertRefused("is not the same", "-jvmArgs -Dtoken=hunter3");
    assertThat(resumed("-jvmArgs -Dtoken=hunter2").jmhArguments())
        .containsExactly("-jvmArgs", "-Dtoken=hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {                                | holds no run: name the run directory
          {"format":1}                     | holds a run of another version of this program
          {"format":2,"arguments":[]}      | holds a run of another version of this program
          """)
  void whatHoldsNoRunIsNotResumed(String environment, String sentence) throws IOException {
    Files.writeString(run.resolve("environment.json"), environment);

    assertRefused(sentence, "");
  }

  private void record(String arguments, Path directory) throws IOException {
    Files.writeString(
        run.resolve("environment.json"),
        "{\"format\":1,\"arguments\":["
            + arguments
            + "],\"seed\":7,\"directory\":\""
            + directory
            + "\"}");
  }

  private CommandLines.Parsed resumed(String more) throws UsageException {
    return CommandLines.parsed(
        Stream.concat(Stream.of("--resume", run.toString()), Stream.of(CommandLines.words(more)))
            .toArray(String[]::new));
  }

  private void assertRefused(String sentence, String more) {
    assertThatThrownBy(() -> resumed(more))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(sentence);
  }
}
