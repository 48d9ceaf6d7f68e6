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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String FAULTY = "FaultyBenchmark";

  @TempDir Path directory;

  /** Holds the run directories. */
  @TempDir Path kept;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -f 0 JsonEncode                     | -f 0 runs all variants in one JVM
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
          --no-such-option                    | : --no-such-option is not a recognized option: -h lists
          -zz JsonEncode                      | : -zz is not a recognized option: -h lists
          -f 1 -z3 JsonEncode                 | : -z3 is not a recognized option: -h lists
          -p library=JACKSN2 JsonEncode       | library=JACKSN2 is not known: did you mean JACKSON2?
          -p library=gson JsonEncode          | library=gson is not known: did you mean GSON?
          -p payload=DOCUMENTS JsonEncode     | payload=DOCUMENTS is not known: did you mean DOCUMENT?
          -p binding=RECROD JsonEncode        | binding=RECROD is not known: did you mean RECORD?
          -p libary=GSON JsonEncode           | which have binding, library, payload, size: did you mean library?
          JsonEcnode                          | no benchmark matches JsonEcnode: did you mean JsonEncode?
          JsonEncode.*tobyte                  | did you mean JsonEncode.*toBytes?
          verfy --quick                       | did you mean verify?
          --baseline JACKSN2 JsonEncode       | --baseline JACKSN2 is none of the selected variants: did you mean JACKSON2?
          -i none JsonEncode                  | Cannot parse argument 'none' of option i
          -rff /nowhere/r.json JsonEncode     | -rff /nowhere/r.json cannot be written (its directory
          -rff . JsonEncode                   | -rff . cannot be written (it is a directory)
          -o /nowhere/out.txt JsonEncode      | -o /nowhere/out.txt cannot be written
          -prof nosuchprofiler JsonEncode     | -prof nosuchprofiler cannot be used here
          -prof async:dir=/dev/null/d Json    | -prof async:dir=/dev/null/d cannot be written
          -jvm /nowhere/java JsonEncode       | does not start a JVM (it does not start)
          -jvm /bin/false JsonEncode          | does not start a JVM (exit code 1)
          -jvm /bin/echo JsonEncode           | does not start a JVM (it is another program)
          -jvmArgs -Xms64m -jvmArgsAppend -Xmx16m Json | (Initial heap size set to a larger value than the
          -jvmArgsAppend -XX:-UseG1GC Json    | does not start a JVM (Garbage collector not selected
          -p library=GSON -p n=5              | no benchmark that runs by default has all of the parameters library, n
          --time-limit 9s -p n=5 Fibonacci    | --time-limit 9s is too short: it needs about
          -prof jfr:dir=/dev/null/d Json      | -prof jfr:dir=/dev/null/d cannot be written
          -jvmArgs -Xnope JsonEncode          | does not start a JVM (Unrecognized option: -Xnope)
          -p library=JACKSON_MSGPACK Json     | library=JACKSON_MSGPACK is not known: choose from J
          -pnosuch=1 JsonEncode               | -p nosuch is a parameter of none
          --p nosuch=1 JsonEncode             | -p nosuch is a parameter of none
          -p =GSON JsonEncode                 | -p names no parameter: write -p name=value
          -p library JsonEncode               | write -p name=value
          -e .* JsonEncode                    | no benchmark matches JsonEncode that -e .* does not
          -rf xml JsonEncode                  | XML is not a result format type
          -wm BULK -p library=NOPE JsonEncode | library=NOPE is not known
          -wm BULK -f 0 JsonEncode            | -f 0 runs all variants in one JVM
          --precision 2 JsonEncode            | is not a percentage; use e.g. 2%
          --max-rounds 0 JsonEncode           | --max-rounds 0 is out of bounds: choose 1 or more
          --max-rounds x JsonEncode           | --max-rounds': 'x' is not a whole number
          --seed 99999999999999999999 Json    | --seed': '99999999999999999999' is not a whole
          --stock --quick JsonEncode          | --stock is plain JMH without --
          -bm nonsense JsonEncode             | nonsense
          -p fault=UNSUPPORTED FaultyBench    | nothing selected can run
          -wi 2 bench.ColdStart               | -wi 2 cannot be used with ColdStartBenchmark.decodeFirst
          --baseline iterative iterative$     | --baseline iterative has nothing to be compared with
          -p file=a,b.json OwnPayload         | file=a,b.json is a list, because commas separate values, and a does not exist
          --against-jar none.jar Fibonacci    | --against-jar none.jar holds no benchmarks
          --against-jvm /proc Fibonacci       | --against-jvm /proc has no JVM
          -p file=/dev/stdin OwnPayload       | file=/dev/stdin is not a regular file
          -p file=no.json OwnPayload          | file=no.json does not exist: name a JSON file
          """)
  void anErrorOfTheUserIsOneSentenceBeforeAnyFork(String line, String sentence) {
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
  void aRunEndsWithATableAndAResultFileWithoutWhatTheCorrectnessCheckAllocates()
      throws IOException {
    Path results = directory.resolve("results.json");
    Ended ended =
        run(
            words(
                "-p fault=NONE,UNSUPPORTED -p size=100 -f 2 -r 20ms -rf json -rff "
                    + results
                    + " FaultyBenchmark"));

    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out())
        .contains("# Fork 1 of 2: FaultyBenchmark.run (fault=NONE, size=100)")
        .contains("# Fork 2 of 2")
        .containsPattern(
            "# Figures of FaultyBenchmark.run \\(fault=NONE, size=100\\), avgt:\n.*\n#   run +[0-9]")
        .doesNotContain("Score")
        .contains(
            "# Skipped: FaultyBenchmark.run (fault=UNSUPPORTED, size=100): it does not do that"
                + " (https://example.org/no)");
    assertThat(Files.list(directory)).containsExactly(results);
    JsonNode row = MAPPER.readTree(results.toFile()).get(0);
    assertThat(row.at("/params/fault").textValue()).isEqualTo("NONE");
    assertThat(row.path("forks").intValue()).isEqualTo(2);
    assertThat(row.at("/primaryMetric/rawData")).hasSize(2);
    JsonNode secondary = row.path("secondaryMetrics");
    assertThat(secondary.at("/bytes/score").doubleValue()).isEqualTo(100_001);
    // The correctness check's 30 MB over the few thousand operations of an iteration would be
    // 10,000 more.
    assertThat(secondary.at("/gc.alloc.rate.norm/rawData/0"))
        .hasSize(3)
        .allSatisfy(bytes -> assertThat(bytes.doubleValue()).isBetween(100_000.0, 104_000.0));
    assertThat(secondary.at("/gc.count/rawData/0"))
        .allSatisfy(count -> assertThat(count.doubleValue()).isNotNegative());
  }

  @Test
  void aForkThatFailsHasNoFigureAndTakesNoOtherWithIt() throws IOException {
    Path results = directory.resolve("results.json");
    Ended ended =
        run(
            words(
                "-p fault=WRONG_ANSWER,UNPROVEN,EXCEPTION,CRASH,NONE -rf json -rff "
                    + results
                    + " FaultyBenchmark"));

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err())
        .startsWith("requestpath: 4 failures, 4 without a result; the first: FaultyBenchmark.run")
        .hasLineCount(1);
    assertThat(ended.out())
        .containsPattern("WRONG_ANSWER.*: what it encoded differs: field id is missing")
        .containsPattern("UNPROVEN.*: the fork was not verified")
        .containsPattern("EXCEPTION.*: java.lang.IllegalStateException: the library fell over")
        .containsPattern("CRASH.*: Forked VM failed with exit code 3");
    JsonNode rows = MAPPER.readTree(results.toFile());
    assertThat(rows).hasSize(1);
    assertThat(rows.at("/0/params/fault").textValue()).isEqualTo("NONE");
  }

  @Test
  void failOnErrorStopsTheRunButKeepsTheResultsSoFar() throws IOException {
    Path results = directory.resolve("results.csv");
    // The seed draws the order in which they are named.
    Ended ended =
        run(
            words(
                "--no-interleave --seed 8 -foe true -p fault=NONE,CRASH,UNPROVEN -rff "
                    + results
                    + " FaultyBenchmark"));

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
  void outputAndResultsGoToTheFilesThatAreNamedAndALinkStaysALink() throws IOException {
    Path output = directory.resolve("out.txt");
    Path results = Files.writeString(directory.resolve("results.csv"), "old");
    Path link = Files.createSymbolicLink(directory.resolve("link.csv"), results);
    Ended ended = run("-o", output + "", "-rff", link + "", "-p", "fault=NONE", FAULTY);

    assertThat(ended.out()).isEmpty();
    assertThat(Files.readString(output))
        .contains("# Fork 1 of 1")
        .containsPattern("Benchmark .* Score .*\nFaultyBenchmark.run ");
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(results)).contains("NONE");
  }

  @Test
  void aRunWithoutAnyFigureLeavesNoResultFile() {
    Path results = directory.resolve("results.json");
    Ended ended = run("-p", "fault=CRASH", "-rf", "json", "-rff", results + "", FAULTY);

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.out()).doesNotContain("REMEMBER");
    assertThat(results).doesNotExist();
  }

  @Test
  void aFileIsNotTouchedWhenNothingRuns() throws IOException {
    Path kept = Files.writeString(directory.resolve("kept.txt"), "kept");
    assertThat(run("-o", kept + "", "NoSuchBenchmark").exitCode()).isEqualTo(2);
    assertThat(kept).hasContent("kept");
  }

  /** A JVM decodes arguments by the locale in which it starts: one JVM runs all these lines. */
  @Test
  void aNameThatTheLocaleCannotExpressIsSaidToBeThat() throws Exception {
    Map<String, String> namedByLine = new LinkedHashMap<>();
    namedByLine.put("--out o/é JsonEncode", "'--out'");
    namedByLine.put("-p file=é.json OwnPayload", "file=");
    namedByLine.put("-rff é.json JsonEncode", "-rff");
    namedByLine.put("-o é.txt JsonEncode", "-o");
    namedByLine.put("--against-jar é.jar Json", "--against-jar");
    namedByLine.put("--against-jvm é Json", "--against-jvm");
    namedByLine.put("report é", "(RUN)");
    namedByLine.put("compare é b", "(OLD)");
    namedByLine.put("profile -o é Json", "'-o'");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Djmh.ignoreLock=true"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(SeveralLines.class.getName());
    command.addAll(namedByLine.keySet());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(out).doesNotContain("Exception", "java.nio");
    assertThat(out.lines().toList())
        .zipSatisfy(
            namedByLine.values(),
            (line, named) ->
                assertThat(line)
                    .startsWith("2 requestpath: ")
                    .contains(named)
                    .contains(
                        "has characters that the locale cannot express (ANSI_X3.4-1968): set"
                            + " LC_ALL="));
  }

  /** Runs several command lines, and prints the exit code and the error of each. */
  static final class SeveralLines {
    private SeveralLines() {}

    public static void main(String[] lines) {
      for (String line : lines) {
        Ended ended = CommandLines.ended(List.of(words(line)));
        System.out.println(ended.exitCode() + " " + ended.err().strip());
      }
    }
  }

  private Ended run(String... arguments) {
    return CommandLines.run(kept, arguments);
  }
}
