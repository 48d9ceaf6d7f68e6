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
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import requestpath.cli.DocumentedCommand;
import requestpath.codec.msgpack.MsgPackLibrary;
import requestpath.profile.NativeLibrary;

/** {@code target/benchmarks.jar} itself, called as its users call it. */
class BenchmarksJarIT {
  private static final Path JAR = Path.of("target", "benchmarks.jar").toAbsolutePath();
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  @TempDir Path folder;

  private record Ended(int exitCode, String out, String err) {}

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
    assertThat(run("-lp", "Fibonacci").out()).contains("param \"n\" = {10}");
    assertThat(run("-lp", "MsgPackDecode").out())
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
                "-f 1 -wi 1 -w 100ms -i 2 -r 100ms -p library=DSL_JSON -p binding=RECORD,BEAN -rf "
                    + "csv JsonDecode"));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("generated requestpath.payload._Item_DslJsonConverter")
        .contains("generated requestpath.payload._ItemBean_DslJsonConverter");
    assertThat(folder.resolve("jmh-result.csv")).isNotEmptyFile();
  }

  @ParameterizedTest
  @CsvSource({
    "bench.ColdStart.*decodeFirst -p library=GSON, requestpath.codec.json.gson.GsonCodec",
    "bench.ColdStart.*encodeFirst -p library=GSON -p binding=MAP, requestpath.codec.json.gson.GsonCodec",
    "MsgPackColdStart.*decodeFirst -p library=MSGPACK_CORE, requestpath.codec.msgpack.core.MsgPackCoreCodec"
  })
  void aColdStartFindsNeitherItsLibraryNorReflectionAtWork(String line, String codec)
      throws Exception {
    Path log = folder.resolve("classes.log");
    Ended ended = run(words("-f 1 -jvmArgsAppend -Xlog:class+load:file=" + log + " " + line));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("classes.loaded").contains("heap.retained");
    List<String> classes = Files.readAllLines(log);
    List<String> before = classes.subList(0, indexOf(classes, " " + codec + " "));
    assertThat(before).anyMatch(loaded -> loaded.contains(" requestpath.harness.api.Footprint "));
    // From this jar there is nothing but what is ours and JMH's.
    assertThat(before)
        .filteredOn(loaded -> loaded.endsWith(JAR.getFileName().toString()))
        .isNotEmpty()
        .allMatch(
            loaded ->
                loaded.contains(" requestpath.")
                    || loaded.contains(" org.openjdk.jmh.")
                    || loaded.contains(" joptsimple."));
    // Reading a record by reflection spins such classes on JDK 18 and later; lambdas spin none.
    List<String> inputs =
        before.subList(
            indexOf(before, " requestpath.harness.api.InFork$Check "),
            indexOf(before, " java.lang.management.ClassLoadingMXBean "));
    assertThat(inputs)
        .anyMatch(loaded -> loaded.contains(" requestpath.payload.ColdStartInputs "))
        .noneMatch(loaded -> loaded.contains(" requestpath.payload.Tree "))
        .noneMatch(loaded -> loaded.contains(" jdk.internal.reflect."))
        .noneMatch(loaded -> loaded.matches(".* java\\.lang\\.invoke\\.LambdaForm\\$B?MH/.*"));
  }

  private static int indexOf(List<String> lines, String text) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i;
      }
    }
    throw new AssertionError("no class" + text + "is loaded");
  }

  /** A command of the README or a guide, whose words the test may add to. */
  private static List<String> documented(String begin) throws IOException {
    String ours = "java -jar target/benchmarks.jar ";
    for (Path text : Guides.all()) {
      for (DocumentedCommand command : DocumentedCommand.inMarkdown(text)) {
        if (command.text().startsWith(ours + begin)) {
          return new ArrayList<>(List.of(words(command.text().substring(ours.length()))));
        }
      }
    }
    throw new AssertionError("no guide has the command " + begin);
  }

  private Ended runDocumented(String begin, String more) throws Exception {
    List<String> line = new ArrayList<>(documented(begin));
    line.addAll(List.of(words(more)));
    return run(line.toArray(String[]::new));
  }

  @Test
  void aDocumentedRunReallyRuns() throws Exception {
    Ended ended =
        runDocumented("JsonDecode -p library=", "-f 1 -wi 1 -w 10ms -i 1 -r 10ms -p size=1");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("JsonDecodeBenchmark.fromBytes", "JACKSON2", "GSON", "RECORD", "MAP");
  }

  @Test
  void theDocumentedVerifyAsksTheLibrariesThatAreNamed() throws Exception {
    Ended ended = runDocumented("verify", "--library AVAJE_JSONB_INEXACT,GSON");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    // Newer JDKs warn there of what libraries do.
    assertThat(ended.err()).doesNotContain("requestpath:", "SEVERE", "Exception");
    assertThat(ended.out()).contains("218 inexact: AVAJE_JSONB_INEXACT").doesNotContain("MOSHI");
    assertThat(run("verify", "--library", "NOPE").err())
        .contains("requestpath: --library NOPE is not known: choose from JACKSON2,");
    assertThat(run("verify", "--library", "GSON", "--json").out()).startsWith("[ {");
  }

  @Test
  void theDocumentedProfileNeedsNothingButTheJar() throws Exception {
    Ended ended =
        runDocumented("profile 'JsonEncode.*toBytes'", "-p size=10 -wi 2 -w 200ms -i 2 -r 300ms");

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
            "-f",
            "2",
            "-wi",
            "1",
            "-w",
            "100ms",
            "-i",
            "1",
            "-r",
            "200ms",
            "-prof",
            "async:output=collapsed;dir=" + folder.resolve("stacks"),
            "FibonacciBenchmark.recursiveInt");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).doesNotContain("restricted method");
    for (String round : List.of("round-1", "round-2")) {
      try (Stream<Path> files = Files.walk(folder.resolve("stacks").resolve(round))) {
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
    Path other = Files.copy(JAR, folder.resolve("other.jar"));
    Ended ended =
        run(
            "--against-jar",
            other.toString(),
            "-f",
            "2",
            "-wi",
            "1",
            "-w",
            "50ms",
            "-i",
            "3",
            "-r",
            "20ms",
            "FibonacciBenchmark.iterative");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("FibonacciBenchmark.iterative (n=10) against")
        .containsPattern(
            "the base \\(--against-jar other.jar\\).*\\n.*iterative .*the (base|candidate)");
    assertThat(run("--against-jar", folder.resolve("none.jar").toString(), "Fib").err())
        .contains("holds no benchmarks: name another build of this jar");
    assertThat(run("--against-jvm", folder.toString(), "Fib").err()).contains("has no JVM: name");
  }

  @Test
  void aRunIsKeptBesideWhereItWasStarted() throws Exception {
    run("-f", "1", "-wi", "0", "-i", "1", "-r", "10ms", "FibonacciBenchmark.iterative");

    try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
      Path kept = runs.findFirst().orElseThrow();
      assertThat(kept.resolve("results.json")).isNotEmptyFile();
      assertThat(kept.resolve("environment.json")).content().contains("\"revision\"");
    }
  }

  @Test
  void calledWronglyItSaysOneSentence() throws Exception {
    Ended ended = run("NoSuchBenchmark");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err())
        .endsWith("requestpath: no benchmark matches NoSuchBenchmark: -l lists them all\n");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void optionsFromTheEnvironmentAreWarnedOfRecordedAndCompared() throws Exception {
    String[] line = words("-f 1 -wi 0 -i 1 -r 10ms FibonacciBenchmark.iterative --out changed");
    Ended changed =
        run(folder, Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1"), List.of(line));
    run(words("-f 1 -wi 0 -i 1 -r 10ms FibonacciBenchmark.iterative --out plain"));

    String sentence =
        "JAVA_TOOL_OPTIONS='-XX:TieredStopAtLevel=1' from the environment changes the JVM of every"
            + " fork";
    assertThat(changed.exitCode()).as(changed.err()).isZero();
    assertThat(changed.err()).contains("requestpath: warning: " + sentence);
    for (String file : List.of("report.html", "report.md", "environment.json")) {
      // Markdown has the underscore as a reference.
      assertThat(Files.readString(folder.resolve("changed").resolve(file)).replace("&#95;", "_"))
          .contains("JAVA_TOOL_OPTIONS", "TieredStopAtLevel=1");
    }
    assertThat(run("compare", "plain", "changed").out())
        .contains(
            "Another set of JVM options from the environment: none, then"
                + " JAVA_TOOL_OPTIONS=-XX:TieredStopAtLevel=1");
  }

  @Test
  void aFolderForTemporaryFilesThatCannotBeUsedIsNamed() throws Exception {
    for (String[] line : List.of(words("Fibonacci"), words("profile Fibonacci"))) {
      Ended ended = run(folder.resolve("none"), Map.of(), List.of(line));

      assertThat(ended.exitCode()).isEqualTo(2);
      // Newer JVMs warn of it themselves, before this program begins.
      assertThat(ended.err().lines().filter(each -> !each.startsWith("WARNING: java.io.tmpdir ")))
          .hasSize(1)
          .first(STRING)
          .startsWith("requestpath: the folder for temporary files, ")
          .contains("none, cannot be used (it does not exist)");
    }
  }

  private Ended run(String... arguments) throws IOException, InterruptedException {
    return run(folder, Map.of(), List.of(arguments));
  }

  private Ended run(Path temporary, Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(JAVA.toString(), "-Djava.io.tmpdir=" + temporary, "-jar", JAR.toString()));
    command.addAll(arguments);
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
