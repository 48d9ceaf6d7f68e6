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
 * What do parts of the work cost that no codec can do without? Allocating the records and their
 * texts is below every decoder, writing the doubles below every encoder to JSON. The copy of the
 * bytes and their check stand in {@link TransferBenchmark}.
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

  /** Records and texts, nothing read: the lower bound of decoding. */
  @Benchmark
  public List<Item> allocateRecords() {
    return limits.allocate();
  }

  /**
   * Maps, new names for each and their values: the lower bound of decoding messages of one map each
   * for a reader that keeps nothing between them. One that keeps names may come out below.
   */
  @Benchmark
  public List<Map<String, Object>> allocateMaps() {
    return limits.allocateMaps();
  }

  /** A double a record to text, into an array that is there. */
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
