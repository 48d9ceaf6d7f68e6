package requestpath.bench;

import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
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
 * How long does it take to allocate what a decoder returns, without reading anything? Every library
 * measured here allocates new records and new texts, so this time is part of its own.
 *
 * <pre>{@code java -jar target/benchmarks.jar Allocation}</pre>
 */
public class AllocationBenchmark extends SteadyState {
  @Param("1000")
  public int size;

  private CodecParts parts;

  @Setup(Level.Trial)
  public void setUp() {
    parts = new CodecParts(Payload.DOCUMENT.values(Binding.RECORD, size));
  }

  /** A list of records with new texts. */
  @Benchmark
  public List<Item> records() {
    return parts.allocate();
  }

  /**
   * A list of {@code LinkedHashMap}s with new names and texts. Most decoders keep the names between
   * messages and allocate less.
   */
  @Benchmark
  public List<Map<String, Object>> maps() {
    return parts.allocateMaps();
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    Binding binding = InFork.method(measured).equals("maps") ? Binding.MAP : Binding.RECORD;
    InFork.requireCorrect(
        () -> {
          parts = new CodecParts(Payload.DOCUMENT.values(Binding.RECORD, size));
          requireSame(Payload.DOCUMENT.values(binding, size), InFork.call(this, measured));
          parts = new CodecParts(Payload.DOCUMENT.otherValues(Binding.RECORD, size));
          requireSame(Payload.DOCUMENT.otherValues(binding, size), InFork.call(this, measured));
        });
  }

  private static void requireSame(List<Object> expected, Object allocated) {
    Equivalence.EXACT
        .difference(expected, allocated)
        .ifPresent(
            difference -> {
              throw new WrongAnswerException("what it allocated differs: " + difference);
            });
  }

  @Override
  public Support support() {
    Payload.requireSize(size);
    return Support.YES;
  }
}
