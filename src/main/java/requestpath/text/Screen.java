package requestpath.text;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A terminal: its size, and what it can show.
 *
 * @param lines from top to bottom
 * @param columns from left to right
 * @param hasColours whether it shows colours, and the user wants them
 * @param hasBlocks whether its character set has the block characters of {@link #BLOCKS}
 */
public record Screen(int lines, int columns, boolean hasColours, boolean hasBlocks) {
  /** Bars of one eighth of a character to eight eighths. */
  public static final String BLOCKS = "▏▎▍▌▋▊▉█";

  private static final Pattern TERMINAL = Pattern.compile("/dev/(pts/\\d+|tty.*|console)");
  private static final int FIRST_WITH_CONSOLE_FOR_PIPES = 22;
  private static final int SECONDS_TO_ANSWER = 2;
  private static final int USUAL_LINES = 24;
  private static final int USUAL_COLUMNS = 80;

  /** Where the system shows what standard output and standard error are connected to. */
  private static final Path OUTPUT = Path.of("/proc/self/fd/1");

  private static final Path ERRORS = Path.of("/proc/self/fd/2");

  /** The terminal of this process; 24 lines of 80 columns if its size is not known. */
  public static Screen here() {
    String colourless = System.getenv("NO_COLOR");
    Screen usual =
        new Screen(
            USUAL_LINES,
            USUAL_COLUMNS,
            (colourless == null || colourless.isEmpty()) && System.getenv("TERM") != null,
            charset().newEncoder().canEncode(BLOCKS));
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectErrorStream(true)
              .start();
      String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      if (stty.waitFor(SECONDS_TO_ANSWER, TimeUnit.SECONDS)) {
        return usual.sized(answer.strip());
      }
    } catch (IOException e) {
      return usual;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return usual;
  }

  /** The same with the size that {@code stty size} prints: lines and columns. */
  Screen sized(String size) {
    if (!size.matches("[1-9]\\d{0,5} [1-9]\\d{0,5}")) {
      return this;
    }
    String[] numbers = size.split(" ", -1);
    return new Screen(
        Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), hasColours, hasBlocks);
  }

  private static Charset charset() {
    String name = System.getProperty("stdout.encoding", "");
    return !name.isEmpty() && Charset.isSupported(name)
        ? Charset.forName(name)
        : Charset.defaultCharset();
  }

  /** Whether standard output is a terminal on which lines can be erased. */
  @SuppressWarnings("SystemConsoleNull") // Some JDKs have a console for a pipe; Linux does not.
  public static boolean isOutput() {
    if (System.console() == null || isDumb()) {
      return false;
    }
    return Files.isSymbolicLink(OUTPUT)
        ? isTerminal(OUTPUT)
        : Runtime.version().feature() < FIRST_WITH_CONSOLE_FOR_PIPES;
  }

  /** Whether standard error is one. It may be one if standard output is not. */
  public static boolean isErrors() {
    return Files.isSymbolicLink(ERRORS) ? !isDumb() && isTerminal(ERRORS) : isOutput();
  }

  private static boolean isDumb() {
    return "dumb".equals(System.getenv("TERM"));
  }

  private static boolean isTerminal(Path link) {
    try {
      return TERMINAL.matcher(Files.readSymbolicLink(link).toString()).matches();
    } catch (IOException e) {
      return false;
    }
  }

  /** How many lines of the terminal some lines take: those that are too long take several. */
  public int height(Collection<String> texts) {
    return texts.stream().mapToInt(text -> 1 + Math.max(0, text.length() - 1) / columns).sum();
  }

  /** The same terminal with fewer lines, because other lines follow. */
  public Screen without(int taken) {
    return new Screen(Math.max(1, lines - taken), columns, hasColours, hasBlocks);
  }

  /**
   * A bar of block characters, as wide as the widest one; empty without block characters.
   *
   * @param share its length as a fraction of the widest one
   * @param widest in characters
   */
  public String bar(double share, int widest) {
    if (!hasBlocks) {
      return "";
    }
    int eighths =
        share > 0
            ? (int) Math.max(1, Math.round(Math.min(1, share) * widest * BLOCKS.length()))
            : 0;
    int whole = eighths / BLOCKS.length();
    int rest = eighths % BLOCKS.length();
    String bar =
        BLOCKS.substring(BLOCKS.length() - 1).repeat(whole)
            + (rest == 0 ? "" : BLOCKS.substring(rest - 1, rest));
    return bar + " ".repeat(widest - bar.length());
  }
}
