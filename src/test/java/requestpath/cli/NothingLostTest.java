package requestpath.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static requestpath.cli.CommandLines.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import requestpath.cli.CommandLines.Ended;

/** What a crash, a hang, a kill and a disk failure cost: the fork in flight, and a sentence. */
class NothingLostTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path directory;
  private Path out;

  @BeforeEach
  void name() {
    out = directory.resolve("run");
  }

  @Test
  void aForkThatCrashesIsTriedOnceMoreInALaterRound() throws IOException {
    Ended ended =
        run(
            "-f 2 -p fault=CRASH_ONCE,NONE -jvmArgsAppend -Drequestpath.crashed="
                + directory.resolve("crashed")
                + " FaultyBenchmark");

    assertThat(ended.exitCode()).as(ended.out()).isZero();
    assertThat(ended.out())
        .contains("exit code 3; it is tried again in a later round")
        .contains("# Fork 3 of 3: FaultyBenchmark.run (fault=CRASH_ONCE");
    assertThat(results()).hasSize(2).allSatisfy(row -> assertThat(forks(row)).isEqualTo(2));
  }

  @Test
  void aForkThatHangsIsEnded() {
    Ended ended = run("-f 1 -to 1s -p fault=HANG FaultyBenchmark");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err()).contains("it did not end within 1 s");
  }

  @Test
  void aForkThatFailsAmongOthersCostsItselfAlone() throws IOException {
    Ended ended = run("-f 1 -to 20s TurnFaultsBenchmark");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.out())
        .contains("# Round 1: 4 forks take turns: TurnFaultsBenchmark, avgt")
        .containsPattern("Fork failed: TurnFaultsBenchmark.crashes: .*exit code 3")
        .contains("TurnFaultsBenchmark.hangs: its turn did not end within 2 s and was stopped")
        .containsPattern("Fork failed: TurnFaultsBenchmark.fillsTheMemory: .*OutOfMemoryError")
        .contains("#   TurnFaultsBenchmark.works: ");
    assertThat(results())
        .extracting(row -> row.path("benchmark").textValue())
        .containsExactly("requestpath.harness.run.TurnFaultsBenchmark.works");
    assertThat(
            ProcessHandle.current()
                .children()
                .flatMap(child -> child.info().commandLine().stream())
                .filter(line -> line.contains("org.openjdk.jmh.runner.ForkedMain")))
        .as("forks that still run")
        .isEmpty();
  }

  @Test
  void severalForksOfABlockThatFailAreOneTry() throws IOException {
    Ended ended = run("-f 4 TurnFaultsBenchmark.(works|crashes)");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.out())
        .contains("# Rounds 1 to 2: 6 forks take turns: TurnFaultsBenchmark, avgt")
        .contains("# Rounds 3 to 4: 6 forks take turns: TurnFaultsBenchmark, avgt")
        .containsOnlyOnce("; it is tried again in a later round");
    assertThat(ended.out().lines().filter(line -> line.contains("Fork failed"))).hasSize(2);
    assertThat(results().get(0).path("forks").intValue()).isEqualTo(4);
  }

  @Test
  void aForkThatHangsInItsWarmUpIsStopped() {
    Ended ended = run("-f 1 -to 2s -wi 5 -w 50ms TurnFaultsBenchmark.(works|hangs)");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.out())
        .contains("TurnFaultsBenchmark.hangs: it did not warm up within 2 s and was stopped")
        .contains("#   TurnFaultsBenchmark.works: ");
  }

  @Test
  void aFileThatCannotBeWrittenAnyMoreLosesNothing() throws IOException {
    Path lost = Files.createDirectories(directory.resolve("lost"));
    // The first fork with this fault deletes the directory of the second file.
    Ended ended =
        run(
            "-f 1 -p fault=NONE,LOSE_DIRECTORY -rf json -rff "
                + lost.resolve("results.json")
                + " -jvmArgsAppend '-Drequestpath.lost="
                + lost
                + " -Drequestpath.crashed="
                + directory.resolve("crashed")
                + "' FaultyBenchmark");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err()).contains("results.json").contains("all of them are in " + out);
    assertThat(results()).hasSize(2);
  }

  @Test
  void aRunDirectoryThatIsNotEmptyIsNotWrittenTo() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("notes.txt"), "mine");
    Ended ended = run("-f 1 -p fault=NONE FaultyBenchmark");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("is not empty");
    assertThat(ended.out()).doesNotContain("# Fork");
  }

  /**
   * One run, and what resuming it does: a fork is slow, so the steps share its forks. With {@code
   * --quick} no page checks what libraries do to data; with maps no types are compiled.
   */
  @Test
  void aRunRecordsWhatItWasMadeWithAndIsResumedWithTheSame() throws Exception {
    Path relative = Path.of("target", "mine-" + System.nanoTime() + ".json");
    Files.writeString(relative, "[{\"a\":1}]");
    String line =
        "--quick -f 2 -wi 3 -w 10ms -i 1 -r 10ms --seed 7 -jvmArgsAppend -Dmy.token=hunter2"
            + " -p library=GSON -p binding=MAP -p file="
            + relative
            + " OwnPayloadBench.*fromBytes";
    Ended ended = run(line);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out() + ended.err()).contains("-Dmy.token=***#").doesNotContain("hunter2");
    assertRecorded();
    assertNoSecrets();

    Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
    Files.createDirectories(elsewhere.resolve("target"));
    Path moved = Files.move(relative, elsewhere.resolve(relative));
    String environment = Files.readString(out.resolve("environment.json"));
    String here = "\"directory\" : \"" + Path.of("").toAbsolutePath() + '"';
    assertThat(environment).contains(here);
    environment = environment.replace(here, "\"directory\" : \"" + elsewhere + '"');
    Files.writeString(out.resolve("environment.json"), environment);
    List<Path> forks = forkFiles();
    Files.delete(forks.get(forks.size() - 1));

    Ended resumed = resume(line);
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(resumed.out()).contains("# Fork 2 of 2", "forks already saved");
    assertThat(resumed.out().lines().filter(each -> each.startsWith("# Fork "))).hasSize(1);
    assertThat(results().at("/0/params/file").asText()).isEqualTo(relative.toString());
    assertThat(results()).allSatisfy(row -> assertThat(forks(row)).isEqualTo(2));
    assertThat(resume(line).out()).contains("Nothing to do").doesNotContain("# Fork ");

    assertResumedOnlyWithTheSame(line, moved);
    Files.writeString(out.resolve("environment.json"), environment);
    Files.writeString(moved, "[{\"a\":1}]");
    Files.write(forks.get(0), new byte[] {1, 2, 3});
    assertThat(resume(line).err()).contains("delete it, and its fork is run again").hasLineCount(1);
  }

  private void assertRecorded() throws IOException {
    JsonNode environment = MAPPER.readTree(out.resolve("environment.json").toFile());
    assertThat(environment.path("seed").longValue()).isEqualTo(7);
    assertThat(environment.at("/machine/cores").intValue()).isPositive();
    assertThat(environment.at("/jvm/arguments").toString()).contains("-Xmx512m");
    assertThat(environment.path("fixture").textValue()).hasSize(64);
    assertThat(environment.path("ended").textValue()).endsWith("Z");
    assertThat(environment.at("/libraries/com.google.code.gson:gson").textValue()).isNotEmpty();
    JsonNode row = MAPPER.readTree(out.resolve("rounds.json").toFile()).at("/groups/0/rows/0");
    assertThat(row.path("forks")).hasSize(2);
    assertThat(row.at("/forks/1/round").intValue()).isEqualTo(2);
    assertThat(row.at("/forks/1/warmUp")).hasSize(3);
    assertThat(row.at("/forks/1/warmUp/0").doubleValue()).isPositive();
    assertThat(out.resolve("report.md")).content(UTF_8).contains("--seed 7");
    assertThat(results().at("/0/jvm").textValue()).isEqualTo("java");
  }

  private void assertNoSecrets() throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file, ISO_8859_1))
                      .as(file.toString())
                      .doesNotContain("hunter2"));
    }
  }

  private void assertResumedOnlyWithTheSame(String line, Path payload) throws IOException {
    String recorded = Files.readString(out.resolve("environment.json"));
    for (String pointer : List.of("/jar", "/fixture", "/jvm/version", "/machine/cpu")) {
      String value = MAPPER.readTree(recorded).at(pointer).asText();
      Files.writeString(
          out.resolve("environment.json"), recorded.replace('"' + value + '"', "\"other\""));
      Ended ended = resume(line);
      assertThat(ended.exitCode()).isEqualTo(2);
      assertThat(ended.err())
          .startsWith("requestpath: --resume ")
          .contains(pointer.substring(1).replace('/', ' ') + " was other and is now ")
          .hasLineCount(1);
    }
    Files.writeString(out.resolve("environment.json"), recorded);
    Files.writeString(payload, "[{\"a\":2}]");
    assertThat(resume(line).err()).contains("its inputs was {\"mine-").hasLineCount(1);
  }

  @Test
  void noForkOutlivesAParentThatIsKilled() throws Exception {
    Path output = directory.resolve("out.txt");
    Process parent =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Djmh.ignoreLock=true",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            "--out",
                            out.toString()),
                        Stream.of(words("-f 1 -wi 600 -w 100ms -p fault=NONE FaultyBenchmark")))
                    .toList())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    List<ProcessHandle> forks = List.of();
    // JMH prints its header before it starts the fork.
    for (int i = 0;
        i < 600 && (forks.isEmpty() || !Files.readString(output).contains("# Fork 1 of 1"));
        i++) {
      assertThat(parent.waitFor(100, TimeUnit.MILLISECONDS)).as(Files.readString(output)).isFalse();
      forks = parent.descendants().toList();
    }
    assertThat(forks).as(Files.readString(output)).isNotEmpty();

    parent.destroyForcibly().waitFor();

    for (ProcessHandle fork : forks) {
      assertThat(fork.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
    }
  }

  private Ended run(String line) {
    return CommandLines.run(directory, words("--out " + out + " " + line));
  }

  private Ended resume(String line) {
    return CommandLines.run(directory, words("--resume " + out + " " + line));
  }

  private JsonNode results() throws IOException {
    return MAPPER.readTree(out.resolve("results.json").toFile());
  }

  private List<Path> forkFiles() throws IOException {
    try (Stream<Path> files = Files.list(out.resolve("forks"))) {
      return files.sorted().toList();
    }
  }

  private static int forks(JsonNode row) {
    return row.path("forks").intValue();
  }
}
