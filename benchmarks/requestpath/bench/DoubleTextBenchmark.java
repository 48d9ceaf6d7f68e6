package requestpath.bench;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.codec.WrongAnswerException;
import requestpath.codec.handwritten.json.CodecParts;
import requestpath.harness.api.InFork;
import requestpath.payload.Binding;
import requestpath.payload.Item;
import requestpath.payload.Payload;
import requestpath.payload.Support;

/**
 * How long does it take to write one double per record, with the fewest digits, by hand? It shows
 * how much of an encoder's time the doubles can take. A library may be faster, or keep the digits.
 *
 * <pre>{@code java -jar target/benchmarks.jar DoubleText}</pre>
 */
public class DoubleTextBenchmark extends SteadyState {
  @Param("1000")
  public int size;

  private CodecParts parts;

  @Setup(Level.Trial)
  public void setUp() {
    parts = new CodecParts(Payload.DOCUMENT.values(Binding.RECORD, size));
  }

  /** Into an array that is reused. Returns the number of bytes. */
  @Benchmark
  public int write() {
    return parts.formatDoubles();
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    InFork.requireCorrect(
        () -> {
          requireWritten(measured, Payload.DOCUMENT.values(Binding.RECORD, size));
          requireWritten(measured, Payload.DOCUMENT.otherValues(Binding.RECORD, size));
        });
  }

  private void requireWritten(BenchmarkParams measured, List<Object> records) throws Exception {
    parts = new CodecParts(records);
    String[] texts = parts.formatted((Integer) InFork.call(this, measured)).split(",");
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
