package requestpath.text;

import java.io.PrintStream;

/**
 * Says what is being done while nothing else is printed. On a terminal it is one line that changes
 * and disappears at the end. A file gets one line when something begins.
 */
public final class StatusLine implements AutoCloseable {
  private static final String ERASE = "\r\u001b[K";
  private static final int PERCENT = 100;

  private final PrintStream out;
  private final boolean isTerminal;
  private final int columns;
  private String doing = "";
  private String shown = "";

  /**
   * A line.
   *
   * @param columns of the terminal, if it is one
   */
  StatusLine(PrintStream out, boolean isTerminal, int columns) {
    this.out = out;
    this.isTerminal = isTerminal;
    this.columns = columns;
  }

  /** A line on standard error. */
  public static StatusLine onErrors() {
    boolean isTerminal = Screen.isErrors();
    return new StatusLine(System.err, isTerminal, isTerminal ? Screen.here().columns() : 0);
  }

  /** Something begins that takes long: said everywhere. */
  public synchronized void begins(String what) {
    doing = what;
    if (isTerminal) {
      draw(what);
    } else {
      out.println("# " + what);
    }
  }

  /** Something begins that takes seconds: said on a terminal only. */
  public synchronized void brieflyBegins(String what) {
    doing = what;
    if (isTerminal) {
      draw(what);
    }
  }

  /** How much of it is done: said on a terminal only. */
  public synchronized void done(int steps, int all) {
    if (isTerminal && all > 0) {
      draw(doing + ": " + PERCENT * steps / all + "%");
    }
  }

  private void draw(String text) {
    String line = "# " + text;
    if (line.length() >= columns) {
      int kept = Math.max(0, columns - 1);
      String end = text.substring(Math.min(text.length(), doing.length()));
      line =
          end.length() < kept
              ? line.substring(0, kept - end.length()) + end
              : line.substring(0, kept);
    }
    if (!line.equals(shown)) {
      out.print(ERASE + line);
      out.flush();
      shown = line;
    }
  }

  /** Erases it. */
  @Override
  public synchronized void close() {
    if (!shown.isEmpty()) {
      out.print(ERASE);
      out.flush();
      shown = "";
    }
  }
}
