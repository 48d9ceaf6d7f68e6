package requestpath.report;

import java.util.ArrayList;
import java.util.List;
import requestpath.result.ComparedGroup;
import requestpath.result.ComparedVariant;
import requestpath.result.ComparedVariant.Outcome;
import requestpath.text.Figures;

/**
 * A comparison for a pull request: the summary, a table for each group with a difference, and all
 * others folded. It fits in a comment of GitHub; what does not is left out, which the text says.
 */
final class ComparisonMarkdown {
  /** The most characters of a comment. */
  static final int LONGEST = 65_536;

  /** Room for the last sentence and for the end of what is folded. */
  private static final int RESERVED = 600;

  private static final int LONGEST_NOTE = 1000;
  private static final int MOST_TITLES = 100;
  private static final String END = "</details>\n\n";
  private static final String ALIGNED = "| --- | ---: | ---: | ---: | ---: | ---: | --- |\n";

  private final ComparisonWords words;
  private final StringBuilder text = new StringBuilder();
  private int leftOut;

  private ComparisonMarkdown(ComparisonWords words) {
    this.words = words;
  }

  /** The whole text. */
  static String of(ComparisonWords words) {
    ComparisonMarkdown markdown = new ComparisonMarkdown(words);
    markdown.all();
    return markdown.text.toString();
  }

  private void all() {
    text.append("### Benchmarks compared\n\n");
    String moved = words.movedBaselines();
    text.append(moved.isEmpty() ? "" : "**" + Markdown.escape(moved) + "**\n\n");
    text.append("**").append(words.summary()).append("**\n\n");
    List<String> notes =
        words.differences().stream().map(note -> Words.shortened(note, LONGEST_NOTE)).toList();
    list(notes);
    List<ComparedGroup> groups = words.comparison().groups();
    groups.forEach(group -> table(group, ComparisonWords.lines(group), true));
    long others = groups.stream().mapToLong(group -> others(group).size()).sum();
    if (others > 0) {
      text.append("<details><summary>")
          .append(ComparisonWords.variants(others))
          .append(" without a difference shown</summary>\n\n");
      groups.forEach(group -> table(group, others(group), false));
      text.append(END);
    }
    onlyIn(words.oldName(), words.comparison().onlyOld());
    onlyIn(words.newName(), words.comparison().onlyNew());
    folded("How this was compared", words.method());
    if (leftOut > 0) {
      text.append("**A comment has room for ")
          .append(Figures.plain(LONGEST))
          .append(" characters: ")
          .append(ComparisonWords.variants(leftOut))
          .append(" left out. `compare` without `--markdown` prints all.**\n");
    }
  }

  /** The variants of a group without a line of their own. */
  private static List<ComparedVariant> others(ComparedGroup group) {
    List<ComparedVariant> others = new ArrayList<>(group.variants());
    others.removeAll(ComparisonWords.lines(group));
    return others;
  }

  private void table(ComparedGroup group, List<ComparedVariant> variants, boolean hasMean) {
    if (variants.isEmpty()) {
      return;
    }
    StringBuilder table =
        new StringBuilder("**" + Markdown.escape(ComparisonWords.heading(group)) + "**\n\n");
    table.append(
        Markdown.line(
            List.of(
                "variant",
                words.oldName(),
                words.newName(),
                group.isThroughput() ? "time ratio" : "ratio",
                "95% interval",
                "B/op",
                "")));
    table.append(ALIGNED);
    int rows = 0;
    for (ComparedVariant variant : variants) {
      String row = row(group, variant);
      if (text.length() + table.length() + row.length() + RESERVED > LONGEST) {
        break;
      }
      table.append(row);
      rows++;
    }
    leftOut += variants.size() - rows;
    if (rows == 0) {
      return;
    }
    text.append(table);
    String mean = ComparisonCells.mean(group);
    if (hasMean && !mean.isEmpty()) {
      add(Markdown.line(List.of(ComparisonCells.meanName(group), "", "", mean, "", "", "")));
    }
    text.append('\n');
  }

  private String row(ComparedGroup group, ComparedVariant variant) {
    List<String> remarks = words.words(group, variant);
    if (variant.outcome() == Outcome.NO_DIFFERENCE) {
      remarks.remove(0);
    }
    return Markdown.line(
        List.of(
            Markdown.escape(ComparisonCells.name(variant)),
            Figures.plain(variant.old().value()),
            Figures.plain(variant.now().value()),
            ComparisonCells.ratio(variant),
            ComparisonCells.interval(variant),
            Markdown.escape(ComparisonCells.allocation(variant)),
            Markdown.escape(String.join(", ", remarks))));
  }

  private void onlyIn(String side, List<String> titles) {
    List<String> shown = new ArrayList<>(ComparisonWords.only(titles));
    if (titles.size() > MOST_TITLES) {
      shown.subList(MOST_TITLES, shown.size()).clear();
      shown.add("and " + (titles.size() - MOST_TITLES) + " more");
    }
    folded(ComparisonWords.variants(titles.size()) + " only in " + words.side(side), shown);
  }

  private void folded(String summary, List<String> sentences) {
    if (!sentences.isEmpty() && add("<details><summary>" + summary + "</summary>\n\n")) {
      list(sentences);
      text.append(END);
    }
  }

  private void list(List<String> sentences) {
    sentences.forEach(sentence -> add("- " + Markdown.escape(sentence) + "\n"));
    text.append(sentences.isEmpty() ? "" : "\n");
  }

  /** Adds a part if there is room for it. */
  private boolean add(String part) {
    boolean fits = text.length() + part.length() + RESERVED <= LONGEST;
    text.append(fits ? part : "");
    return fits;
  }
}
