package requestpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README and the guides lead where they say. */
class GuidesTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final int MOST_LINES_OF_THE_README = 160;

  @TempDir Path directory;

  @Test
  void everyLinkLeadsToAFileAndASectionThatAreThere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path text : Guides.all()) {
      broken.addAll(brokenLinks(text));
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void aLinkThatLeadsNowhereIsFound() throws IOException {
    Path guide = directory.resolve("guide.md");
    Files.writeString(
        guide, "# A title\n\n[a](nothing.md) [b](#a-title) [c](#no-title) [d](https://a.b)\n");

    assertThat(brokenLinks(guide)).containsExactly(guide + ": nothing.md", guide + ": #no-title");
  }

  @Test
  void theReadmeLeadsToEveryGuide() throws IOException {
    Set<Path> seen = new TreeSet<>();
    List<Path> next = new ArrayList<>(List.of(Path.of("README.md")));
    while (!next.isEmpty()) {
      Path text = next.remove(0);
      if (seen.add(text)) {
        for (String link : links(text)) {
          Path target = target(text, link);
          if (target.toString().endsWith(".md") && Files.exists(target)) {
            next.add(target);
          }
        }
      }
    }
    assertThat(seen).containsAll(Guides.all());
  }

  @Test
  void theReadmeIsShort() throws IOException {
    assertThat(Files.readAllLines(Path.of("README.md")))
        .hasSizeLessThanOrEqualTo(MOST_LINES_OF_THE_README);
  }

  private static List<String> brokenLinks(Path text) throws IOException {
    List<String> broken = new ArrayList<>();
    for (String link : links(text)) {
      Path target = target(text, link);
      boolean isThere = Files.exists(target);
      if (isThere && link.contains("#")) {
        isThere = anchors(target).contains(link.substring(link.indexOf('#') + 1));
      }
      if (!isThere) {
        broken.add(text + ": " + link);
      }
    }
    return broken;
  }

  /** Those to other sites are not followed. */
  private static List<String> links(Path text) throws IOException {
    List<String> links = new ArrayList<>();
    Matcher link = LINK.matcher(withoutCode(Files.readString(text)));
    while (link.find()) {
      if (!link.group(1).contains("://")) {
        links.add(link.group(1));
      }
    }
    return links;
  }

  private static Path target(Path text, String link) {
    String path = link.replaceAll("#.*", "");
    return path.isEmpty() ? text : text.resolveSibling(path).normalize();
  }

  /** The sections of a text, by the names that GitHub gives them. */
  private static Set<String> anchors(Path text) throws IOException {
    return withoutCode(Files.readString(text))
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceAll("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^\\w -]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static String withoutCode(String text) {
    return text.replaceAll("(?s)```.*?```", "");
  }
}
