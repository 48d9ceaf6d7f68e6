package requestpath.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The table and the figure of the guide on interleaving come from recordings. */
class InterleavingGuideTest {
  static final Path GUIDE = Path.of("src", "site", "markdown", "interleaving.md");
  private static final Path FIGURE =
      Path.of("src", "site", "resources", "images", "interleaving.svg");
  private static final int LINE = 20;
  private static final int TOP = 46;
  private static final int PANEL = 300;
  private static final int NAMES = 110;

  /** How far to the right and left of the quiet time a panel reaches. */
  private static final double FASTEST = 0.8;

  private static final double SLOWEST = 2.5;

  private static List<Row> rows(String recording) throws IOException {
    return RecordedForks.read("recorded-" + recording + ".csv");
  }

  private static double spread(Row row) {
    return Math.sqrt(row.sample().variance());
  }

  /** One line for each variant: the spread of its forks in each recording, and its ratio. */
  private static List<String> table() throws IOException {
    List<Row> alone = rows("alone-noisy");
    List<Row> turns = rows("turns-noisy");
    List<Row> quietAlone = rows("alone-shared");
    List<Row> quietTurns = rows("turns-shared");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < alone.size(); i++) {
      lines.add(
          String.format(
              Locale.ROOT,
              "| %s | %.1f%% | %.1f%% | %.1f%% | %.1f%% | %.3f | %.3f |",
              alone.get(i).name(),
              100 * spread(quietAlone.get(i)),
              100 * spread(quietTurns.get(i)),
              100 * spread(alone.get(i)),
              100 * spread(turns.get(i)),
              quietAlone.get(i).ratioTo(quietAlone.get(0)),
              quietTurns.get(i).ratioTo(quietTurns.get(0))));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "| mean | %.1f%% | %.1f%% | %.1f%% | %.1f%% | | |",
            100 * meanSpread(quietAlone),
            100 * meanSpread(quietTurns),
            100 * meanSpread(alone),
            100 * meanSpread(turns)));
    return lines;
  }

  private static double meanSpread(List<Row> rows) {
    return rows.stream().mapToDouble(InterleavingGuideTest::spread).average().orElseThrow();
  }

  @Test
  void theTableOfTheGuideIsThatOfTheRecordings() throws IOException {
    assertThat(Files.readString(GUIDE)).contains(String.join("\n", table()));
  }

  @Test
  void forksThatTakeTurnsDifferFarLess() throws IOException {
    assertThat(meanSpread(rows("turns-noisy"))).isLessThan(0.6 * meanSpread(rows("alone-noisy")));
    assertThat(meanSpread(rows("turns-shared"))).isLessThan(0.2 * meanSpread(rows("alone-shared")));
  }

  @Test
  void theFigureOfTheGuideIsThatOfTheRecordings() throws IOException {
    Path made = Path.of("target", "pages", "interleaving.svg");
    Files.createDirectories(made.getParent());
    Files.writeString(made, figure());
    assertThat(Files.readString(FIGURE))
        .as("%s holds the figure of the recordings", made)
        .isEqualTo(figure());
  }

  private static String figure() throws IOException {
    List<Row> quiet = rows("turns-shared");
    int height = TOP + LINE * quiet.size() + 30;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " font-family=\"system-ui,sans-serif\" font-size=\"12\">%n"
                + "<title>The value of each fork beside two busy programs, as a multiple of the"
                + " variant's quiet time: one fork after the other, and taking turns</title>%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
            NAMES + 2 * PANEL + 20,
            height));
    for (int i = 0; i < quiet.size(); i++) {
      svg.append(text(NAMES - 8, TOP + LINE * i + 4, "end", quiet.get(i).name()));
    }
    panel(svg, NAMES, "one fork after the other", rows("alone-noisy"), quiet);
    panel(svg, NAMES + PANEL + 10, "taking turns", rows("turns-noisy"), quiet);
    return svg.append("</svg>\n").toString().replace(System.lineSeparator(), "\n");
  }

  private static void panel(
      StringBuilder svg, int left, String title, List<Row> noisy, List<Row> quiet) {
    svg.append(text(left + PANEL / 2, 16, "middle", title));
    int bottom = TOP + LINE * quiet.size();
    for (double tick : new double[] {0.8, 1, 1.25, 1.5, 2, 2.5}) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<path d=\"M%.1f %dV%d\" stroke=\"%s\"/>%n",
              x(left, tick),
              TOP - 14,
              bottom,
              tick == 1 ? "#5f6b76" : "#d9dee3"));
      svg.append(text(x(left, tick), bottom + 14, "middle", String.valueOf(tick) + "x"));
    }
    for (int i = 0; i < quiet.size(); i++) {
      double time = quiet.get(i).time();
      for (double[] fork : noisy.get(i).forks().values()) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%d\" r=\"3.5\" fill=\"#0063a6\" fill-opacity=\".55\"/>%n",
                x(left, ForkStatistic.MINIMUM.of(fork) / time),
                TOP + LINE * i));
      }
    }
  }

  private static double x(int left, double multiple) {
    double bounded = Math.max(FASTEST, Math.min(SLOWEST, multiple));
    return left + 10 + (PANEL - 20) * Math.log(bounded / FASTEST) / Math.log(SLOWEST / FASTEST);
  }

  private static String text(double x, int y, String anchor, String text) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\" fill=\"#1f2933\">%s</text>%n",
        x,
        y,
        anchor,
        text);
  }
}
