package requestpath.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
import requestpath.codec.Produced;
import requestpath.harness.api.Footprint;
import requestpath.harness.api.InFork;
import requestpath.harness.api.Selective;
import requestpath.payload.Binding;
import requestpath.payload.ColdStartInputs;
import requestpath.payload.Payload;

/**
 * The recipe of benchmarks that measure the first call in a JVM: one call a fork, and many forks.
 * They run only when named.
 *
 * <p>Each fork is a fresh JVM that makes one call: it builds the codec and uses it once. Beside the
 * time, the fork reports the classes that the call loaded, the metaspace that they take and the
 * heap that is retained while the codec is kept. Classes that the JVM and JMH loaded before are the
 * same for all and do not count, so a start here is shorter than in a program that has loaded
 * nothing yet. The inputs are made without reflection: see {@link ColdStartInputs}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
    value = 20,
    jvmArgs = {
      "-Xms512m",
      "-Xmx512m",
      "-XX:+AlwaysPreTouch",
      "-XX:+UseG1GC",
      "-XX:G1HeapRegionSize=8m",
      "-Dfile.encoding=UTF-8"
    })
public abstract class ColdStart implements Selective {
  @Param("RECORD")
  public Binding binding;

  @Param("DOCUMENT")
  public Payload payload;

  final AtomicInteger calls = new AtomicInteger();
  private Footprint before;

  @Setup(Level.Trial)
  public void setUp() throws Exception {
    InFork.aside(
        () -> {
          prepare();
          before = Footprint.before();
        });
  }

  /** Makes the inputs. It does not touch the library: loading its classes is measured. */
  abstract void prepare();

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    InFork.aside(
        () -> {
          before.reportFirst(calls.get(), measured);
          InFork.announce(this::description);
        });
    InFork.requireCorrectSized(
        () ->
            InFork.method(measured).equals("decodeFirst")
                ? checkDecoder(measured)
                : checkEncoder(measured));
  }

  /** The library and its configuration, after the measurement. */
  abstract String description();

  abstract Produced checkDecoder(BenchmarkParams measured) throws Exception;

  abstract Produced checkEncoder(BenchmarkParams measured) throws Exception;

  @Override
  public boolean isColdStart() {
    return true;
  }

  @Override
  public boolean runsUnasked() {
    return false;
  }
}
