package requestpath.report;

import java.util.ArrayList;
import java.util.List;
import requestpath.result.ComparedGroup;
import requestpath.result.ComparedVariant;
import requestpath.text.Figures;
import requestpath.text.TextTable;

/**
 * A comparison for a terminal: a heading for each group, a line for each difference, all others in
 * a sentence. Its lines have at most {@value #WIDTH} characters.
 */
final class ComparisonText {
  /** The longest line. */
  static final int WIDTH = 100;

  private static final int MOST_SENTENCES = 20;
  private static final String INDENT = "  ";

  /**
   * How a table is laid out.
   *
   * @param longestName a longer name stands on a line of its own
   * @param bytes how the column B/op is filled
   */
  private record Layout(int longestName, Bytes bytes) {
    private boolean isLong(ComparedVariant variant) {
      return variant.name().length() > longestName;
    }
  }

  /** How allocations are shown. */
  private enum Bytes {
    /** Of both sides where they differ. */
    BOTH,
    /** Of the new side relative to the old one where they differ. */
    CHANGE,
    /** Not at all: changes are said in words. */
    NONE
  }

  /** From the most that a line can show to the least. */
  private static final List<Layout> LAYOUTS =
      List.of(
          new Layout(60, Bytes.BOTH),
          new Layout(60, Bytes.CHANGE),
          new Layout(40, Bytes.BOTH),
          new Layout(40, Bytes.CHANGE),
          new Layout(30, Bytes.CHANGE),
          new Layout(30, Bytes.NONE));

  private final ComparisonWords words;
  private final List<String> lines = new ArrayList<>();

  private ComparisonText(ComparisonWords words) {
    this.words = words;
  }

  /** The whole text. */
  static String of(ComparisonWords words) {
    ComparisonText text = new ComparisonText(words);
    text.all();
    return String.join("\n", text.lines) + "\n";
  }

  private void all() {
    String moved = words.movedBaselines();
    if (!moved.isEmpty()) {
      wrapped("# ", "#   ", moved);
    }
    words.differences().forEach(difference -> wrapped("# ", "#   ", difference));
    words.comparison().groups().forEach(this::group);
    onlyIn(words.oldName(), words.comparison().onlyOld());
    onlyIn(words.newName(), words.comparison().onlyNew());
    lines.add("");
    words.method().forEach(note -> wrapped("# ", "#   ", note));
    lines.add("");
    words.regressionSentences().stream()
        .limit(MOST_SENTENCES)
        .forEach(sentence -> wrapped("A REGRESSION: ", INDENT, sentence));
    int more = words.regressions().size() - MOST_SENTENCES;
    if (more > 0) {
      lines.add("and " + more + " more regressions");
    }
    wrapped("", INDENT, words.summary());
  }

  private void group(ComparedGroup group) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    wrapped("", INDENT, ComparisonWords.heading(group));
    List<ComparedVariant> variants = ComparisonWords.lines(group);
    if (!variants.isEmpty()) {
      table(group, variants);
    }
    ComparisonWords.folded(group).forEach(sentence -> wrapped(INDENT, INDENT + INDENT, sentence));
    String mean = ComparisonCells.mean(group);
    if (!mean.isEmpty()) {
      lines.add(INDENT + ComparisonCells.meanName(group) + " ratios: " + mean);
    }
  }

  private void table(ComparedGroup group, List<ComparedVariant> variants) {
    int most = variants.stream().mapToInt(variant -> verdict(group, variant)).max().orElse(0);
    Layout layout =
        LAYOUTS.stream()
            .filter(each -> width(table(group, variants, each)) + INDENT.length() + most <= WIDTH)
            .findFirst()
            .orElse(LAYOUTS.get(LAYOUTS.size() - 1));
    TextTable table = table(group, variants, layout);
    List<String> rows = table.lines();
    lines.add(INDENT + rows.get(0));
    for (int i = 0; i < variants.size(); i++) {
      ComparedVariant variant = variants.get(i);
      if (layout.isLong(variant)) {
        wrapped(INDENT, INDENT + INDENT, ComparisonCells.name(variant));
      }
      List<String> remarks = new ArrayList<>(words.words(group, variant));
      if (layout.bytes == Bytes.NONE && variant.hasOtherAllocation()) {
        remarks.add("B/op " + ComparisonCells.allocation(variant));
      }
      String row = INDENT + rows.get(i + 1);
      row += " ".repeat(width(table) - row.length()) + INDENT;
      remarks(row, remarks);
    }
  }

  /** How long the words are that are to stand behind a row's figures. */
  private int verdict(ComparedGroup group, ComparedVariant variant) {
    List<String> all = words.words(group, variant);
    boolean isRegression = words.regressions().contains(variant);
    return String.join(", ", all.subList(0, isRegression ? 2 : 1)).length();
  }

  private static int width(TextTable table) {
    return INDENT.length() + table.width();
  }

  /** Adds a line with the remarks that fit behind it; the others follow on lines of their own. */
  private void remarks(String row, List<String> remarks) {
    StringBuilder line = new StringBuilder(row);
    int said = 0;
    while (said < remarks.size()) {
      String next = (said == 0 ? "" : ", ") + printable(remarks.get(said));
      int comma = said + 1 < remarks.size() ? 1 : 0;
      if (line.length() + next.length() + comma > WIDTH) {
        break;
      }
      line.append(next);
      said++;
    }
    List<String> left = remarks.subList(said, remarks.size());
    boolean isCut = said > 0 && !left.isEmpty();
    lines.add((isCut ? line + "," : line.toString()).stripTrailing());
    if (!left.isEmpty()) {
      wrapped(INDENT + INDENT + INDENT, INDENT + INDENT + INDENT, String.join(", ", left));
    }
  }

  private TextTable table(ComparedGroup group, List<ComparedVariant> variants, Layout layout) {
    boolean hasBytes =
        layout.bytes != Bytes.NONE
            && variants.stream()
                .anyMatch(
                    variant -> !ComparisonCells.allocation(variant).equals(ComparisonCells.NONE));
    List<List<String>> rows = new ArrayList<>();
    List<String> headings =
        new ArrayList<>(
            List.of(
                "",
                words.oldName(),
                words.newName(),
                group.isThroughput() ? "time ratio" : "ratio",
                "95% interval"));
    if (hasBytes) {
      headings.add("B/op");
    }
    rows.add(headings);
    for (ComparedVariant variant : variants) {
      List<String> cells =
          new ArrayList<>(
              List.of(
                  layout.isLong(variant) ? "" : printable(variant.name()),
                  Figures.plain(variant.old().value()),
                  Figures.plain(variant.now().value()),
                  ComparisonCells.ratio(variant),
                  ComparisonCells.interval(variant)));
      if (hasBytes) {
        cells.add(
            layout.bytes == Bytes.BOTH
                ? ComparisonCells.allocation(variant)
                : ComparisonCells.changeOfAllocation(variant));
      }
      rows.add(cells);
    }
    return new TextTable(rows);
  }

  private void onlyIn(String side, List<String> titles) {
    if (!titles.isEmpty()) {
      lines.add("");
      lines.add("Only in " + words.side(side) + ":");
      lines.add("");
      ComparisonWords.only(titles).forEach(title -> wrapped(INDENT, INDENT + INDENT, title));
    }
  }

  /** Adds a text in lines that are not too long, broken between words where that is possible. */
  private void wrapped(String first, String others, String text) {
    String left = printable(text);
    String indent = first;
    while (indent.length() + left.length() > WIDTH) {
      int room = WIDTH - indent.length();
      int space = left.lastIndexOf(' ', room);
      int end = space > 0 ? space : room;
      lines.add(indent + left.substring(0, end).stripTrailing());
      left = left.substring(end).stripLeading();
      indent = others;
    }
    lines.add(indent + left);
  }

  /** Without characters that a terminal would obey. */
  static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
