package requestpath.harness.run;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import requestpath.harness.plan.PlannedVariant;
import requestpath.harness.plan.Side;
import requestpath.text.Screen;
import requestpath.text.TextTable;

/**
 * A table on a terminal with one line for each variant, updated after each fork. On a small
 * terminal it shows the variants around the one that runs. At the end it disappears.
 */
final class TerminalWatch implements Watch {
  private static final String CLEAR_BELOW = "\u001b[J";

  /** Other lines: progress, what runs, the header, the cursor's own. */
  private static final int OTHER_LINES = 5;

  private static final int LEAST_ROWS = 3;

  private final PrintStream out;
  private final Groups groups;

  /** All variants, ordered by group. */
  private final List<PlannedVariant> byGroup;

  private final Schedule schedule;
  private final Progress progress;
  private final Supplier<Screen> screen;
  private int drawn;
  private String running = "";
  private Optional<PlannedVariant> last = Optional.empty();

  TerminalWatch(
      PrintStream out,
      Groups groups,
      Schedule schedule,
      Progress progress,
      Supplier<Screen> screen) {
    this.out = out;
    this.groups = groups;
    List<String> titles = groups.all().stream().map(TerminalWatch::title).distinct().toList();
    this.byGroup =
        groups.all().stream()
            .sorted(Comparator.comparingInt(row -> titles.indexOf(title(row))))
            .toList();
    this.schedule = schedule;
    this.progress = progress;
    this.screen = screen;
  }

  @Override
  public synchronized void begins(PlannedFork fork) {
    running = "Round " + fork.round() + ": " + fork.planned().title();
    last = Optional.of(fork.planned());
    draw();
  }

  @Override
  public synchronized void begins(List<PlannedFork> block) {
    running = PlainWatch.inWords(block);
    block.stream().findFirst().ifPresent(fork -> last = Optional.of(fork.planned()));
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

  /** {@inheritDoc} The ranking that follows replaces the table. */
  @Override
  public synchronized void ends() {
    erase();
    out.flush();
  }

  private void erase() {
    if (drawn > 0) {
      out.print("\u001b[" + drawn + "A");
      out.print(CLEAR_BELOW);
      drawn = 0;
    }
  }

  private void draw() {
    Screen now = screen.get();
    List<String> lines = lines(now.lines());
    int width = now.columns() - 1;
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
