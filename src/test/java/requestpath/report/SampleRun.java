package requestpath.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import requestpath.result.ForkStatistic;
import requestpath.result.RecordedRounds;
import requestpath.result.RowKey;

/**
 * A run as ours leave it: results, rounds and environment, from truths that a test knows. The noise
 * is drawn from a seed.
 */
final class SampleRun {
  /** The times of three libraries relative to the first. */
  static final Map<String, Double> THREE_LIBRARIES =
      Collections.unmodifiableMap(
          new TreeMap<>(Map.of("JACKSON2", 1.0, "GSON", 2.0, "FASTJSON2", 0.4)));

  private static final int ITERATIONS = 20;
  private static final int WARM_UP = 10;

  private final SampleForks forks;
  private final SampleResults results = new SampleResults();
  private final List<RecordedRounds.Group> groups = new ArrayList<>();
  private final ObjectNode environment = SampleEnvironment.json();
  private String jdk = "17.0.15";
  private String slowRow = "";
  private double slowFactor = 1;
  private double machine = 1;
  private double otherSide = Double.NaN;
  private String otherJdk = "";
  private String baseline = "JACKSON2";
  private ForkStatistic statistic = ForkStatistic.MINIMUM;
  private String binding = "RECORD";
  private String payload = "DOCUMENT";
  private String partOf = "";
  private boolean turns;

  SampleRun(long seed) {
    forks = new SampleForks(seed);
  }

  /** On another JDK. */
  SampleRun jdk(String version) {
    jdk = version;
    return this;
  }

  /** On another CPU, slower by a factor in everything. */
  SampleRun cpu(String name, double factor) {
    ((ObjectNode) environment.path("machine")).put("cpu", name);
    machine = factor;
    return this;
  }

  /** One row slower by a factor than it should be. */
  SampleRun slower(String row, double factor) {
    slowRow = row;
    slowFactor = factor;
    return this;
  }

  /** A first look: groups that follow have three forks of each row. */
  SampleRun quick() {
    environment.put("quick", true);
    forks.count = 3;
    return this;
  }

  /** By a build that records whether the forks of a group took turns; they do in what follows. */
  SampleRun interleaved(boolean isInterleaved) {
    environment.put("interleaved", isInterleaved);
    turns = isInterleaved;
    return this;
  }

  /** Only variants that may be the fastest got more forks than the first. */
  SampleRun fastest() {
    environment.put("fastest", true);
    return this;
  }

  /** By a jar with other marks, or with none. */
  SampleRun marks(String hash) {
    environment.put("marks", hash);
    return this;
  }

  /** With another version of Gson. */
  SampleRun gson(String version) {
    ((ObjectNode) environment.path("libraries")).put("com.google.code.gson:gson", version);
    return this;
  }

  /** Begun at another time. */
  SampleRun started(String instant) {
    environment.put("started", instant);
    return this;
  }

  /** Groups that follow have another baseline and another statistic. */
  SampleRun baseline(String row, ForkStatistic by) {
    baseline = row;
    statistic = by;
    return this;
  }

  /**
   * Groups that follow are measured on another side, too, where all takes so many times as long; on
   * JDK 25.0.3 if the label names a JVM.
   */
  SampleRun against(String label, double factor) {
    environment.putObject("against").put("label", label).put("vm", "OpenJDK 64-Bit Server VM 25");
    otherSide = factor;
    otherJdk = label.startsWith("--against-jvm") ? "25.0.3" : jdk;
    return this;
  }

  /** Rows that follow do a part of a benchmark; of none for an empty text. */
  SampleRun partOf(String whole) {
    partOf = whole;
    return this;
  }

  /** Groups that follow have another binding. */
  SampleRun binding(String other) {
    binding = other;
    return this;
  }

  /** Groups that follow have another payload. */
  SampleRun payload(String other) {
    payload = other;
    return this;
  }

  /** One row pauses in every fifth iteration, for the time of two iterations. */
  SampleRun pausing(String row) {
    forks.pausing = row;
    return this;
  }

  /** Every second fork of a row takes half as long again. */
  SampleRun bimodal(String row) {
    forks.bimodal = row;
    return this;
  }

  /** The last fork of a row takes so many times as long. */
  SampleRun outlying(String row, double times) {
    forks.outlying = row;
    forks.outlier = times;
    return this;
  }

  /** A warning of the run. */
  SampleRun warning(String sentence) {
    ((ArrayNode) environment.path("warnings")).add(sentence);
    return this;
  }

  /** Adds encoding and decoding at three sizes, and cold starts. */
  SampleRun documents() {
    for (int size : new int[] {1, 10, 100}) {
      double time = 0.4 * size + 0.2;
      group("JsonEncodeBenchmark.toBytes", "avgt", "us/op", time, size, SampleLibraries.TRUTH);
    }
    Map<String, Double> decode = new LinkedHashMap<>(SampleLibraries.TRUTH);
    decode.put("FASTJSON2", 0.8);
    decode.put("DSL_JSON", 0.55);
    group("JsonDecodeBenchmark.fromBytes", "avgt", "us/op", 61, 100, decode);
    Map<String, Double> cold = new LinkedHashMap<>();
    SampleLibraries.TRUTH.forEach((name, ratio) -> cold.put(name, 0.5 + 1 / (ratio + 1)));
    group("ColdStartBenchmark.encodeFirst", "ss", "ms/op", 130, 0, cold);
    return this;
  }

  /** Adds encoding at one size, ten microseconds for what takes the time 1. */
  SampleRun encode(Map<String, Double> truth) {
    return group("JsonEncodeBenchmark.toBytes", "avgt", "us/op", 10, 10, new TreeMap<>(truth));
  }

  /** Adds decoding at one size, likewise. */
  SampleRun decode(Map<String, Double> truth) {
    return group("JsonDecodeBenchmark.fromBytes", "avgt", "us/op", 10, 10, new TreeMap<>(truth));
  }

  /** Adds a group of JSON rows. */
  SampleRun group(
      String benchmark,
      String mode,
      String unit,
      double baselineTime,
      int size,
      Map<String, Double> truth) {
    side("this", benchmark, mode, unit, baselineTime, size, truth);
    if (!Double.isNaN(otherSide)) {
      side("against", benchmark, mode, unit, baselineTime * otherSide, size, truth);
    }
    return this;
  }

  private void side(
      String side,
      String benchmark,
      String mode,
      String unit,
      double baselineTime,
      int size,
      Map<String, Double> truth) {
    String whole = "requestpath.bench." + benchmark;
    List<RecordedRounds.Recorded> rows = new ArrayList<>();
    truth.forEach(
        (name, ratio) -> {
          double slow = name.equals(slowRow) ? slowFactor : 1;
          TreeMap<String, String> params =
              new TreeMap<>(Map.of("binding", binding, "library", name, "payload", payload));
          if (size > 0) {
            params.put("size", String.valueOf(size));
          }
          double[][] values =
              forks.disturbed(
                  name,
                  forks.around(
                      baselineTime * ratio * slow * machine, mode.equals("ss") ? 1 : ITERATIONS));
          rows.add(recorded(name, whole, Map.copyOf(params), false, values));
          if (!Double.isNaN(otherSide)) {
            params.put("side", side);
          }
          results
              .add(side.equals("this") ? jdk : otherJdk, whole, mode, unit, params, values)
              .metric("gc.alloc.rate.norm", 900 * ratio * (size + 1), "B/op")
              .metric("bytes", 133.0 * size + 2, "B")
              .metric("bytes.gzip", 60 + 6.2 * size, "B");
        });
    if (!baseline.isEmpty()) {
      double time = baselineTime * machine * truth.get(baseline);
      rows.add(recorded(baseline, "", Map.of(), true, forks.around(time, ITERATIONS)));
    }
    ForkStatistic by = mode.equals("ss") ? ForkStatistic.MEDIAN : statistic;
    groups.add(new RecordedRounds.Group(benchmark, whole, mode, unit, baseline, by, side, rows));
  }

  /** Adds one row of whatever name, as a file of another project may have it. */
  SampleRun foreign(String benchmark, String mode, String unit, Map<String, String> parameters) {
    results.add(
        jdk, benchmark, mode, unit, parameters, forks.around(mode.equals("thrpt") ? 1000 : 3, 5));
    return this;
  }

  private RecordedRounds.Recorded recorded(
      String name,
      String benchmark,
      Map<String, String> params,
      boolean isControl,
      double[]... forks) {
    List<RecordedRounds.Fork> recorded = new ArrayList<>();
    for (double[] fork : forks) {
      recorded.add(
          new RecordedRounds.Fork(
              recorded.size() + 1,
              ForkStatistic.MINIMUM.of(fork),
              ForkStatistic.MEAN.of(fork),
              IntStream.range(0, WARM_UP).mapToObj(i -> fork[0] * (1 + 4.0 / (1 << i))).toList()));
    }
    List<String> wholes =
        partOf.isEmpty() || isControl ? List.of() : List.of("requestpath.bench." + partOf);
    return new RecordedRounds.Recorded(
        name, benchmark, params, RowKey.ANY_THREADS, wholes, isControl, null, turns, recorded);
  }

  /** Writes the run into a directory, which is returned. */
  Path write(Path directory) throws IOException {
    Files.createDirectories(directory);
    results.write(directory.resolve("results.json"));
    Files.writeString(directory.resolve("rounds.json"), new RecordedRounds(groups).json());
    new JsonMapper().writeValue(directory.resolve("environment.json").toFile(), environment);
    return directory;
  }

  /** Writes the results alone, as JMH would. */
  Path writeResults(Path file) throws IOException {
    return results.write(file);
  }
}
