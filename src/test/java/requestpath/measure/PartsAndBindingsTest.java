package requestpath.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import requestpath.payload.Support;
import requestpath.result.ForkStatistic;
import requestpath.result.Stopping;

/** The sentences after the groups: parts and their whole, ranks that change with the binding. */
class PartsAndBindingsTest {
  private static final String SOME = "requestpath.bench.SomeBenchmark.";
  private static final Recipe RECIPE =
      new Recipe(
          5,
          0,
          Duration.ofSeconds(3),
          Duration.ofSeconds(2),
          Duration.ofMinutes(2),
          ForkStatistic.LOW_QUANTILE,
          List.of());

  private static Combination row(
      String method, Map<String, String> parameters, String name, List<String> wholes) {
    return new Combination(
        SOME + method,
        Mode.AverageTime,
        parameters,
        RECIPE,
        new Place("SomeBenchmark." + method + parameters, SOME + method, name, "", wholes),
        Support.YES,
        Side.THIS,
        false);
  }

  /** The same in throughput mode, in which {@link Rows} gives operations in a time. */
  private static Combination throughput(Combination row) {
    return new Combination(
        row.benchmark(),
        Mode.Throughput,
        row.parameters(),
        row.recipe(),
        row.place(),
        row.support(),
        row.side(),
        false);
  }

  private static Combination bound(String library, String binding) {
    return row("fromBytes", Map.of("library", library, "binding", binding), library, List.of());
  }

  @Test
  void aPartIsSaidAsAMultipleOfItsWholeWithTheSameLibrary() {
    Combination whole = row("handle", Map.of("library", "GSON"), "GSON", List.of());
    Combination part = row("json", Map.of("library", "GSON"), "GSON", List.of(SOME + "handle"));
    Combination other = row("json", Map.of("library", "WAST"), "WAST", List.of(SOME + "handle"));
    Groups groups = new Groups(List.of(whole, part, other));
    Rows.put(groups, whole, 100, 100.1, 99.9, 100, 100);
    Rows.put(groups, part, 60, 60.1, 59.9, 60, 60);
    Rows.put(groups, other, 30, 30.1, 29.9, 30, 30);

    assertThat(Parts.sentences(groups, settings()))
        .singleElement()
        .asString()
        .startsWith("SomeBenchmark.json (library=GSON) takes 0.6000x the time of handle [0.59");
    assertThat(groups.isDecided(part, new Stopping(3, 10, 0.02), List.of())).isTrue();
  }

  @Test
  void aPartGoesOnUntilItsShareIsKnown() {
    Combination whole = row("handle", Map.of("library", "GSON"), "GSON", List.of());
    Combination part = row("json", Map.of("library", "GSON"), "GSON", List.of(SOME + "handle"));
    Groups groups = new Groups(List.of(whole, part));
    Rows.put(groups, whole, 100, 100.1, 99.9);
    Rows.put(groups, part, 60, 90, 40);

    assertThat(groups.isDecided(part, new Stopping(3, 10, 0.02), List.of())).isFalse();
    assertThat(groups.isDecided(whole, new Stopping(3, 10, 0.02), List.of())).isFalse();
  }

  @Test
  void variantsThatChangePlacesWithTheBindingAreNamed() {
    Combination fastRecord = bound("FAST", "RECORD");
    Combination foryRecord = bound("FORY", "RECORD");
    Combination slowRecord = bound("SLOW", "RECORD");
    Combination fastBean = bound("FAST", "BEAN");
    Combination foryBean = bound("FORY", "BEAN");
    Combination slowBean = bound("SLOW", "BEAN");
    Groups groups =
        new Groups(List.of(fastRecord, foryRecord, slowRecord, fastBean, foryBean, slowBean));
    Rows.put(groups, fastRecord, 50, 50.1, 49.9, 50, 50);
    Rows.put(groups, foryRecord, 80, 80.1, 79.9, 80, 80);
    Rows.put(groups, slowRecord, 100, 100.1, 99.9, 100, 100);
    Rows.put(groups, fastBean, 50, 50.1, 49.9, 50, 50);
    Rows.put(groups, foryBean, 40, 40.1, 39.9, 40, 40);
    // Its mean is below FAST's, but no difference is shown.
    Rows.put(groups, slowBean, 20, 200, 20, 200, 20);

    assertThat(ByBinding.sentences(groups))
        .containsExactly(
            "SomeBenchmark.fromBytes, avgt: with BEAN, FORY is faster than FAST; with RECORD it is"
                + " slower");
  }

  @Test
  void inThroughputModeAPartIsSaidAsAMultipleOfTheTimeOfItsWhole() {
    Combination whole = throughput(row("handle", Map.of(), "handle", List.of()));
    Combination part = throughput(row("json", Map.of(), "json", List.of(SOME + "handle")));
    Groups groups = new Groups(List.of(whole, part));
    Rows.put(groups, whole, 60, 60.1, 59.9, 60, 60);
    Rows.put(groups, part, 100, 100.1, 99.9, 100, 100);

    assertThat(Parts.sentences(groups, settings()))
        .singleElement()
        .asString()
        .startsWith("SomeBenchmark.json takes 0.6000x the time of handle [0.59");
    assertThat(Standing.of(groups, part).timeText()).as("what JMH prints").startsWith("100");
  }

  @Test
  void inThroughputModeMoreOperationsAreFaster() {
    Combination fastRecord = throughput(bound("FAST", "RECORD"));
    Combination foryRecord = throughput(bound("FORY", "RECORD"));
    Combination fastBean = throughput(bound("FAST", "BEAN"));
    Combination foryBean = throughput(bound("FORY", "BEAN"));
    Groups groups = new Groups(List.of(fastRecord, foryRecord, fastBean, foryBean));
    Rows.put(groups, fastRecord, 80, 80.1, 79.9, 80, 80);
    Rows.put(groups, foryRecord, 50, 50.1, 49.9, 50, 50);
    Rows.put(groups, fastBean, 40, 40.1, 39.9, 40, 40);
    Rows.put(groups, foryBean, 50, 50.1, 49.9, 50, 50);

    assertThat(ByBinding.sentences(groups))
        .containsExactly(
            "SomeBenchmark.fromBytes, thrpt: with BEAN, FORY is faster than FAST; with RECORD it is"
                + " slower");
  }

  @Test
  void inThroughputModeASideIsAMultipleOfTheTimeOfTheOther() throws Exception {
    Combination row = throughput(row("run", Map.of(), "run", List.of()));
    Groups groups = new Groups(List.of(row, row.against()));
    Rows.put(groups, row, 60, 60.1, 59.9, 60, 60);
    Rows.put(groups, row.against(), 100, 100.1, 99.9, 100, 100);

    Optional<Against> against =
        Against.of(Optional.empty(), Optional.empty(), Optional.of("-Xint"));
    assertThat(Verdicts.of(groups, settings(against)).sides())
        .singleElement()
        .asString()
        .contains(" takes 0.6000x the time of itself without [0.59");
  }

  private static Settings settings() {
    return settings(Optional.empty());
  }

  private static Settings settings(Optional<Against> against) {
    return new Settings(
        Rows.rounds(Optional.empty()),
        against,
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        List.of(),
        Map.of());
  }
}
