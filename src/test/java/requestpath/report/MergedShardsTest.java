package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import requestpath.result.CompareBy;
import requestpath.result.Measurement;
import requestpath.result.MergedShards;
import requestpath.result.RankedGroup;
import requestpath.result.RecordedRun;
import requestpath.result.ResultException;

/** Shards of one run are merged without mixing machines, and others are refused. */
class MergedShardsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, Double> TRUTH =
      new TreeMap<>(Map.of("JACKSON2", 1.0, "GSON", 2.0));

  @TempDir Path directory;
  private Path encode;
  private Path decode;
  private Path merged;

  @BeforeEach
  void measure() throws IOException {
    encode = shard(1, new SampleRun(1).encode(TRUTH), "encode");
    decode = shard(2, new SampleRun(2).cpu("B CPU", 3).decode(TRUTH), "decode");
    merged = directory.resolve("merged");
  }

  @Test
  void theMergedRunHasTheRowsOfAllShardsAndCanBeRead() throws Exception {
    MergedShards shards = MergedShards.of(List.of(decode, encode));
    write(shards);

    assertThat(shards.problems()).isEmpty();
    RecordedRun run = RecordedRun.read(merged);
    assertThat(run.measurements())
        .extracting(Measurement::benchmark, Measurement::parameters, Measurement::score)
        .containsExactlyElementsOf(
            List.of(encode, decode).stream()
                .flatMap(path -> read(path).measurements().stream())
                .map(
                    row ->
                        org.assertj.core.groups.Tuple.tuple(
                            row.benchmark(), row.parameters(), row.score()))
                .toList());
    assertThat(run.environment().arguments())
        .containsExactly("JsonEncode|JsonDecode", "-p", "size=1,10,100");
    assertThat(run.environment().ended()).isNotEmpty();
    assertThat(ComparisonWriter.compare(merged, merged, 0.01, 0, false).judged()).isEqualTo(2);
    Path again = directory.resolve("again");
    ReportWriter.write(List.of(merged), again, "", Map.of());
    assertThat(again.resolve("report.md"))
        .content()
        .contains("shard 1 of 2 on A CPU, 4 cores", "shard 2 of 2 on B CPU, 4 cores");
  }

  @Test
  void thePageNamesTheMachineOfEachGroupAndPutsNoTwoMachinesTogether() throws Exception {
    write(MergedShards.of(List.of(encode, decode)));

    assertThat(merged.resolve("report.html"))
        .content()
        .contains("The machines differ: shard 1 on A CPU, 4 cores, Linux 6.1; shard 2 on B CPU");
    List<RecordedRun> parts = RecordedRun.read(merged).shards();
    Report report = Report.of(parts, "", Map.of());
    assertThat(report.groups()).extracting(RankedGroup::run).containsExactly(0, 1);
    assertThat(report.comparable()).hasSize(2);
    assertThat(report.sideBySide()).isEmpty();
    // The same groups in one run are a trade-off, and have a share of a core together.
    Path alone = new SampleRun(1).encode(TRUTH).decode(TRUTH).write(directory.resolve("alone"));
    assertThat(TradeOffChart.encodeAndDecode(SampleFiles.report(alone))).isNotEmpty();
    assertThat(TradeOffChart.encodeAndDecode(report)).isEmpty();
  }

  @Test
  void aMissingShardIsNamedWithItsGroups() throws Exception {
    MergedShards shards = MergedShards.of(List.of(encode));
    write(shards);

    assertThat(shards.problems())
        .containsExactly("Shard 2 of 2 is missing: it has JsonDecodeBenchmark.fromBytes");
    assertThat(merged.resolve("report.html")).content().contains("Shard 2 of 2 is missing");
    assertThat(RecordedRun.read(merged).environment().ended()).isEmpty();
  }

  @Test
  void aShardWithoutResultsAndOneThatWasInterruptedAreNamed() throws Exception {
    edit(encode, environment -> environment.remove("ended"));
    Files.delete(decode.resolve("results.json"));

    assertThat(MergedShards.of(List.of(encode, decode)).problems())
        .satisfiesExactly(
            lost -> assertThat(lost).startsWith("Shard 2 of 2 is lost: ").contains("--resume"),
            cut ->
                assertThat(cut).startsWith("Shard 1 of 2 is not finished: ").contains("--resume"));
  }

  @Test
  void aShardThatIsThereTwiceIsRefused() throws Exception {
    Path twin = shard(2, new SampleRun(3).decode(TRUTH), "twin");

    refused("are both shard 2 of 2: name only one of them", encode, decode, twin);
    Path whole = new SampleRun(1).encode(TRUTH).write(directory.resolve("whole"));
    refused("whole is not a shard, but others are", encode, whole);
  }

  @Test
  void shardsOfDifferentRunsAreRefused() throws Exception {
    edit(decode, environment -> environment.put("revision", "fedcba"));
    refused(
        "differ in revision (0123456789abcdef and fedcba): measure shard 2 of 2", encode, decode);
    edit(decode, environment -> environment.put("revision", "0123456789abcdef"));
    edit(decode, environment -> environment.put("fixture", "0000"));
    refused("differ in fixture (ea8e60dd and 0000)", encode, decode);
    edit(decode, environment -> environment.put("fixture", "ea8e60dd"));
    edit(decode, environment -> ((ArrayNode) environment.path("arguments")).add("-f").add("9"));
    refused("differ in options (", encode, decode);
  }

  @Test
  void aRunIsNotReplacedByTheMergedOne() throws Exception {
    MergedShards shards = MergedShards.of(List.of(encode, decode));

    assertThatThrownBy(() -> ReportWriter.write(shards, encode, "", Map.of(), CompareBy.GUESS))
        .isInstanceOf(ResultException.class)
        .hasMessageContaining("holds a run, which the merged run would replace");
  }

  private void write(MergedShards shards) throws ResultException {
    ReportWriter.write(shards, merged, "", Map.of(), CompareBy.GUESS);
  }

  private static void refused(String sentence, Path... shards) {
    assertThatThrownBy(() -> MergedShards.of(List.of(shards)))
        .isInstanceOf(ResultException.class)
        .hasMessageContaining(sentence);
  }

  private static RecordedRun read(Path path) {
    try {
      return RecordedRun.read(path);
    } catch (ResultException e) {
      throw new AssertionError(e);
    }
  }

  private Path shard(int index, SampleRun run, String name) throws IOException {
    Path path = run.write(directory.resolve(name));
    edit(
        path,
        environment -> {
          ((ArrayNode) environment.path("arguments")).add("--shard").add(index + "/2");
          ObjectNode shard = environment.putObject("shard").put("index", index).put("count", 2);
          ArrayNode plan = shard.putArray("plan");
          plan.addArray().add("JsonEncodeBenchmark.toBytes");
          plan.addArray().add("JsonDecodeBenchmark.fromBytes");
        });
    return path;
  }

  private static void edit(Path run, Consumer<ObjectNode> change) throws IOException {
    Path file = run.resolve("environment.json");
    ObjectNode environment = (ObjectNode) JSON.readTree(file.toFile());
    change.accept(environment);
    JSON.writeValue(file.toFile(), environment);
  }
}
