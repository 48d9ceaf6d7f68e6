package requestpath.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** What a crash, a hang, a kill and a wrong folder cost: the fork in flight, and a sentence. */
class NothingLostTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String FAULTY = "FaultyBenchmark";

  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void name() {
    out = folder.resolve("run");
  }

  @Test
  void aForkThatCrashesIsTriedOnceMoreInALaterRound() throws IOException {
    Path crashed = folder.resolve("crashed");
    Ended ended =
        run(
            "-f",
            "2",
            "-p",
            "fault=CRASH_ONCE,NONE",
            "-jvmArgsAppend",
            "-Drequestpath.crashed=" + crashed,
            FAULTY);

    assertThat(ended.exitCode()).as(ended.out()).isZero();
    assertThat(ended.out())
        .contains("exit code 3; it gets another try in a later round")
        .contains("# Fork 3 of 3: FaultyBenchmark.run (fault=CRASH_ONCE");
    assertThat(results()).hasSize(2).allSatisfy(row -> assertThat(forks(row)).isEqualTo(2));
  }

  @Test
  void aForkThatHangsIsEnded() throws IOException {
    Ended ended = run("-f", "1", "-to", "3s", "-p", "fault=HANG,NONE", FAULTY);

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err())
        .contains("it did not end within 3 s and was ended (-to gives it longer");
    assertThat(results()).hasSize(1);
  }

  @Test
  void aForkWithoutMemorySaysSo() {
    Ended ended = run("-f", "1", "-p", "fault=OUT_OF_MEMORY", FAULTY);

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err()).contains("java.lang.OutOfMemoryError");
    assertThat(ended.err().lines()).hasSize(1);
  }

  @Test
  void aRunThatWasCutOffGoesOnWithWhatIsMissing() throws IOException {
    run("-f", "3", "-p", "fault=NONE", FAULTY);
    List<Path> forks = forkFiles();
    assertThat(forks).hasSize(3);
    Files.delete(forks.get(2));

    Ended resumed = CommandLines.run(folder, "--resume", out + "");

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(resumed.out().lines().filter(line -> line.startsWith("# Fork "))).hasSize(1);
    assertThat(resumed.out()).contains("# Fork 3 of 3").contains("2 forks from before");
    assertThat(forks(results().get(0))).isEqualTo(3);
    assertThat(CommandLines.run(folder, "--resume", out + "").out()).doesNotContain("# Fork ");
  }

  @Test
  void aRunGoesOnOnlyWithWhatItBeganWith() throws IOException {
    run("-f", "1", "-p", "fault=NONE", FAULTY);
    assertRefused(
        "was started with -f 1 -p fault=NONE FaultyBenchmark, and -f 2 is not the same", "-f", "2");
    for (String pointer : List.of("jar", "fixture", "jvm version", "jvm arguments")) {
      byte[] recorded = Files.readAllBytes(out.resolve("environment.json"));
      ObjectNode changed = (ObjectNode) MAPPER.readTree(recorded);
      String[] names = pointer.split(" ");
      ObjectNode parent = names.length == 1 ? changed : (ObjectNode) changed.get(names[0]);
      parent.put(names[names.length - 1], "other");
      Files.write(out.resolve("environment.json"), MAPPER.writeValueAsBytes(changed));
      assertRefused("cannot go on: its " + pointer + " was other and is now ");
      Files.write(out.resolve("environment.json"), recorded);
    }
    Files.writeString(out.resolve("environment.json"), "{");
    assertRefused("holds no run: name a folder that --out named");
  }

  @Test
  void whatMayBeSecretIsInNoFileOfARunWhichGoesOnWhenItIsNamedAgain() throws IOException {
    String[] line = {"-f", "2", "-p", "fault=NONE", "-jvmArgsAppend", "-Dmy.token=hunter2", FAULTY};
    Ended ended = run(line);

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out() + ended.err()).contains("-Dmy.token=***#").doesNotContain("hunter2");
    try (Stream<Path> files = Files.walk(out)) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file, ISO_8859_1))
                      .as(file.toString())
                      .doesNotContain("hunter2"));
    }
    Files.delete(forkFiles().get(1));
    assertRefused("where values that may be secret are not recorded: give the same options again");
    line[5] = "-Dmy.token=hunter3";
    assertRefused("is not the same", line);
    line[5] = "-Dmy.token=hunter2";
    Ended resumed =
        CommandLines.run(
            folder,
            Stream.concat(Stream.of("--resume", out + ""), Stream.of(line)).toArray(String[]::new));
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(resumed.out()).contains("1 forks from before");
  }

  private void assertRefused(String sentence, String... others) {
    String[] line =
        Stream.concat(Stream.of("--resume", out + ""), Stream.of(others)).toArray(String[]::new);
    Ended ended = CommandLines.run(folder, line);
    assertThat(ended.err()).startsWith("requestpath: --resume ").contains(sentence);
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.exitCode()).isEqualTo(2);
  }

  @Test
  void aForkFileThatIsNotOneIsRefused() throws IOException {
    run("-f", "1", "-p", "fault=NONE", FAULTY);
    Files.write(forkFiles().get(0), new byte[] {1, 2, 3});

    Ended ended = CommandLines.run(folder, "--resume", out + "");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err()).contains("delete it, and its fork is run again");
    assertThat(ended.err().lines()).hasSize(1);
  }

  @Test
  void aFolderThatHoldsSomethingIsNotWrittenTo() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("notes.txt"), "mine");
    Ended ended = run("-f", "1", "-p", "fault=NONE", FAULTY);

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("is not empty: name a new folder");
    assertThat(ended.out()).doesNotContain("# Fork");
  }

  @Test
  void theFolderOfARunSaysWhatItWasMadeWith() throws IOException {
    run("-f", "2", "-wi", "3", "--seed", "7", "-p", "fault=NONE,UNSUPPORTED", FAULTY);

    JsonNode environment = MAPPER.readTree(out.resolve("environment.json").toFile());
    assertThat(environment.path("seed").longValue()).isEqualTo(7);
    assertThat(environment.at("/machine/cores").intValue()).isPositive();
    assertThat(environment.at("/jvm/arguments").toString()).contains("-Xmx64m");
    assertThat(environment.path("fixture").textValue()).hasSize(64);
    assertThat(environment.path("ended").textValue()).endsWith("Z");
    assertThat(environment.at("/libraries/com.google.code.gson:gson").textValue()).isNotEmpty();
    JsonNode row = MAPPER.readTree(out.resolve("rounds.json").toFile()).at("/groups/0/rows/0");
    assertThat(row.path("forks")).hasSize(2);
    assertThat(row.at("/forks/1/round").intValue()).isEqualTo(2);
    assertThat(row.at("/forks/1/warmUp")).hasSize(3);
    assertThat(row.at("/forks/1/warmUp/0").doubleValue()).isPositive();
    assertThat(out.resolve("report.md"))
        .content(UTF_8)
        .contains("--seed 7", "## Skipped in ", "it does not do that");
    assertThat(results().get(0).path("jvm").textValue()).isEqualTo("java");
  }

  @Test
  void oneFolderIsEnough() {
    Ended ended = CommandLines.run(folder, "--resume", out + "", "--out", folder + "");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("--out and --resume both name where the run is kept");
  }

  @Test
  void aPayloadOfTheReadersMustNotChangeMeanwhile() throws IOException {
    Path payload = Files.writeString(folder.resolve("mine.json"), "[{\"a\":1}]");
    String line =
        "-f 1 -wi 0 -i 1 -r 10ms -p library=GSON -p file="
            + payload
            + " OwnPayloadBench.*fromBytes";
    assertThat(run(CommandLines.words(line)).err()).isEmpty();
    Files.writeString(payload, "[{\"a\":2}]");
    assertRefused("cannot go on: its inputs was {\"mine.json\":");
  }

  @Test
  void aRunGoesOnInAnotherDirectoryWithTheFileThatItBeganWith() throws IOException {
    Path relative = Path.of("target", "mine-" + System.nanoTime() + ".json");
    Files.writeString(relative, "[{\"a\":1}]");
    String line =
        "-f 2 -wi 0 -i 1 -r 10ms -p library=GSON -p file="
            + relative
            + " OwnPayloadBench.*fromBytes";
    assertThat(run(CommandLines.words(line)).err()).isEmpty();
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.createDirectories(elsewhere.resolve("target"));
    Files.move(relative, elsewhere.resolve(relative));
    ObjectNode recorded =
        (ObjectNode) MAPPER.readTree(Files.readAllBytes(out.resolve("environment.json")));
    assertThat(recorded.path("directory").asText())
        .isEqualTo(Path.of("").toAbsolutePath().toString());
    recorded.put("directory", elsewhere.toString());
    Files.write(out.resolve("environment.json"), MAPPER.writeValueAsBytes(recorded));
    Files.delete(forkFiles().get(1));

    Ended resumed = CommandLines.run(folder, "--resume", out + "");

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(resumed.out()).contains("# Fork 2 of 2");
    assertThat(results().get(0).path("params").path("file").asText()).isEqualTo(relative + "");
  }

  @Test
  void aFileThatCannotBeWrittenAnyMoreLosesNothing() throws IOException {
    Path lost = Files.createDirectories(folder.resolve("lost"));
    Path results = lost.resolve("results.json");
    Path crashed = folder.resolve("crashed");
    // The first fork that crashes takes the folder of the second file away.
    Ended ended =
        run(
            "-f",
            "1",
            "-p",
            "fault=NONE,LOSE_FOLDER",
            "-rf",
            "json",
            "-rff",
            results + "",
            "-jvmArgsAppend",
            "-Drequestpath.lost=" + lost + " -Drequestpath.crashed=" + crashed,
            FAULTY);

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err()).contains("results.json").contains("all of them are in " + out);
    assertThat(results()).hasSize(2);
  }

  @Test
  void noForkOutlivesAParentThatIsKilled() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djmh.ignoreLock=true",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--out",
                out + "",
                "-f",
                "1",
                "-wi",
                "600",
                "-w",
                "100ms",
                "-p",
                "fault=NONE",
                FAULTY)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .start();
    Path output = folder.resolve("out.txt");
    for (int i = 0; i < 600 && !Files.readString(output).contains("# Fork 1 of 1"); i++) {
      assertThat(parent.waitFor(100, TimeUnit.MILLISECONDS)).as(Files.readString(output)).isFalse();
    }
    // JMH prints its header before it starts the fork.
    List<ProcessHandle> forks = parent.descendants().toList();
    for (int i = 0; i < 600 && forks.isEmpty(); i++) {
      assertThat(parent.waitFor(100, TimeUnit.MILLISECONDS)).as(Files.readString(output)).isFalse();
      forks = parent.descendants().toList();
    }
    assertThat(forks).as(Files.readString(output)).isNotEmpty();

    parent.destroyForcibly().waitFor();

    for (ProcessHandle fork : forks) {
      assertThat(fork.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
    }
  }

  private Ended run(String... arguments) {
    String[] line =
        Stream.concat(Stream.of("--out", out + ""), Stream.of(arguments)).toArray(String[]::new);
    return CommandLines.run(folder, line);
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
