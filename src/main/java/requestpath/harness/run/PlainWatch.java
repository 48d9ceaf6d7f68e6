package requestpath.harness.run;

import org.openjdk.jmh.runner.format.OutputFormat;
import requestpath.harness.plan.PlannedVariant;

/** Prints lines to a file, a pipe or a build log: two for each fork. */
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
  public void begins(PlannedVariant planned, int round) {
    out.println("");
    out.println("# Run progress: " + progress.line());
    out.println(
        "# Fork " + round + " of " + Math.max(round, planned.forks()) + ": " + planned.title());
  }

  @Override
  public void succeeded(PlannedVariant planned) {
    InterimFigures figures = InterimFigures.of(groups, planned);
    out.println(
        "#   "
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
