package requestpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.BenchmarkList;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import requestpath.Guides;
import requestpath.cli.CommandLines.Ended;
import requestpath.harness.api.UsageException;
import requestpath.harness.fork.CorrectnessProfiler;
import requestpath.harness.plan.Plans;

/**
 * Every command that the documentation shows works. Runs and profiles are planned up to the first
 * fork, {@code verify} is parsed, {@code report} and {@code compare} are executed. {@code
 * BenchmarksJarIT} executes {@code verify}, a run and a profile.
 */
class DocumentedCommandsTest {
  private static final String OURS = "java -jar target/benchmarks.jar";
  private static final List<Path> TEXTS = Guides.all();

  /** Commands that the test does not run: builds, which run this test, and clients of a server. */
  private static final Set<String> NOT_OURS =
      Set.of(
          "mvn -q -DskipTests package",
          "mvn -Planguages -DskipTests clean package",
          "mvn verify",
          "mvn spotless:apply",
          "JAZZER_FUZZ=1 mvn test-compile surefire:test@fuzz -Dtest=JsonFuzzTest",
          "redis-cli --scan --pattern 'requestpath:*'",
          "podman build --file .github/examples/Containerfile --tag registry.example/requestpath .",
          "podman push registry.example/requestpath",
          "kubectl apply --filename .github/examples/shards.k8s.yml",
          "kubectl wait --for=condition=complete --timeout=6h job/requestpath");

  private static final Path REAL_RUN =
      Path.of("src", "test", "resources", "requestpath", "report", "a-real-run");

  @TempDir Path directory;

  /** Placeholders in the texts that the reader replaces. */
  private final Map<String, String> placeholders = new LinkedHashMap<>();

  @BeforeEach
  void fillIn() throws IOException {
    Path home = Path.of(System.getProperty("java.home"));
    Path payload = Files.writeString(directory.resolve("mine.json"), "[{\"a\":1}]");
    List<Path> runs;
    try (Stream<Path> all = Files.list(Path.of("results"))) {
      runs = all.filter(run -> Files.exists(run.resolve("environment.json"))).sorted().toList();
    }
    assertThat(runs).hasSizeGreaterThan(1);
    placeholders.put("JDK_HOME", home.toString());
    placeholders.put("/path/to/another/jdk/bin/java", home.resolve("bin/java").toString());
    placeholders.put("other.jar", jarOfBenchmarks().toString());
    placeholders.put("orders.json", payload.toString());
    placeholders.put("runs/a", runs.get(0).toString());
    placeholders.put("runs/b", runs.get(1).toString());
    placeholders.put("runs/old", runs.get(0).toString());
    // A run beside itself, so that the exit code is known.
    placeholders.put("runs/new", runs.get(0).toString());
    for (int shard = 1; shard <= 4; shard++) {
      placeholders.put("s" + shard, runs.get(shard % 2).toString());
    }
    placeholders.put("merged", directory.resolve("merged").toString());
    String rows = REAL_RUN.resolve("results.json").toString();
    placeholders.put("old.json", rows);
    placeholders.put("new.json", rows);
    placeholders.put("results/a", directory.resolve("published").toString());
    placeholders.put("report", directory.resolve("report").toString());
    placeholders.put("results.json", directory.resolve("results.json").toString());
  }

  /** The parts of a jar of this project that are read before the first fork. */
  private Path jarOfBenchmarks() throws IOException {
    Path jar = directory.resolve("other.jar");
    String list = BenchmarkList.BENCHMARK_LIST.substring(1);
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry(list));
      for (URL part : Collections.list(Main.class.getClassLoader().getResources(list))) {
        try (InputStream in = part.openStream()) {
          in.transferTo(zip);
        }
      }
      zip.closeEntry();
      zip.putNextEntry(
          new ZipEntry(CorrectnessProfiler.class.getName().replace('.', '/') + ".class"));
    }
    return jar;
  }

  @Test
  void runsAndProfilesArePlannedVerifyIsParsedReportAndCompareEndWithZero() throws IOException {
    List<DocumentedCommand> commands = new ArrayList<>();
    for (Path text : TEXTS) {
      commands.addAll(DocumentedCommand.inMarkdown(text));
    }
    try (Stream<Path> classes = Files.list(Path.of("benchmarks", "requestpath", "bench"))) {
      for (Path type : classes.sorted().toList()) {
        commands.addAll(DocumentedCommand.inJavadoc(type));
      }
    }

    assertThat(commands).hasSizeGreaterThan(50);
    assertThat(commands).extracting(DocumentedCommand::text).containsAll(NOT_OURS);
    assertThat(commands.stream().map(this::problem).flatMap(Optional::stream)).isEmpty();
  }

  @Test
  void theExamplesOfTheHelpArePlanned() {
    List<DocumentedCommand> commands =
        Main.withSubcommands(System.out, System.err)
            .getUsageMessage()
            .lines()
            .filter(line -> line.startsWith("    " + OURS))
            .map(line -> new DocumentedCommand(Path.of("-h"), 1, line.strip()))
            .toList();

    assertThat(commands).hasSize(5);
    assertThat(commands.stream().map(this::problem).flatMap(Optional::stream)).isEmpty();
  }

  /** The same command ends with another code for other files, and that is noticed. */
  @Test
  void theComparisonThatFailsOnARegressionEndsWithOneForASlowerLibrary() throws IOException {
    DocumentedCommand command = firstIn(Guides.of("reports"), "--fail-on-regression");
    Path old = Path.of(placeholders.get("old.json"));
    Path slower = directory.resolve("slower.json");
    JsonMapper mapper = new JsonMapper();
    JsonNode rows = mapper.readTree(old.toFile());
    int slowed = 0;
    for (JsonNode row : rows) {
      if (row.path("params").path("library").asText().equals("FASTJSON2")) {
        slowed++;
        ObjectNode metric = (ObjectNode) row.path("primaryMetric");
        metric.put("score", 2 * metric.path("score").asDouble());
        for (JsonNode fork : metric.path("rawData")) {
          ArrayNode scores = (ArrayNode) fork;
          for (int i = 0; i < scores.size(); i++) {
            scores.set(i, scores.numberNode(2 * scores.get(i).asDouble()));
          }
        }
      }
    }
    assertThat(slowed).isPositive();
    mapper.writeValue(slower.toFile(), rows);
    placeholders.put(
        "old.json", Files.copy(old, directory.resolve("before.json")).toAbsolutePath().toString());
    placeholders.put("new.json", slower.toString());

    assertThat(problem(command))
        .hasValueSatisfying(problem -> assertThat(problem).contains("exit code 1"));
  }

  @Test
  void everyOptionThatIsNamedIsThere() throws IOException {
    Set<String> known =
        new TreeSet<>(
            Set.of("--scan", "--pattern", "--file", "--tag", "--filename", "--for", "--timeout"));
    CommandLine all = Main.withSubcommands(System.out, System.err);
    Stream.concat(Stream.of(all), all.getSubcommands().values().stream())
        .flatMap(line -> line.getCommandSpec().options().stream())
        .forEach(option -> known.addAll(List.of(option.names())));
    for (Path text : TEXTS) {
      Matcher option =
          Pattern.compile("(?<![\\w<!-])--[a-z][a-z-]*").matcher(Files.readString(text));
      while (option.find()) {
        assertThat(known).as(text + " names " + option.group()).contains(option.group());
      }
    }
  }

  @Test
  void aCommandThatDoesNotWorkIsNamedWithItsPlace() throws IOException {
    Path text =
        Files.writeString(
            directory.resolve("guide.md"),
            """
            ```sh
            # Faster.
            java -jar target/benchmarks.jar JsonDecode --no-such-option   # it's gone
            java -jar target/benchmarks.jar 'Json#' --quick
            ```
            and `java -jar target/benchmarks.jar compare old.json`, or
            `java -jar target/benchmarks.jar JsonDecode --time-limit 5s`;
            `mvn deploy` too, `java -jar target/benchmarks.jar verify --library NONE`
            and `java -jar target/benchmarks.jar profile -f 2 JsonDecode`.
            `java -jar target/other.jar -l`
            """);

    List<String> problems =
        DocumentedCommand.inMarkdown(text).stream()
            .map(this::problem)
            .flatMap(Optional::stream)
            .toList();

    assertThat(problems)
        .satisfiesExactly(
            option ->
                assertThat(option)
                    .startsWith(
                        text + ":3: java -jar target/benchmarks.jar JsonDecode --no-such-option: ")
                    .contains("no-such-option"),
            name ->
                assertThat(name).startsWith(text + ":4: ").contains("no benchmark matches Json#"),
            missing -> assertThat(missing).startsWith(text + ":6: ").contains("NEW"),
            time -> assertThat(time).startsWith(text + ":7: ").contains("is too short"),
            build -> assertThat(build).startsWith(text + ":8: mvn deploy: "),
            library -> assertThat(library).startsWith(text + ":8: ").contains("--library NONE"),
            forks -> assertThat(forks).startsWith(text + ":9: ").contains("leave -f out"),
            jar -> assertThat(jar).startsWith(text + ":10: "));
  }

  /** The README's first command with an option. */
  private static DocumentedCommand firstIn(Path text, String option) throws IOException {
    return DocumentedCommand.inMarkdown(text).stream()
        .filter(command -> command.text().contains(option))
        .findFirst()
        .orElseThrow();
  }

  /** What is wrong with a command, and where it is; empty when it works. */
  private Optional<String> problem(DocumentedCommand command) {
    if (NOT_OURS.contains(command.text())) {
      return Optional.empty();
    }
    if (!command.text().startsWith(OURS + " ")) {
      return Optional.of(command + ": it is not of this program, nor one that is known");
    }
    List<String> words = new ArrayList<>();
    for (String word : CommandLines.words(command.text().substring(OURS.length()))) {
      words.add(words.isEmpty() ? word : filledIn(word));
    }
    try {
      check(words);
      return Optional.empty();
    } catch (UsageException | ParameterException | IOException e) {
      return Optional.of(command + ": " + e.getMessage());
    }
  }

  private String filledIn(String word) {
    int value = word.indexOf('=') + 1;
    String name = word.substring(value);
    return word.substring(0, value) + placeholders.getOrDefault(name, name);
  }

  private void check(List<String> words) throws UsageException, IOException {
    String[] line = words.toArray(String[]::new);
    switch (words.get(0)) {
      case "verify" -> CommandLines.<VerifyCommand>command(line).requireKnown();
      case "report" -> carryOut(words, "--no-conformance");
      case "compare" -> carryOut(words);
      case "profile" -> CommandLines.<ProfileCommand>command(line).pass();
      default -> {
        CommandLines.Parsed run = CommandLines.parsed(line);
        Plans.check(run.jmhArguments(), run.settings());
      }
    }
  }

  private void carryOut(List<String> words, String... more) throws IOException {
    List<String> line = new ArrayList<>(words);
    line.addAll(List.of(more));
    Ended ended = CommandLines.ended(line);
    if (ended.exitCode() != 0) {
      throw new IOException("exit code " + ended.exitCode() + " " + ended.err().strip());
    }
  }
}
