package requestpath.harness.run;

import java.util.List;
import org.openjdk.jmh.runner.format.OutputFormat;
import requestpath.harness.plan.PlannedVariant;

/** Prints lines to a file, a pipe or a build log: two for each fork. */
final class PlainWatch implements Watch {
  private final OutputFormat out;
  private final Groups groups;

  /** Groups of a block that are named. */
  private static final int MOST_NAMED = 3;

  private final Schedule schedule;
  private final Progress progress;

  /** Whether several forks run at the same time, so that each result needs its title. */
  private boolean isBlock;

  PlainWatch(OutputFormat out, Groups groups, Schedule schedule, Progress progress) {
    this.out = out;
    this.groups = groups;
    this.schedule = schedule;
    this.progress = progress;
  }

  @Override
  public void begins(PlannedFork fork) {
    PlannedVariant planned = fork.planned();
    int round = fork.round();
    isBlock = false;
    out.println("");
    out.println("# Run progress: " + progress.line());
    out.println(
        "# Fork " + round + " of " + Math.max(round, planned.forks()) + ": " + planned.title());
  }

  @Override
  public void begins(List<PlannedFork> block) {
    isBlock = true;
    out.println("");
    out.println("# Run progress: " + progress.line());
    out.println("# " + inWords(block));
  }

  /** A block in a few words. */
  static String inWords(List<PlannedFork> block) {
    List<String> named =
        block.stream().map(fork -> fork.planned().member().group()).distinct().toList();
    int more = named.size() - MOST_NAMED;
    int first = block.get(0).round();
    int last = block.get(block.size() - 1).round();
    return (first == last ? "Round " + first : "Rounds " + first + " to " + last)
        + ": "
        + block.size()
        + " forks take turns: "
        + String.join("; ", named.subList(0, Math.min(MOST_NAMED, named.size())))
        + (more > 0 ? "; and " + more + " more " + (more > 1 ? "groups" : "group") : "");
  }

  @Override
  public void does(String what) {
    // Too much for a file.
  }

  @Override
  public void succeeded(PlannedVariant planned) {
    InterimFigures figures = InterimFigures.of(groups, planned);
    out.println(
        "#   "
            + (isBlock ? planned.title() + ": " : "")
            + figures.timeText()
            + " "
            + figures.unit()
            + (figures.ratio().isPresent()
                ? ", " + figures.ratioText() + " of " + planned.member().baseline()
                : "")
            + (figures.allocationText().isEmpty() ? "" : ", " + figures.allocationText() + " B/op")
            + (schedule.state(planned).isEmpty() ? "" : ", " + schedule.state(planned)));
  }

  @Override
  public void say(String sentence) {
    out.println("# " + sentence);
  }

  @Override
  public void ends() {
    out.println("");
  }
}
