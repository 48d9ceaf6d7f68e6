package requestpath.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One run on the terminal, in report.md and on the page: each is read back, and all three must have
 * the same rows in the same order, with the same ratios, intervals and flags.
 */
class RenderersAgreeTest {
  private static final List<String> FLAGS =
      List.of(
          "too few forks",
          "slow start",
          "bimodal",
          "outlier",
          "rank differs by mean",
          "the fastest",
          "no difference from the fastest shown");

  private static String terminal = "";
  private static String markdown = "";
  private static String page = "";

  /** A row as a reader sees it; the baseline has neither ratio nor interval. */
  private record Seen(String group, String name, String ratio, String interval, String flags) {}

  @BeforeAll
  static void renderARun(@TempDir Path directory) throws Exception {
    Path run =
        new SampleRun(1)
            .pausing("GSON")
            .bimodal("MOSHI")
            .outlying("YASSON", 1.5)
            .encode(
                new TreeMap<>(
                    Map.of(
                        "JACKSON2",
                        1.0,
                        "HANDWRITTEN",
                        0.3,
                        "FASTJSON2",
                        0.4,
                        "GSON",
                        0.9,
                        "MOSHI",
                        2.0,
                        "YASSON",
                        3.0,
                        "JACKSON3",
                        1.0)))
            .binding("BEAN")
            .encode(new TreeMap<>(Map.of("JACKSON2", 1.0, "FASTJSON2", 1.5, "GSON", 1.5)))
            .write(directory);
    terminal = String.join("\n", ConsoleReport.of(run));
    page = Files.readString(ReportWriter.write(run, Map.of()), UTF_8);
    markdown = Files.readString(run.resolve("report.md"), UTF_8);
  }

  @Test
  void ratiosIntervalsRanksAndFlagsAreTheSame() {
    List<Seen> seen = inTerminal(terminal);

    assertThat(seen).hasSize(10);
    assertThat(seen).filteredOn(row -> row.interval().startsWith("[")).hasSize(8);
    assertThat(String.join(" ", seen.stream().map(Seen::flags).toList()))
        .contains("bimodal", "outlier", "rank differs by mean", "the fastest");
    assertThat(inMarkdown(markdown)).isEqualTo(seen);
    assertThat(inPage(page)).isEqualTo(seen);
  }

  /** One other name, figure or flag in any of the three is found. */
  @ParameterizedTest
  @ValueSource(strings = {"ratio", "interval", "rank", "flag"})
  void oneThatDiffersIsFound(String what) {
    List<Seen> seen = inTerminal(terminal);
    Seen row = seen.stream().filter(each -> each.name().equals("FASTJSON2")).findFirst().get();

    assertThat(inTerminal(changed(terminal, what, row))).isNotEqualTo(seen);
    assertThat(inMarkdown(changed(markdown, what, row))).isNotEqualTo(seen);
    assertThat(inPage(changed(page, what, row))).isNotEqualTo(seen);
  }

  private static String changed(String text, String what, Seen row) {
    return switch (what) {
      case "ratio" -> text.replace(row.ratio(), "9.99x");
      case "interval" -> text.replace(row.interval(), "[9.98, 9.99]");
      case "rank" -> text.replace("GSON", "OTHER").replace(row.name(), "GSON");
      default -> text.replace("bimodal", "outlier");
    };
  }

  private static List<Seen> inTerminal(String text) {
    List<Seen> seen = new ArrayList<>();
    for (MatchResult ranking : all("(?s)# Ranking of (.+?):\\n(.*?)(?=\\n# Rank|\\n\\n|$)", text)) {
      String title = ranking.group(1);
      for (MatchResult row :
          all(
              "(?m)^#   ([A-Z0-9_]+)(?: \\([A-Z,]+\\))? +(1|[^ ]+x)(?: (\\[[^]]+]))? ",
              ranking.group(2))) {
        String name = row.group(1);
        String sentence =
            all("(?m)^#   (?:The baseline )?" + name + "(?: is |:|,| itself).*$", ranking.group(2))
                .stream()
                .map(MatchResult::group)
                .findFirst()
                .orElse("");
        seen.add(seen(title, name, row.group(2), row.group(3), sentence));
      }
    }
    return seen;
  }

  private static List<Seen> inMarkdown(String text) {
    List<Seen> seen = new ArrayList<>();
    String title = "";
    for (String line : plain(text).split("\n")) {
      List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
      if (line.startsWith("## ")) {
        title = line.substring(3);
      } else if (cells.size() == 10 && cells.get(1).matches("[A-Z0-9_]+( \\([A-Z,]+\\))?")) {
        String flags = cells.get(8);
        seen.add(seen(title, cells.get(1), cells.get(3), cells.get(4), flags));
      }
    }
    return seen;
  }

  private static List<Seen> inPage(String text) {
    List<Seen> seen = new ArrayList<>();
    for (MatchResult group :
        all("(?s)<article class=\"group\".*?<h3[^>]*>(.*?) <span(.*?)</article>", text)) {
      List<String> headings =
          all("<th scope=\"col\"[^>]*>(.*?)</th>", group.group(2)).stream()
              .map(heading -> heading.group(1))
              .toList();
      for (MatchResult row : all("(?s)<tbody data-row.*?<tr>(.*?)</tr>", group.group(2))) {
        List<String> cells =
            all("<td[^>]*>(.*?)</td>", row.group(1)).stream()
                .map(cell -> plain(cell.group(1)))
                .toList();
        String ratio = cells.get(headings.indexOf("ratio <small>95% interval</small>") - 1);
        seen.add(
            seen(
                plain(group.group(1)),
                first("<span class=\"name\">(.*?)</span>", row.group(1)),
                ratio.replaceAll(" <.*", ""),
                first("<span class=\"note\">(.*?)</span>", ratio),
                first("<small>(.*?)</small>", row.group(1))));
      }
    }
    return seen;
  }

  private static Seen seen(String group, String name, String ratio, String interval, String text) {
    boolean isBaseline = ratio.equals("1") || ratio.equals("baseline") || text.contains("baseline");
    TreeSet<String> flags = new TreeSet<>(FLAGS);
    flags.removeIf(flag -> !text.contains(flag));
    // A tie names the fastest without being it.
    if (flags.contains("no difference from the fastest shown")) {
      flags.remove("the fastest");
    }
    return new Seen(
        group,
        name.replaceAll(" \\(.*", ""),
        isBaseline ? "" : ratio,
        isBaseline || interval == null ? "" : interval,
        flags.toString());
  }

  private static String plain(String text) {
    return Pattern.compile("&#(\\d+);")
        .matcher(text)
        .replaceAll(
            number ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(number.group(1)))))
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  private static List<MatchResult> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().toList();
  }

  private static String first(String pattern, String text) {
    return all(pattern, text).stream().map(match -> match.group(1)).findFirst().orElse("");
  }
}
