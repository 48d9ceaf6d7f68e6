package requestpath.bench;

import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.codec.handwritten.Utf8Check;
import requestpath.handler.LibraryUtf8Check;
import requestpath.handler.TransferVerification;
import requestpath.harness.api.InFork;
import requestpath.payload.TransferText;

/**
 * How long does it take to check that 133,622 bytes are UTF-8? One service of the 2019 comparison
 * checks its cached answer on each request; the others do not.
 *
 * <pre>{@code java -jar target/benchmarks.jar Utf8Check -p text=MIXED}</pre>
 */
public class Utf8CheckBenchmark extends SteadyState {
  @Param public TransferText text;

  private byte[] bytes;

  @Setup(Level.Trial)
  public void setUp() {
    bytes = text.bytes();
  }

  /** The JDK's decoder: the baseline. */
  @Benchmark
  public boolean decoder() {
    return LibraryUtf8Check.jdkDecoder(bytes);
  }

  /** The JDK's String. */
  @Benchmark
  public boolean string() {
    return LibraryUtf8Check.jdkString(bytes);
  }

  /** Guava. */
  @Benchmark
  public boolean guava() {
    return LibraryUtf8Check.guava(bytes);
  }

  /** By hand, eight bytes at a time. */
  @Benchmark
  public boolean eightBytes() {
    return Utf8Check.eightBytes(bytes);
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    InFork.requireCorrectSized(
        () ->
            TransferVerification.transfer(
                input -> {
                  bytes = input;
                  return InFork.call(this, measured);
                },
                text));
  }

  @Override
  public Optional<Baseline> baseline() {
    return Optional.of(Baseline.method("decoder"));
  }
}
