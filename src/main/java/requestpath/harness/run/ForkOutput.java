package requestpath.harness.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.format.OutputFormat;
import requestpath.harness.machine.Secrets;
import requestpath.harness.plan.Parameters;

/**
 * JMH's own output of one fork, without progress, fork numbers and results: the run prints its own.
 */
final class ForkOutput implements OutputFormat {
  /** The beginning of lines that hold only for a whole run of JMH. */
  private static final List<String> WHOLE_RUN_LINES =
      List.of(
          "# WARNING: JMH lock is ignored",
          "# Run progress:",
          "# Run complete.",
          "# Fork: ",
          "Benchmark had encountered error, and fail on error was requested");

  /** The last lines of a failed fork that are printed. */
  private static final int TAIL_LINES = 12;

  /** The beginning of the line of {@link requestpath.harness.api.InFork#announce}. */
  private static final String USING = "# Using ";

  private final OutputFormat out;
  private final boolean showHeader;
  private final boolean showIterations;
  private final StringBuilder unshown = new StringBuilder();
  private final List<Double> warmUp = new ArrayList<>();

  /**
   * Output of one fork.
   *
   * @param out the output of the whole run
   * @param showHeader whether to print the JVM, the options and the parameters
   * @param showIterations whether to print each iteration, and what the fork itself prints
   */
  ForkOutput(OutputFormat out, boolean showHeader, boolean showIterations) {
    this.out = out;
    this.showHeader = showHeader;
    this.showIterations = showIterations;
  }

  /**
   * The last lines of the fork, unless they were shown. Secrets are hidden, because a JVM prints
   * the options that it picks up from the environment.
   */
  List<String> tail() {
    List<String> lines =
        kept()
            .lines()
            .filter(line -> !line.isBlank() && WHOLE_RUN_LINES.stream().noneMatch(line::startsWith))
            .toList();
    return Secrets.hiddenIn(lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
  }

  /** The score of each warm-up iteration, in order. */
  List<Double> warmUp() {
    return List.copyOf(warmUp);
  }

  @Override
  public void startRun() {
    // The run prints its own header.
  }

  @Override
  public void endRun(Collection<RunResult> results) {
    // The run prints all results together.
  }

  @Override
  public void startBenchmark(BenchmarkParams benchmark) {
    if (showHeader) {
      out.startBenchmark(Parameters.withoutSecrets(benchmark));
    }
  }

  @Override
  public void endBenchmark(BenchmarkResult result) {
    // The run prints the results of all forks together.
  }

  @Override
  public void iteration(BenchmarkParams benchmark, IterationParams iterations, int iteration) {
    if (showIterations) {
      out.iteration(benchmark, iterations, iteration);
    }
  }

  /** Shows the allocation of the operation, without that of the correctness check. */
  @Override
  public void iterationResult(
      BenchmarkParams benchmark, IterationParams iterations, int iteration, IterationResult data) {
    if (iterations.getType() == IterationType.WARMUP) {
      if (iteration == 1) {
        // Warm-up forks do not count.
        warmUp.clear();
      }
      warmUp.add(data.getPrimaryResult().getScore());
    }
    if (showIterations) {
      out.iterationResult(benchmark, iterations, iteration, ForkResult.withoutCheck(data));
    }
  }

  @Override
  public void println(String line) {
    if (showIterations) {
      if (WHOLE_RUN_LINES.stream().noneMatch(line::startsWith)) {
        out.println(Secrets.hiddenIn(line));
      }
    } else {
      keep(line + "\n");
    }
  }

  @Override
  public void print(String text) {
    if (showIterations) {
      out.print(text);
    } else {
      keep(text);
    }
  }

  /** Shown only when the fork fails. JMH calls this from several threads. */
  private synchronized void keep(String text) {
    unshown.append(text);
  }

  private synchronized String kept() {
    return unshown.toString();
  }

  /** Takes the output of the fork itself: it is shown with the iterations, or if the fork fails. */
  OutputStream printed(OutputStream standardOutput) {
    return showIterations
        ? standardOutput
        : new OutputStream() {
          @Override
          public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] b, int from, int length) {
            keep(new String(b, from, length, Charset.defaultCharset()));
          }
        };
  }

  /** Shows what the fork announced, unless it was shown with the iterations. */
  void showUsed() {
    kept().lines().filter(line -> line.startsWith(USING)).forEach(out::println);
  }

  @Override
  public void verbosePrintln(String line) {
    out.verbosePrintln(Secrets.hiddenIn(line));
  }

  @Override
  public void flush() {
    out.flush();
  }

  @Override
  public void close() {
    // The run still needs its output.
  }

  @Override
  public void write(int b) {
    if (showIterations) {
      out.write(b);
    } else {
      keep(String.valueOf((char) b));
    }
  }

  @Override
  public void write(byte[] b) throws IOException {
    if (showIterations) {
      out.write(b);
    } else {
      keep(new String(b, Charset.defaultCharset()));
    }
  }
}
