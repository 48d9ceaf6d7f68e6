package requestpath.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.codec.handwritten.Utf8Check;
import requestpath.handler.RequestVerification;
import requestpath.harness.api.ComparedWith;
import requestpath.harness.api.InFork;
import requestpath.payload.Support;
import requestpath.payload.TransferText;

/**
 * How long does it take to copy a cached answer of 133,622 bytes, to turn it into text and back,
 * and to check it? Copies and conversions form one group, checks another. One service of the 2019
 * comparison copied the answer and checked its UTF-8 on each request; the others did not.
 *
 * <pre>{@code
 * java -jar target/benchmarks.jar Transfer
 * java -jar target/benchmarks.jar Transfer -p text=MIXED
 * }</pre>
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TransferBenchmark extends SteadyState {
  @Param public TransferText text;

  private byte[] bytes;
  private String string;

  /** Where a thread copies to. */
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

  /** Into a new array, for a caller that may change it: the baseline of the copies. */
  @Benchmark
  public byte[] copyToNewArray() {
    return bytes.clone();
  }

  /** Into an array that is there: nothing is allocated. */
  @Benchmark
  @ComparedWith("copyToNewArray")
  public byte[] copyToReusedArray(Targets targets) {
    byte[] target = targets.reused(bytes.length);
    System.arraycopy(bytes, 0, target, 0, bytes.length);
    return target;
  }

  /** Into memory that the network can take. */
  @Benchmark
  @ComparedWith("copyToNewArray")
  public ByteBuffer copyToDirectBuffer(Targets targets) {
    return targets.direct(bytes.length).put(bytes).flip();
  }

  /** A String to bytes. */
  @Benchmark
  @ComparedWith("copyToNewArray")
  public byte[] encode() {
    return string.getBytes(StandardCharsets.UTF_8);
  }

  /** Bytes to a String. */
  @Benchmark
  @ComparedWith("copyToNewArray")
  public String decode() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Checked by the JDK's decoder: the baseline of the checks. */
  @Benchmark
  public boolean checkByDecoder() {
    return Utf8Check.jdkDecoder(bytes);
  }

  /** Checked by the JDK's String. */
  @Benchmark
  @ComparedWith("checkByDecoder")
  public boolean checkByString() {
    return Utf8Check.jdkString(bytes);
  }

  /** Checked by Guava. */
  @Benchmark
  @ComparedWith("checkByDecoder")
  public boolean checkByGuava() {
    return Utf8Check.guava(bytes);
  }

  /** Checked eight bytes at a time. */
  @Benchmark
  @ComparedWith("checkByDecoder")
  public boolean checkByEightBytes() {
    return Utf8Check.eightBytes(bytes);
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    InFork.requireCorrectSized(
        () ->
            RequestVerification.transfer(
                input -> {
                  use(input);
                  return InFork.call(this, measured);
                },
                text));
  }

  @Override
  public Support support() {
    return Support.YES;
  }
}
