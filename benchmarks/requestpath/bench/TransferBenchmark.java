package requestpath.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.handler.TransferVerification;
import requestpath.harness.api.InFork;
import requestpath.payload.TransferText;

/**
 * How long does it take to hand over a cached answer of 133,622 bytes: as a copy, as text, or as
 * bytes made from text? {@link Utf8CheckBenchmark} measures checking the bytes.
 *
 * <pre>{@code
 * java -jar target/benchmarks.jar Transfer
 * java -jar target/benchmarks.jar Transfer -p text=MIXED
 * }</pre>
 */
public class TransferBenchmark extends SteadyState {
  @Param public TransferText text;

  private byte[] bytes;
  private String string;

  /** The targets that a thread copies to. */
  @State(Scope.Thread)
  public static class Targets {
    byte[] reused = new byte[0];
    ByteBuffer direct = ByteBuffer.allocateDirect(0);

    byte[] reused(int length) {
      if (reused.length != length) {
        reused = new byte[length];
      }
      return reused;
    }

    ByteBuffer direct(int length) {
      if (direct.capacity() != length) {
        direct = ByteBuffer.allocateDirect(length);
      }
      return direct.clear();
    }
  }

  @Setup(Level.Trial)
  public void setUp() {
    use(text.bytes());
  }

  private void use(byte[] input) {
    bytes = input;
    string = new String(input, StandardCharsets.UTF_8);
  }

  /** Into a new array, for a caller that may change it: the baseline. */
  @Benchmark
  public byte[] copyToNewArray() {
    return bytes.clone();
  }

  /** Into an array that is reused: nothing is allocated. */
  @Benchmark
  public byte[] copyToReusedArray(Targets targets) {
    byte[] target = targets.reused(bytes.length);
    System.arraycopy(bytes, 0, target, 0, bytes.length);
    return target;
  }

  /** Into a direct buffer, which the network can send without another copy. */
  @Benchmark
  public ByteBuffer copyToDirectBuffer(Targets targets) {
    return targets.direct(bytes.length).put(bytes).flip();
  }

  /** A String to bytes. */
  @Benchmark
  public byte[] encode() {
    return string.getBytes(StandardCharsets.UTF_8);
  }

  /** Bytes to a String. */
  @Benchmark
  public String decode() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    InFork.requireCorrectSized(
        () ->
            TransferVerification.transfer(
                input -> {
                  use(input);
                  return InFork.call(this, measured);
                },
                text));
  }

  @Override
  public Optional<Baseline> baseline() {
    return Optional.of(Baseline.method("copyToNewArray"));
  }
}
