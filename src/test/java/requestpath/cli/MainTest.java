package requestpath.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static requestpath.cli.CommandLines.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import requestpath.cli.CommandLines.Ended;

/**
 * The command line as its users meet it: exit codes, sentences, and what survives a fork that
 * fails.
 */
class MainTest {
  private static final String FAULTY = "FaultyBenchmark";

  @TempDir Path folder;

  /** Where runs are kept, each in a folder of its own. */
  @TempDir Path kept;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -f 0 JsonEncode                     | -f 0 would let variants share one JVM
          -p library=NOPE JsonEncode          | library=NOPE is not known: choose from JACKSON2,
          -p size=-1 JsonEncode               | size=-1 is out of bounds: choose from 1 to 100000
          -p size=many JsonEncode             | size=many is not a whole number, or too large
          -p size=99999999999 JsonEncode      | size=99999999999 is not a whole number, or too large
          -p n=47 FibonacciBenchmark          | n=47 is out of bounds: choose from 0 to 46
          -p iterations=0 LoopBenchmark       | iterations=0 is out of bounds
          -p color=red JsonEncode             | -p color is a parameter of none of the selected
          NoSuchBenchmark                     | no benchmark matches NoSuchBenchmark: -l lists them all
          [                                   | [ is not a regular expression
          -e ( JsonEncode                     | ( is not a regular expression
          --no-such-option                    | no-such-option is not a recognized option: -h lists
          -i none JsonEncode                  | Cannot parse argument 'none' of option i
          -rff /nowhere/r.json JsonEncode     | -rff /nowhere/r.json cannot be written (its folder
          -rff . JsonEncode                   | -rff . cannot be written (it is a folder)
          -o /nowhere/out.txt JsonEncode      | -o /nowhere/out.txt cannot be written
          -prof nosuchprofiler JsonEncode     | -prof nosuchprofiler cannot be used here
          -prof async:dir=/dev/null/d Json    | -prof async:dir=/dev/null/d cannot be written
          -jvm /nowhere/java JsonEncode       | starts no JVM (it does not start)
          -jvm /bin/false JsonEncode          | starts no JVM (exit code 1)
          -jvm /bin/echo JsonEncode           | starts no JVM (it is another program)
          -jvmArgs -Xms64m -jvmArgsAppend -Xmx16m Json | (Initial heap size set to a larger value than the
          -jvmArgsAppend -XX:-UseG1GC Json    | starts no JVM (Garbage collector not selected
          -p library=GSON -p n=5              | no benchmark has all of the parameters library, n
          --time-limit 9s -p n=5 Fibonacci    | --time-limit 9s is too short: it needs about
          -prof jfr:dir=/dev/null/d Json      | -prof jfr:dir=/dev/null/d cannot be written
          -jvmArgs -Xnope JsonEncode          | starts no JVM (Unrecognized option: -Xnope)
          -p library=JACKSON_MSGPACK Json     | library=JACKSON_MSGPACK is not known: choose from J
          -pnosuch=1 JsonEncode               | -p nosuch is a parameter of none
          --p nosuch=1 JsonEncode             | -p nosuch is a parameter of none
          -p =GSON JsonEncode                 | -p names no parameter: write -p name=value
          -p library JsonEncode               | write -p name=value
          -e .* JsonEncode                    | no benchmark matches JsonEncode that -e .* does not
          -rf xml JsonEncode                  | XML is no value for a result format type
          -wm BULK -p library=NOPE JsonEncode | library=NOPE is not known
          -wm BULK -f 0 JsonEncode            | -f 0 would let variants share one JVM
          --precision 2 JsonEncode            | is not a percentage; use e.g. 2%
          --max-rounds 0 JsonEncode           | --max-rounds 0 is out of bounds: choose 1 or more
          --max-rounds x JsonEncode           | --max-rounds': 'x' is not a whole number
          --seed 99999999999999999999 Json    | --seed': '99999999999999999999' is not a whole
          --stock --quick JsonEncode          | --stock is plain JMH, which knows no --
          -bm nonsense JsonEncode             | nonsense
          -p fault=UNSUPPORTED FaultyBench    | nothing selected can run
          -wi 2 bench.ColdStart               | -wi 2 is not for ColdStartBenchmark.decodeFirst
          --baseline iterative iterative$     | --baseline iterative has nothing to be compared with
          -p file=a,b.json OwnPayload         | file=a,b.json is a list, because commas separate values, and a does not exist
          -p file=/dev/stdin OwnPayload       | file=/dev/stdin is not a regular file
          -p file=no.json OwnPayload          | file=no.json does not exist: name a JSON file
          """)
  void whatIsCalledWronglyEndsInOneSentenceBeforeAnyFork(String line, String sentence) {
    Ended ended = run(line.split(" "));

    assertThat(ended.err()).startsWith("requestpath: ").contains(sentence);
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.out()).doesNotContain("# Fork");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -prof gc:help                   | churn=<bool>
          -prof async:help                | libPath=<path>
          -prof jfr:help JsonEncode -f 1  | configName=<name>
          """)
  void theHelpOfAProfilerIsPrinted(String line, String option) {
    Ended ended = run(line.split(" "));

    assertThat(ended.out()).startsWith("Usage: -prof ").contains(option);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
  }

  @Test
  void aRunThatIsRightEndsWithATableAndAResultFile() throws IOException {
    Path results = folder.resolve("results.json");
    Ended ended =
        run("-p", "fault=NONE,UNSUPPORTED", "-f", "2", "-rff", results + "", "-rf", "json", FAULTY);

    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out())
        .contains("# Fork 1 of 2: FaultyBenchmark.run (fault=NONE, size=1)")
        .contains("# Fork 2 of 2")
        .containsPattern("FaultyBenchmark.run +NONE +1 +avgt +6 ")
        .contains(
            "# Skipped: FaultyBenchmark.run (fault=UNSUPPORTED, size=1): it does not do that"
                + " (https://example.org/no)");
    JsonNode row = new ObjectMapper().readTree(results.toFile()).get(0);
    assertThat(row.path("params").path("fault").textValue()).isEqualTo("NONE");
    assertThat(row.path("forks").intValue()).isEqualTo(2);
    assertThat(row.path("primaryMetric").path("rawData")).hasSize(2);
    assertThat(row.path("secondaryMetrics").path("bytes").path("score").doubleValue())
        .isEqualTo(1001);
    assertThat(Files.list(folder)).containsExactly(results);
  }

  @Test
  void whatTheProofAllocatesIsNotTheOperationsAllocation() throws IOException {
    Path results = folder.resolve("results.json");
    run(
        "-p",
        "fault=NONE",
        "-p",
        "size=100",
        "-r",
        "20ms",
        "-rff",
        results + "",
        "-rf",
        "json",
        FAULTY);

    JsonNode allocation =
        new ObjectMapper()
            .readTree(results.toFile())
            .get(0)
            .path("secondaryMetrics")
            .path("gc.alloc.rate.norm");
    List<Double> iterations = new ArrayList<>();
    allocation.path("rawData").get(0).forEach(value -> iterations.add(value.doubleValue()));
    assertThat(iterations)
        .hasSize(3)
        // The correctness check's 30 MB over the few thousand operations of an iteration would be
        // 10,000 more.
        .allSatisfy(bytes -> assertThat(bytes).isBetween(100_000.0, 104_000.0));
    JsonNode collections =
        new ObjectMapper()
            .readTree(results.toFile())
            .get(0)
            .path("secondaryMetrics")
            .path("gc.count")
            .path("rawData")
            .get(0);
    collections.forEach(count -> assertThat(count.doubleValue()).isNotNegative());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WRONG_ANSWER | what it encoded differs: field id is missing
          UNPROVEN     | its answer was not found correct, so its figure does not count
          EXCEPTION    | java.lang.IllegalStateException: the library fell over
          CRASH        | Forked VM failed with exit code 3
          """)
  void aForkThatFailsHasNoFigureAndTakesNoOtherWithIt(String fault, String reason)
      throws IOException {
    Path results = folder.resolve("results.json");
    Ended ended =
        run("-p", "fault=" + fault + ",NONE", "-rff", results + "", "-rf", "json", FAULTY);

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err())
        .startsWith(
            "requestpath: 1 failure, 1 left without a figure; the first:"
                + " FaultyBenchmark.run (fault="
                + fault)
        .contains(reason);
    assertThat(ended.err().lines()).hasSize(1);
    JsonNode rows = new ObjectMapper().readTree(results.toFile());
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).path("params").path("fault").textValue()).isEqualTo("NONE");
  }

  @Test
  void failOnErrorStopsTheRunButKeepsWhatThereIs() throws IOException {
    Path results = folder.resolve("results.csv");
    Ended ended =
        run(
            // Draws the order in which they are named.
            "--seed",
            "8",
            "-foe",
            "true",
            "-p",
            "fault=NONE,CRASH,UNPROVEN",
            "-rff",
            results + "",
            FAULTY);

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err()).contains("fault=CRASH").contains("the run stopped there");
    assertThat(ended.out()).doesNotContain("fault=UNPROVEN, size=1)");
    assertThat(Files.readString(results)).contains("NONE");
  }

  @Test
  void silentModePrintsNothingButWhatTheForkItselfPrints() {
    Ended ended = run("-v", "SILENT", "-p", "fault=NONE", FAULTY);

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).doesNotContain("#", "Iteration", "Benchmark ");
  }

  @Test
  void humanReadableOutputGoesWhereItIsAskedTo() throws IOException {
    Path output = folder.resolve("out.txt");
    Ended ended = run("-o", output + "", "-p", "fault=NONE", FAULTY);

    assertThat(ended.out()).isEmpty();
    assertThat(Files.readString(output)).contains("# Fork 1 of 1").contains("FaultyBenchmark.run");
  }

  @Test
  void aValueThatSomeBenchmarksKnowSelectsThose() {
    Ended ended =
        run(
            words(
                "-p library=GSON -p fault=CRASH -p size=1 -f 1 -wi 0 -i 1 -r 1ms "
                    + "FaultyBenchmark|JsonEncodeBenchmark.toBytes"));

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.out())
        .contains("library=GSON, binding=RECORD")
        .contains("FaultyBenchmark.run (fault=CRASH")
        .doesNotContain("library=JACKSON2");
  }

  @Test
  void aRunWithoutAnyFigureLeavesNoResultFile() {
    Path results = folder.resolve("results.json");
    Ended ended = run("-p", "fault=CRASH", "-rf", "json", "-rff", results + "", FAULTY);

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.out()).doesNotContain("REMEMBER");
    assertThat(results).doesNotExist();
  }

  @Test
  void aFileIsNotTouchedWhenNothingRuns() throws IOException {
    Path kept = Files.writeString(folder.resolve("kept.txt"), "kept");
    assertThat(run("-o", kept + "", "NoSuchBenchmark").exitCode()).isEqualTo(2);
    assertThat(kept).hasContent("kept");
  }

  @Test
  void aLinkToTheResultsStaysALink() throws IOException {
    Path results = Files.writeString(folder.resolve("results.csv"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), results);
    run("-rff", link + "", "-p", "fault=NONE", FAULTY);

    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(results)).contains("NONE");
  }

  @Test
  void severalModesAndThreadsAreRowsOfTheirOwn() {
    Ended ended = run("-bm", "thrpt,ss", "-t", "2", "-p", "fault=NONE", FAULTY);

    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .containsPattern("FaultyBenchmark.run +NONE +1 +thrpt ")
        .containsPattern("FaultyBenchmark.run +NONE +1 +ss ")
        .contains("# Threads: 2 threads");
  }

  @Test
  void aDocumentThatAVariantCannotDoIsSkippedInThatDirectionWithTheReason() throws IOException {
    Path file = Files.writeString(folder.resolve("z.json"), "{\"temp\":-0.0}");
    Ended ended =
        run(
            words(
                "-f 1 -wi 0 -i 1 -r 1ms -p library=FASTJSON2,AVAJE_JSONB -p file="
                    + file
                    + " OwnPayloadBenchmark"));

    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out())
        .contains("OwnPayloadBenchmark.fromBytes (library=FASTJSON2, file=" + file)
        .contains("it loses the sign of -0.0, which the file has")
        .containsPattern("# Fork .*toBytes \\(library=FASTJSON2")
        .doesNotContainPattern("# Fork .*fromBytes \\(library=FASTJSON2")
        .doesNotContainPattern("# Fork .*Bytes \\(library=AVAJE_JSONB");
  }

  /** A JVM decodes arguments by the locale in which it starts, so each case needs its own JVM. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --out o/é JsonEncode         | '--out'
          -p file=é.json OwnPayload    | file=
          -rff é.json JsonEncode       | -rff
          -o é.txt JsonEncode          | -o
          --against-jar é.jar Json     | --against-jar
          --against-jvm é Json         | --against-jvm
          report é                     | 'RUN'
          compare é b                  | 'OLD'
          profile -o é Json            | '-o'
          """)
  void aNameThatTheLocaleCannotExpressIsSaidToBeThat(String line, String what) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Djmh.ignoreLock=true"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(words(line)));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(out)
        .contains(what)
        .contains("has characters that the locale cannot express (ANSI_X3.4-1968): set LC_ALL=")
        .doesNotContain("Exception", "java.nio");
    assertThat(out.lines()).hasSize(1);
    assertThat(process.waitFor()).isEqualTo(2);
  }

  private Ended run(String... arguments) {
    return CommandLines.run(kept, arguments);
  }
}
