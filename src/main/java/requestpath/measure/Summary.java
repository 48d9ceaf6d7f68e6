package requestpath.measure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run says at its end, as a page of Markdown. */
final class Summary {
  private Summary() {}

  /**
   * The page.
   *
   * @param failures what went wrong, in sentences
   * @param leftOut what could not run, in sentences
   */
  static String of(
      Verdicts verdicts, Environment environment, List<String> failures, List<String> leftOut) {
    JsonNode json = environment.json();
    List<String> lines = new ArrayList<>(List.of("# A run of requestpath", ""));
    if (json.path("quick").asBoolean()) {
      lines.addAll(List.of("A first look: it tells classes apart, nothing closer.", ""));
    }
    json.path("warnings")
        .forEach(warning -> lines.add("- Before it: " + Markdown.escape(warning.asText())));
    failures.forEach(failure -> lines.add("- Failed: " + Markdown.escape(failure)));
    verdicts.control().ifPresent(control -> lines.add("- " + Markdown.escape(control)));
    for (Verdicts.OfGroup group : verdicts.groups()) {
      lines.addAll(List.of("", "## " + Markdown.escape(group.title()), ""));
      group.sentences().forEach(sentence -> lines.add("- " + Markdown.escape(sentence)));
      lines.add("");
      lines.addAll(group.table().markdown());
      if (!group.legend().isEmpty()) {
        lines.addAll(List.of("", Markdown.escape(group.legend())));
      }
    }
    addSection(lines, "## Ranks that change with the binding", verdicts.byBinding());
    addSection(lines, "## Parts and the whole", verdicts.parts());
    addSection(lines, "## The two sides", verdicts.sides());
    lines.addAll(List.of("", "## How it was measured", ""));
    lines.add("- Command line: " + code(words(json.path("arguments"))));
    lines.add("- Order of the rounds: `--seed " + json.path("seed").asText() + "`");
    lines.add(
        "- Machine: "
            + Markdown.escape(json.at("/machine/cpu").asText())
            + ", "
            + json.at("/machine/cores").asText()
            + " cores, "
            + Markdown.escape(json.at("/machine/kernel").asText()));
    lines.add(
        "- JVM: "
            + Markdown.escape(json.at("/jvm/vm").asText())
            + ", "
            + code(words(json.at("/jvm/arguments"))));
    lines.add(
        "- From "
            + json.path("started").asText()
            + " to "
            + json.path("ended").asText()
            + "; stolen by other guests: "
            + String.format(Locale.ROOT, "%.1f%%", 100 * json.path("steal").asDouble()));
    if (!leftOut.isEmpty()) {
      lines.addAll(List.of("", "## Left out", ""));
      leftOut.forEach(sentence -> lines.add("- " + Markdown.escape(sentence)));
    }
    return String.join("\n", lines) + "\n";
  }

  private static void addSection(List<String> lines, String title, List<String> sentences) {
    if (!sentences.isEmpty()) {
      lines.addAll(List.of("", title, ""));
      sentences.forEach(sentence -> lines.add("- " + Markdown.escape(sentence)));
    }
  }

  private static String words(JsonNode array) {
    List<String> words = new ArrayList<>();
    array.forEach(word -> words.add(quoted(word.asText())));
    return String.join(" ", words);
  }

  /** As a shell takes it. */
  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static String code(String text) {
    return text.isEmpty() ? "(nothing)" : "`" + text.replace("`", "'").replaceAll("\\R", " ") + "`";
  }
}
