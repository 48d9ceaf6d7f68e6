package requestpath.report;

import java.util.Locale;
import java.util.Map;
import java.util.function.DoublePredicate;
import requestpath.result.MachineState;

/**
 * How quiet the machine was, as SVG: one line for each round, on which every cycle is a step to the
 * right. Cycles without disturbance are pale, disturbed ones dark.
 */
final class MachineStrip {
  private static final int LEFT = 60;
  private static final int WIDTH = 560;
  private static final int LINE = 13;
  private static final int BAR = 10;

  /** From this slowdown on, the machine did little else than other work. */
  private static final double HEAVY = 1.25;

  private MachineStrip() {}

  /** For a page that has the styles; empty when nothing is known. */
  static String of(MachineState machine) {
    if (machine.slowdowns().isEmpty()) {
      return "";
    }
    Svg svg = new Svg("machine", LEFT + WIDTH, LINE * machine.slowdowns().size(), label(machine));
    StringBuilder quiet = new StringBuilder();
    StringBuilder disturbed = new StringBuilder();
    StringBuilder heavy = new StringBuilder();
    int y = 0;
    for (Map.Entry<Integer, double[]> round : machine.slowdowns().entrySet()) {
      svg.text("", 0, y + BAR, "round " + round.getKey());
      double[] slowdowns = round.getValue();
      cycles(quiet, y, slowdowns, MachineState::isQuiet);
      cycles(disturbed, y, slowdowns, each -> !MachineState.isQuiet(each) && each < HEAVY);
      cycles(heavy, y, slowdowns, each -> !MachineState.isQuiet(each) && each >= HEAVY);
      y += LINE;
    }
    svg.path("quiet", quiet);
    svg.path("disturbed", disturbed);
    svg.path("heavy", heavy);
    return svg.end();
  }

  private static String label(MachineState machine) {
    return String.format(
        Locale.ROOT,
        "Quiet in %.0f%% of the cycles of %d rounds",
        100 * machine.quietShare(),
        machine.slowdowns().size());
  }

  /** One stroke for all cycles of a kind that follow each other. */
  private static void cycles(StringBuilder path, int y, double[] slowdowns, DoublePredicate kind) {
    double step = (double) WIDTH / slowdowns.length;
    int from = 0;
    for (int i = 0; i < slowdowns.length; i++) {
      if (!kind.test(slowdowns[i])) {
        from = i + 1;
      } else if (i + 1 == slowdowns.length || !kind.test(slowdowns[i + 1])) {
        long left = Math.round(LEFT + from * step);
        long right = Math.round(LEFT + (i + 1) * step);
        path.append('M').append(left).append(' ').append(y + BAR / 2);
        path.append('h').append(right - left);
      }
    }
  }
}
