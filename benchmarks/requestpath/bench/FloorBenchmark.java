package requestpath.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.codec.Equivalence;
import requestpath.codec.WrongAnswerException;
import requestpath.codec.handwritten.json.CodecParts;
import requestpath.harness.api.InFork;
import requestpath.payload.Binding;
import requestpath.payload.Item;
import requestpath.payload.Payload;
import requestpath.payload.Support;

/**
 * What do parts of the work cost by themselves, written by hand as fast as we could: allocating
 * what a decoder returns, and writing the doubles? They show what share of a codec's time such a
 * part can take. Every library measured here allocates new records and new texts, so it allocates
 * at least that much. Writing doubles is not a lower bound: a library may be faster, or keep their
 * digits. {@link TransferBenchmark} measures copying and checking the bytes.
 *
 * <pre>{@code java -jar target/benchmarks.jar 'Floor|Transfer'}</pre>
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FloorBenchmark extends SteadyState {
  @Param("1000")
  public int size;

  private CodecParts parts;

  @Setup(Level.Trial)
  public void setUp() {
    parts = new CodecParts(Payload.DOCUMENT.values(Binding.RECORD, size));
  }

  /**
   * Allocates a list of records with new texts, as a decoder that keeps no texts does. It reads and
   * checks nothing.
   */
  @Benchmark
  public List<Item> allocateRecords() {
    return parts.allocate();
  }

  /**
   * Allocates a {@code LinkedHashMap} with new names for each record, as a decoder that keeps
   * nothing between messages does. Most decoders keep names and allocate less.
   */
  @Benchmark
  public List<Map<String, Object>> allocateMaps() {
    return parts.allocateMaps();
  }

  /** Writes the shortest digits of one double per record into a reused array. */
  @Benchmark
  public int formatDoubles() {
    return parts.formatDoubles();
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    InFork.requireCorrect(
        () -> {
          requireCorrect(measured, binding -> Payload.DOCUMENT.values(binding, size));
          requireCorrect(measured, binding -> Payload.DOCUMENT.otherValues(binding, size));
        });
  }

  private void requireCorrect(BenchmarkParams measured, Function<Binding, List<Object>> values)
      throws Exception {
    List<Object> records = values.apply(Binding.RECORD);
    parts = new CodecParts(records);
    Object result = InFork.call(this, measured);
    switch (InFork.method(measured)) {
      case "allocateRecords" -> requireSame(records, result);
      case "allocateMaps" -> requireSame(values.apply(Binding.MAP), result);
      default -> requireDoubles(records, parts.formatted((Integer) result));
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
