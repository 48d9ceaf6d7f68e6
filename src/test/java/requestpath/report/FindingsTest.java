package requestpath.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The guide of findings says what the published runs say. */
class FindingsTest {
  private static final Path GUIDE = Path.of("src", "site", "markdown", "findings.md");
  private static final Pattern QUOTE =
      Pattern.compile("<!-- rows: .*?<!-- rows end -->", Pattern.DOTALL);
  private static final Pattern FIGURE = Pattern.compile("\\b(\\d[\\d.,]*)(x| ns| us| ms| s| B)\\b");

  private static String guide = "";

  @BeforeAll
  static void read() throws IOException {
    guide = Files.readString(GUIDE, UTF_8);
  }

  @Test
  void theTablesAreGeneratedFromTheRuns() throws Exception {
    assertThat(guide).isEqualTo(PublishedResults.read(Path.of("results")).findings(guide));
  }

  @Test
  void eachFindingHasRowsAndAGraphAndSaysWhatToDo() {
    assertThat(findings())
        .hasSizeGreaterThanOrEqualTo(12)
        .allSatisfy(
            finding ->
                assertThat(finding).contains("<!-- rows: ", "\n| ", "\n![", "\n**What to do.** "));
  }

  @Test
  void everyFigureOfAFindingStandsInItsTable() {
    assertThat(findings()).allSatisfy(finding -> assertThat(unfounded(finding)).isEmpty());
  }

  @Test
  void aFigureThatStandsInNoTableIsFound() {
    String rows = "<!-- rows: a -->\n| GSON | 2.05x | [2.00, 2.10] | 1,234 |\n<!-- rows end -->\n";

    assertThat(unfounded(rows + "It is 2.05x slower (2.00 to 2.10x) and takes 1,234 us."))
        .isEmpty();
    assertThat(unfounded(rows + "It is 2.06x slower and takes 5 ms.")).containsExactly("2.06", "5");
  }

  private static List<String> findings() {
    List<String> sections = List.of(guide.split("\n## "));
    return sections.subList(1, sections.size());
  }

  /** The figures of the text that none of its tables has. */
  private static List<String> unfounded(String finding) {
    String tables =
        String.join("\n", QUOTE.matcher(finding).results().map(m -> m.group()).toList());
    List<String> unfounded = new ArrayList<>();
    Matcher figures = FIGURE.matcher(QUOTE.matcher(finding).replaceAll(""));
    while (figures.find()) {
      String figure = Pattern.quote(figures.group(1));
      if (!Pattern.compile("(?<![\\d.,])" + figure + "(?![\\d.,]*\\d)").matcher(tables).find()) {
        unfounded.add(figures.group(1));
      }
    }
    return unfounded;
  }
}
