package requestpath.report;

import java.util.Locale;
import java.util.Map;
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
    int height = LINE * machine.slowdowns().size();
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg class=\"machine\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
            LEFT + WIDTH,
            height,
            label(machine)));
    int y = 0;
    for (Map.Entry<Integer, double[]> round : machine.slowdowns().entrySet()) {
      svg.append(
          String.format(
              Locale.ROOT, "<text x=\"0\" y=\"%d\">round %d</text>", y + BAR, round.getKey()));
      cycles(svg, y, round.getValue());
      y += LINE;
    }
    return svg.append("</svg>").toString();
  }

  private static String label(MachineState machine) {
    return String.format(
        Locale.ROOT,
        "Quiet in %.0f%% of the cycles of %d rounds",
        100 * machine.quietShare(),
        machine.slowdowns().size());
  }

  /** One rectangle for all cycles of a kind that follow each other. */
  private static void cycles(StringBuilder svg, int y, double... slowdowns) {
    double step = (double) WIDTH / slowdowns.length;
    int from = 0;
    for (int i = 1; i <= slowdowns.length; i++) {
      if (i == slowdowns.length || !kind(slowdowns[i]).equals(kind(slowdowns[from]))) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
                kind(slowdowns[from]),
                LEFT + from * step,
                y,
                (i - from) * step,
                BAR));
        from = i;
      }
    }
  }

  private static String kind(double slowdown) {
    return MachineState.isQuiet(slowdown) ? "quiet" : slowdown < HEAVY ? "disturbed" : "heavy";
  }
}
