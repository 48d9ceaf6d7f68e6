package requestpath.harness.run;

import org.openjdk.jmh.runner.format.OutputFormat;
import requestpath.harness.plan.Combination;

/** Lines, for a file, a pipe and a build's log: two for each fork. */
final class PlainWatch implements Watch {
  private final OutputFormat out;
  private final Groups groups;
  private final Schedule schedule;
  private final Progress progress;

  PlainWatch(OutputFormat out, Groups groups, Schedule schedule, Progress progress) {
    this.out = out;
    this.groups = groups;
    this.schedule = schedule;
    this.progress = progress;
  }

  @Override
  public void begins(Combination combination, int round) {
    out.println("");
    out.println("# Run progress: " + progress.line());
    out.println(
        "# Fork "
            + round
            + " of "
            + Math.max(round, combination.forks())
            + ": "
            + combination.title());
  }

  @Override
  public void succeeded(Combination combination) {
    Standing standing = Standing.of(groups, combination);
    out.println(
        "#   "
            + standing.timeText()
            + " "
            + standing.unit()
            + (standing.ratio().isPresent()
                ? ", " + standing.ratioText() + " of " + combination.place().baseline()
                : "")
            + (standing.allocationText().isEmpty()
                ? ""
                : ", " + standing.allocationText() + " B/op")
            + (schedule.state(combination).isEmpty() ? "" : ", " + schedule.state(combination)));
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
