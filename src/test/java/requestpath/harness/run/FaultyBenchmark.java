package requestpath.harness.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import requestpath.codec.Produced;
import requestpath.codec.WrongAnswerException;
import requestpath.harness.api.InFork;
import requestpath.harness.api.Selective;
import requestpath.payload.Support;

/** For tests of the runner: one benchmark that goes wrong in every way that a benchmark can. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 1, time = 10, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 10, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx64m"})
public class FaultyBenchmark implements Selective {
  /** What goes wrong. */
  public enum Fault {
    NONE,
    WRONG_ANSWER,
    UNPROVEN,
    EXCEPTION,
    CRASH,
    CRASH_ONCE,
    HANG,
    LOSE_DIRECTORY,
    UNSUPPORTED
  }

  @Param public Fault fault;

  @Param("1")
  public int size;

  private byte[] allocated = new byte[0];

  @Benchmark
  public byte[] run() {
    if (fault == Fault.EXCEPTION) {
      throw new IllegalStateException("the library fell over");
    }
    if (fault == Fault.CRASH) {
      Runtime.getRuntime().halt(3);
    }
    if (fault == Fault.CRASH_ONCE && isFirst()) {
      Runtime.getRuntime().halt(3);
    }
    if (fault == Fault.LOSE_DIRECTORY) {
      loseDirectory();
    }
    while (fault == Fault.HANG) {
      // JMH interrupts what takes too long; this does not listen.
      Thread.onSpinWait();
    }
    allocated = new byte[1000 * size];
    return allocated;
  }

  private static void loseDirectory() {
    File directory = new File(System.getProperty("requestpath.lost"));
    File[] files = directory.listFiles();
    if (files != null) {
      for (File file : files) {
        if (!file.delete()) {
          throw new IllegalStateException(file + " stays");
        }
      }
      if (!directory.delete()) {
        throw new IllegalStateException(directory + " stays");
      }
    }
  }

  /** Whether no fork before this one has been here. */
  private static boolean isFirst() {
    try {
      return new File(System.getProperty("requestpath.crashed")).createNewFile();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TearDown(Level.Trial)
  public void verify() throws Exception {
    if (fault == Fault.WRONG_ANSWER) {
      throw new WrongAnswerException("what it encoded differs: field id is missing");
    }
    if (fault != Fault.UNPROVEN) {
      InFork.requireCorrectSized(
          () -> {
            // Far more than the measured operation allocates in an iteration of its own.
            byte[] much = new byte[30_000_000];
            return Produced.of(allocated, new byte[much.length / 30_000_000]);
          });
    }
  }

  @Override
  public Support support() {
    if (size < 1) {
      throw new IllegalArgumentException("size=" + size + " is out of bounds: choose from 1");
    }
    return fault == Fault.UNSUPPORTED
        ? Support.no("it does not do that", "https://example.org/no")
        : Support.YES;
  }
}
