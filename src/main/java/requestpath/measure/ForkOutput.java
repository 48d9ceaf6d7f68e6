package requestpath.measure;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * JMH's own output of one fork, without what is only true of a whole run of JMH: progress, fork
 * numbers and results are the run's to print.
 */
final class ForkOutput implements OutputFormat {
  /** How lines begin that speak of a run of one fork as of the whole. */
  private static final List<String> WHOLE_RUN_LINES =
      List.of(
          "# WARNING: JMH lock is ignored",
          "# Run progress:",
          "# Run complete.",
          "# Fork: ",
          "Benchmark had encountered error, and fail on error was requested");

  private final OutputFormat out;
  private final boolean showHeader;

  /**
   * Output of one fork.
   *
   * @param out JMH's format of the whole run
   * @param showHeader whether to print the JVM, the options and the parameters
   */
  ForkOutput(OutputFormat out, boolean showHeader) {
    this.out = out;
    this.showHeader = showHeader;
  }

  @Override
  public void startRun() {
    // The run prints what begins it.
  }

  @Override
  public void endRun(Collection<RunResult> results) {
    // The run prints all results together.
  }

  @Override
  public void startBenchmark(BenchmarkParams benchmark) {
    if (showHeader) {
      out.startBenchmark(benchmark);
    }
  }

  @Override
  public void endBenchmark(BenchmarkResult result) {
    // The run prints it when the last fork of the combination is done.
  }

  @Override
  public void iteration(BenchmarkParams benchmark, IterationParams iterations, int iteration) {
    out.iteration(benchmark, iterations, iteration);
  }

  /** The proof allocates in the last iteration; what is shown is what the operation allocates. */
  @Override
  public void iterationResult(
      BenchmarkParams benchmark, IterationParams iterations, int iteration, IterationResult data) {
    out.iterationResult(benchmark, iterations, iteration, ForkResult.withoutProof(data));
  }

  @Override
  public void println(String line) {
    if (WHOLE_RUN_LINES.stream().noneMatch(line::startsWith)) {
      out.println(line);
    }
  }

  @Override
  public void print(String text) {
    out.print(text);
  }

  @Override
  public void verbosePrintln(String line) {
    out.verbosePrintln(line);
  }

  @Override
  public void flush() {
    out.flush();
  }

  @Override
  public void close() {
    // The whole run's format is still needed.
  }

  @Override
  public void write(int b) {
    out.write(b);
  }

  @Override
  public void write(byte[] b) throws IOException {
    out.write(b);
  }
}
