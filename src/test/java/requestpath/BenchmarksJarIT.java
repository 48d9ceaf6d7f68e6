package requestpath;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static requestpath.cli.CommandLines.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import requestpath.cli.DocumentedCommand;
import requestpath.codec.msgpack.MsgPackLibrary;
import requestpath.profile.NativeLibrary;

/** {@code target/benchmarks.jar} itself, called as its users call it. */
class BenchmarksJarIT extends JarRuns {
  @Test
  void librariesFindTheirFasterCodeForNewerJdks() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Main-Class")).isEqualTo("requestpath.cli.Main");
      assertThat(manifest.getValue("Multi-Release")).isEqualTo("true");
    }
  }

  @Test
  void everyLicenceIsInside() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
      String thirdParty =
          new String(
              jar.getInputStream(jar.getEntry("META-INF/THIRD-PARTY.txt")).readAllBytes(), UTF_8);
      assertThat(thirdParty)
          .contains("jackson-databind", "gson", "dsl-json", "msgpack-core", "jmh-core", "picocli")
          .contains("Apache", "GNU General Public License")
          .doesNotContain("Unknown license", "junit");
      assertThat(jar.stream())
          .noneMatch(entry -> entry.getName().matches("META-INF/.*\\.(SF|RSA|DSA)"));
    }
  }

  @Test
  void listingsAreThoseOfJmh() throws Exception {
    assertThat(run("-l").out()).startsWith("Benchmarks:").contains("JsonEncodeBenchmark.toBytes");
    assertThat(run("-lp", "Fibonacci|MsgPackDecode").out())
        .contains("param \"n\" = {10}")
        .contains(
            Stream.of(MsgPackLibrary.values())
                .map(MsgPackLibrary::name)
                .collect(Collectors.joining(", ", "param \"library\" = {", "}")));
    assertThat(run("-lprof").out()).contains("Supported profilers:");
    assertThat(run("-lrf").out()).contains("json");
    assertThat(run("-h").out()).contains("-wi <int>").contains("--stock").contains("Exit codes:");
  }

  @Test
  void generatedCodeIsInsideAndUsed() throws Exception {
    Ended ended =
        run(
            words(
                "-f 2 -wi 1 -w 100ms -i 2 -r 100ms -p library=DSL_JSON -p binding=RECORD,BEAN -rf "
                    + "csv JsonDecode"));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("generated requestpath.payload._Item_DslJsonConverter")
        .contains("generated requestpath.payload._ItemBean_DslJsonConverter");
    assertThat(ended.out().lines().filter(line -> line.contains("# Using")))
        .as("once for each variant, in the first of its rounds")
        .hasSize(2)
        .allMatch(line -> line.startsWith("# Using dsl-json"));
    assertThat(directory.resolve("jmh-result.csv")).isNotEmptyFile();
  }

  /** The words of a command that the README or a guide has, which the test may add to. */
  private static List<String> documented(String words) throws IOException {
    String ours = "java -jar target/benchmarks.jar ";
    for (Path text : Guides.all()) {
      for (DocumentedCommand command : DocumentedCommand.inMarkdown(text)) {
        if (command.text().equals(ours + words)) {
          return new ArrayList<>(List.of(words(words)));
        }
      }
    }
    throw new AssertionError("no guide has the command " + ours + words);
  }

  private Ended runDocumented(String words, String more) throws Exception {
    List<String> line = new ArrayList<>(documented(words));
    line.addAll(List.of(words(more)));
    return run(line.toArray(String[]::new));
  }

  @Test
  void aDocumentedRunReallyRuns() throws Exception {
    Ended ended =
        runDocumented(
            "JsonDecode -p library=JACKSON2,GSON -p binding=RECORD,MAP",
            "--quick -f 1 -wi 1 -w 10ms -i 1 -r 10ms -p size=1");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("JsonDecodeBenchmark.fromBytes", "JACKSON2", "GSON", "RECORD", "MAP");
  }

  @Test
  void theDocumentedVerifyChecksTheLibrariesThatAreNamed() throws Exception {
    Ended ended = runDocumented("verify", "--library AVAJE_JSONB_INEXACT,GSON");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    // Newer JDKs warn there of what libraries do.
    assertThat(ended.err()).doesNotContain("requestpath:", "SEVERE", "Exception");
    assertThat(ended.out()).contains("218 inexact: AVAJE_JSONB_INEXACT").doesNotContain("MOSHI");
    assertThat(run("verify", "--library", "GSON", "--json").out()).startsWith("[ {");
  }

  @Test
  void theDocumentedProfileNeedsNothingButTheJar() throws Exception {
    Ended ended =
        runDocumented(
            "profile 'JsonEncode.*toBytes' -p binding=RECORD -p library=JACKSON2,FASTJSON2 --against JACKSON2",
            "-p size=10 -wi 2 -w 200ms -i 2 -r 300ms");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).doesNotContain("restricted method");
    assertThat(ended.out())
        .contains("CPU time of the benchmark method", "cpu.html", "more (+) and less (-) than");
  }

  @Test
  void asyncProfilerNeedsNoPathAndOverwritesNothing() throws Exception {
    assumeTrue(NativeLibrary.extract().isPresent(), "skipped: no native library for this platform");
    Ended ended =
        run(
            words(
                "-f 2 -wi 1 -w 100ms -i 1 -r 200ms -prof async:output=collapsed;dir="
                    + directory.resolve("stacks")
                    + " FibonacciBenchmark.recursiveInt"));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).doesNotContain("restricted method");
    for (String round : List.of("round-1", "round-2")) {
      try (Stream<Path> files = Files.walk(directory.resolve("stacks").resolve(round))) {
        assertThat(files.filter(Files::isRegularFile)).hasSize(1);
      }
    }
  }

  @Test
  void stockIsJmhItself() throws Exception {
    Ended ended =
        run(words("--stock -f 1 -wi 1 -w 50ms -i 1 -r 50ms FibonacciBenchmark.iterative"));

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).contains("# Run progress: 0.00% complete").contains("REMEMBER:");
    assertThat(run("--stock", "-f", "x").exitCode()).isEqualTo(1);
  }

  @Test
  void twoBuildsRunInTheSameRounds() throws Exception {
    Path other = Files.copy(JAR, directory.resolve("other.jar"));
    Ended ended =
        run(
            words(
                "-f 2 -wi 1 -w 50ms -i 3 -r 20ms FibonacciBenchmark.iterative --against-jar "
                    + other));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("FibonacciBenchmark.iterative (n=10) against")
        .containsPattern(
            "this build \\(the candidate\\) against other.jar \\(the base\\):\\n.*iterative .*this"
                + " build");
  }

  @Test
  void calledWronglyItSaysOneSentence() throws Exception {
    Ended ended = run("NoSuchBenchmark");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err())
        .startsWith("requestpath: no benchmark matches NoSuchBenchmark: -l lists them all")
        .hasLineCount(1);
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void optionsFromTheEnvironmentAreWarnedOfRecordedAndComparedInTheRunDirectory() throws Exception {
    String[] line = words("-f 1 -wi 0 -i 1 -r 10ms FibonacciBenchmark.iterative --out changed");
    Ended changed =
        run(directory, Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1"), List.of(line));
    // Without --out the run directory is beside where the run was started.
    run(words("-f 1 -wi 0 -i 1 -r 10ms FibonacciBenchmark.iterative"));
    String plain;
    try (Stream<Path> runs = Files.list(directory.resolve("runs"))) {
      Path kept = runs.findFirst().orElseThrow();
      assertThat(kept.resolve("results.json")).isNotEmptyFile();
      assertThat(kept.resolve("environment.json")).content().contains("\"revision\"");
      plain = kept.toString();
    }

    String sentence =
        "JAVA_TOOL_OPTIONS='-XX:TieredStopAtLevel=1' from the environment changes the JVM of every"
            + " fork";
    assertThat(changed.exitCode()).as(changed.err()).isZero();
    assertThat(changed.err()).contains("requestpath: warning: " + sentence);
    for (String file : List.of("report.html", "report.md", "environment.json")) {
      // Markdown has the underscore as a reference.
      assertThat(Files.readString(directory.resolve("changed").resolve(file)).replace("&#95;", "_"))
          .contains("JAVA_TOOL_OPTIONS", "TieredStopAtLevel=1");
    }
    // Notices are wrapped into lines.
    assertThat(run("compare", plain, "changed").out().replaceAll("\\R#? +", " "))
        .contains(
            "Another set of JVM options from the environment: none, then"
                + " JAVA_TOOL_OPTIONS=-XX:TieredStopAtLevel=1");
  }

  @Test
  void aTemporaryDirectoryThatCannotBeUsedIsNamed() throws Exception {
    for (String[] line : List.of(words("Fibonacci"), words("profile Fibonacci"))) {
      Ended ended = run(directory.resolve("none"), Map.of(), List.of(line));

      assertThat(ended.exitCode()).isEqualTo(2);
      // Newer JVMs warn of it themselves, before this program begins.
      assertThat(ended.err().lines().filter(each -> !each.startsWith("WARNING: java.io.tmpdir ")))
          .hasSize(1)
          .first(STRING)
          .startsWith("requestpath: the directory for temporary files, ")
          .contains("none, cannot be used (it does not exist)");
    }
  }
}
