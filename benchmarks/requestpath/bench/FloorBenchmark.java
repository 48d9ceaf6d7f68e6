package requestpath.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.json.handwritten.MachineLimits;
import requestpath.measure.InFork;
import requestpath.measure.Selective;
import requestpath.payload.Binding;
import requestpath.payload.Equivalence;
import requestpath.payload.Item;
import requestpath.payload.Payload;
import requestpath.payload.Support;
import requestpath.payload.WrongAnswerException;

/**
 * What do parts of the work cost by themselves, written by hand as fast as we could: allocating
 * what a decoder returns, and writing the doubles? They show how much of a codec's time such a part
 * can be. Every library measured here makes each record and each text anew, so it allocates that
 * much at least; {@code HANDWRITTEN_CACHED} alone keeps texts. Writing doubles is no lower bound: a
 * library may do it faster, or keep their digits. The copy of the bytes and their check stand in
 * {@link TransferBenchmark}.
 *
 * <pre>{@code java -jar target/benchmarks.jar 'Floor|Transfer'}</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 30, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 50, time = 40, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 7,
    jvmArgs = {
      "-Xms512m",
      "-Xmx512m",
      "-XX:+AlwaysPreTouch",
      "-XX:+UseG1GC",
      "-XX:G1HeapRegionSize=8m",
      "-Dfile.encoding=UTF-8"
    })
public class FloorBenchmark implements Selective {
  @Param("1000")
  public int size;

  private MachineLimits limits;

  @Setup(Level.Trial)
  public void setUp() {
    limits = new MachineLimits(Payload.DOCUMENT.values(Binding.RECORD, size));
  }

  /**
   * Records, all of their texts new, in a list; nothing is read or checked: what a decoder
   * allocates that keeps no texts.
   */
  @Benchmark
  public List<Item> allocateRecords() {
    return limits.allocate();
  }

  /**
   * The same as {@code LinkedHashMap}s, with new names for each: what a decoder of messages of one
   * map each allocates that keeps nothing between them. Most keep names, and allocate less.
   */
  @Benchmark
  public List<Map<String, Object>> allocateMaps() {
    return limits.allocateMaps();
  }

  /** A double a record to its shortest digits, into an array that is there. */
  @Benchmark
  public int formatDoubles() {
    return limits.formatDoubles();
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    InFork.prove(
        () -> {
          prove(measured, binding -> Payload.DOCUMENT.values(binding, size));
          prove(measured, binding -> Payload.DOCUMENT.otherValues(binding, size));
        });
  }

  private void prove(BenchmarkParams measured, Function<Binding, List<Object>> values)
      throws Exception {
    List<Object> records = values.apply(Binding.RECORD);
    limits = new MachineLimits(records);
    Object result = InFork.call(this, measured);
    switch (InFork.method(measured)) {
      case "allocateRecords" -> requireSame(records, result);
      case "allocateMaps" -> requireSame(values.apply(Binding.MAP), result);
      default -> requireDoubles(records, limits.formatted((Integer) result));
    }
  }

  private static void requireSame(List<Object> records, Object copies) {
    Equivalence.EXACT
        .difference(records, copies)
        .ifPresent(
            difference -> {
              throw new WrongAnswerException("what it allocated differs: " + difference);
            });
  }

  private static void requireDoubles(List<Object> records, String formatted) {
    String[] texts = formatted.split(",");
    for (int i = 0; i < records.size(); i++) {
      double expected = ((Item) records.get(i)).created_at();
      if (texts.length != records.size() || Double.parseDouble(texts[i]) != expected) {
        throw new WrongAnswerException("it wrote another double than " + expected);
      }
    }
  }

  @Override
  public Support support() {
    Payload.requireSize(size);
    return Support.YES;
  }
}
