package requestpath.harness.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import requestpath.harness.plan.PlannedVariant;
import requestpath.harness.plan.Side;
import requestpath.text.TextTable;

/**
 * A table on a terminal with one line for each variant, updated after each fork. On a small
 * terminal it shows the variants around the one that runs.
 */
final class TerminalWatch implements Watch {
  private static final Pattern TERMINAL = Pattern.compile("/dev/(pts/\\d+|tty.*|console)");
  private static final String CLEAR_BELOW = "\u001b[J";

  /** Other lines: progress, what runs, the header, the cursor's own. */
  private static final int OTHER_LINES = 5;

  private static final int FIRST_WITH_CONSOLE_FOR_PIPES = 22;
  private static final int LEAST_ROWS = 3;
  private static final int SECONDS_TO_ANSWER = 2;

  private final PrintStream out;
  private final Groups groups;

  /** All variants, ordered by group. */
  private final List<PlannedVariant> byGroup;

  private final Schedule schedule;
  private final Progress progress;
  private final Supplier<int[]> size;
  private int drawn;
  private String running = "";
  private Optional<PlannedVariant> last = Optional.empty();

  TerminalWatch(
      PrintStream out, Groups groups, Schedule schedule, Progress progress, Supplier<int[]> size) {
    this.out = out;
    this.groups = groups;
    List<String> titles = groups.all().stream().map(TerminalWatch::title).distinct().toList();
    this.byGroup =
        groups.all().stream()
            .sorted(Comparator.comparingInt(row -> titles.indexOf(title(row))))
            .toList();
    this.schedule = schedule;
    this.progress = progress;
    this.size = size;
  }

  /** Whether standard output is a terminal. */
  @SuppressWarnings("SystemConsoleNull") // Some JDKs have a console for a pipe; Linux does not.
  static boolean isTerminal() {
    if (System.console() == null || "dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    Path output = Path.of("/proc/self/fd/1");
    try {
      return !Files.isSymbolicLink(output)
          ? Runtime.version().feature() < FIRST_WITH_CONSOLE_FOR_PIPES
          : TERMINAL.matcher(Files.readSymbolicLink(output).toString()).matches();
    } catch (IOException e) {
      return false;
    }
  }

  /** Lines and columns of the terminal; 24 and 80 if they are not known. */
  static int[] size() {
    int[] size = {24, 80};
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectErrorStream(true)
              .start();
      String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      if (stty.waitFor(SECONDS_TO_ANSWER, TimeUnit.SECONDS)
          && answer.strip().matches("[1-9]\\d* [1-9]\\d*")) {
        String[] numbers = answer.strip().split(" ", -1);
        size[0] = Integer.parseInt(numbers[0]);
        size[1] = Integer.parseInt(numbers[1]);
      }
    } catch (IOException e) {
      return size;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return size;
  }

  @Override
  public synchronized void begins(PlannedVariant planned, int round) {
    running = "round " + round + ": " + planned.title();
    last = Optional.of(planned);
    draw();
  }

  @Override
  public synchronized void begins(List<PlannedVariant> block, int round) {
    running = "round " + round + ": " + PlainWatch.inWords(block);
    block.stream().findFirst().ifPresent(planned -> last = Optional.of(planned));
    draw();
  }

  @Override
  public synchronized void does(String what) {
    running = running.split(" \\| ", 2)[0] + " | " + what;
    draw();
  }

  @Override
  public synchronized void succeeded(PlannedVariant planned) {
    draw();
  }

  @Override
  public synchronized void say(String sentence) {
    erase();
    out.println("# " + sentence);
    draw();
  }

  @Override
  public synchronized void ends() {
    running = "";
    draw();
    drawn = 0;
    out.println();
  }

  private void erase() {
    if (drawn > 0) {
      out.print("\u001b[" + drawn + "A");
      out.print(CLEAR_BELOW);
      drawn = 0;
    }
  }

  private void draw() {
    int[] linesAndColumns = size.get();
    List<String> lines = lines(linesAndColumns[0]);
    int width = linesAndColumns[1] - 1;
    erase();
    lines.forEach(line -> out.println(line.length() > width ? line.substring(0, width) : line));
    out.flush();
    drawn = lines.size();
  }

  private List<String> lines(int height) {
    List<String> lines = new ArrayList<>();
    lines.add("# " + progress.line());
    lines.add(running.isEmpty() ? "#" : "# " + running);
    List<List<String>> cells = new ArrayList<>();
    cells.add(List.of("", "ratio [95%]", "time", "B/op", "rounds", ""));
    byGroup.forEach(row -> cells.add(cells(row)));
    List<String> table = new TextTable(cells).lines();
    lines.add(table.get(0));
    List<String> body = new ArrayList<>();
    int middle = 0;
    String group = "";
    for (int i = 0; i < byGroup.size(); i++) {
      PlannedVariant row = byGroup.get(i);
      if (!group.equals(title(row))) {
        group = title(row);
        body.add(group);
      }
      if (last.isPresent() && last.get().equals(row)) {
        middle = body.size();
      }
      body.add(table.get(i + 1));
    }
    int fitting = Math.max(LEAST_ROWS, height - OTHER_LINES);
    int from = Math.max(0, Math.min(middle - fitting / 2, body.size() - fitting));
    lines.addAll(body.subList(from, Math.min(body.size(), from + fitting)));
    if (body.size() > fitting) {
      lines.add("# " + (body.size() - fitting) + " more lines are not shown");
    }
    return lines;
  }

  private static String title(PlannedVariant row) {
    return row.member().group() + (row.side() == Side.AGAINST ? ", against" : "");
  }

  private List<String> cells(PlannedVariant row) {
    InterimFigures figures = InterimFigures.of(groups, row);
    return List.of(
        "  " + figures.name() + (row.isControl() ? " (control)" : ""),
        row.isBaseline() && figures.forks() > 0 ? "1" : figures.ratioText(),
        figures.timeText() + " " + figures.unit(),
        figures.allocationText(),
        String.valueOf(figures.forks()),
        schedule.state(row));
  }
}
