package requestpath.harness.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * Standard output while forks run. JMH writes there what a fork prints, from threads of its own,
 * and not to the output format; this gives it to the output of that fork. Anything else is printed.
 */
final class RoutedStandardOutput {
  /** Threads that JMH starts for a fork inherit it from the thread that runs the fork. */
  private static final InheritableThreadLocal<ForkOutput> OF_FORK = new InheritableThreadLocal<>();

  private final PrintStream standardOutput = System.out;

  /** Takes the place of standard output until it is {@linkplain #restore() restored}. */
  RoutedStandardOutput() {
    System.setOut(new PrintStream(new OfThread(), true, Charset.defaultCharset()));
  }

  /** Makes standard output what it was. */
  void restore() {
    System.setOut(standardOutput);
  }

  /** From now on this thread runs a fork with this output. */
  static void begin(ForkOutput output) {
    OF_FORK.set(output);
  }

  /** This thread runs no fork any more. */
  static void end() {
    OF_FORK.remove();
  }

  private final class OfThread extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      target().write(b);
    }

    @Override
    public void write(byte[] b, int from, int length) throws IOException {
      target().write(b, from, length);
    }

    @Override
    public void flush() throws IOException {
      target().flush();
    }

    private OutputStream target() {
      ForkOutput output = OF_FORK.get();
      return output == null ? standardOutput : output.printed(standardOutput);
    }
  }
}
