package requestpath.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import requestpath.codec.LibraryCatalogue.Library;
import requestpath.codec.Mark;
import requestpath.codec.Marks;
import requestpath.result.Headline;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.RecordedRun;
import requestpath.result.Verdict;

/** The main results of published runs, for the beginning of a README. */
final class Answers {
  private static final int ANSWERS = 4;

  /** Below this share of quiet cycles, readers are told that the machine had other work. */
  private static final double SELDOM_QUIET = 0.1;

  /** The tasks that readers ask about, by benchmark. */
  private static final Map<String, String> QUESTIONS =
      Map.of(
          "JsonEncodeBenchmark.toBytes", "Writing JSON",
          "JsonDecodeBenchmark.fromBytes", "Reading JSON",
          "MsgPackEncodeBenchmark.toBytes", "Writing MessagePack",
          "MsgPackDecodeBenchmark.fromBytes", "Reading MessagePack");

  private final Report report;
  private final String directory;

  /** The marks beside names so far. */
  private final Set<Mark> shown = EnumSet.noneOf(Mark.class);

  /**
   * The main results of some runs.
   *
   * @param directory that they are in, beside the README
   */
  Answers(Report report, String directory) {
    this.report = report;
    this.directory = directory;
  }

  /**
   * A picture and up to four results, for a README beside the directory, with the machine and the
   * command. They answer the questions that readers ask, or else are those of the benchmarks with
   * the most variants, on every JVM that was measured.
   */
  String text() {
    List<String> lines = new ArrayList<>(List.of(PublishedResults.BEGIN, ""));
    List<List<RankedGroup>> works = works();
    works.stream()
        .map(work -> work.get(0))
        .filter(group -> !ForestPlot.picture(report, group, "").isEmpty())
        .findFirst()
        .ifPresent(group -> lines.addAll(List.of(picture(group), "")));
    List<List<RankedGroup>> answered = works.stream().limit(ANSWERS).toList();
    lines.add(table(answered));
    if (!shown.isEmpty()) {
      lines.addAll(List.of("A library with " + Marks.legend(List.of(shown)) + ".", ""));
    }
    lines.add(
        Provenance.sentence(answered.isEmpty() ? report.runs() : runs(answered))
            + " [All variants, intervals and raw data]("
            + directory
            + ")."
            + noise(answered));
    EarlierConfigurations.of(report, answered.stream().flatMap(List::stream).toList())
        .ifPresent(note -> lines.addAll(List.of("", "Note: " + Markdown.escape(note))));
    lines.add("");
    return String.join("\n", lines);
  }

  /** The runs that some work is from; others may be of another machine. */
  private List<RecordedRun> runs(List<List<RankedGroup>> works) {
    return works.stream()
        .flatMap(List::stream)
        .map(RankedGroup::run)
        .distinct()
        .sorted()
        .map(report.runs()::get)
        .toList();
  }

  private String picture(RankedGroup group) {
    return "!"
        + Markdown.link(
            task(group)
                + " on "
                + group.platform()
                + ": time relative to "
                + name(group.baseline())
                + ", less is faster",
            directory,
            report.run(group).name(),
            "pictures",
            ReportWriter.pictureInItsOwnReport(group));
  }

  /** A sentence on other work during the runs; empty if the machine was quiet enough. */
  private static String noise(List<List<RankedGroup>> works) {
    double quiet =
        works.stream()
            .flatMap(List::stream)
            .mapToDouble(group -> group.notes().machine().quietShare())
            .filter(share -> !Double.isNaN(share))
            .average()
            .orElse(1);
    return quiet < SELDOM_QUIET
        ? " The machine was seldom quiet, so times are too high and intervals wide."
        : "";
  }

  /**
   * Groups of the same work, one for each binding on each JVM, of the run that measured the most
   * libraries. Work with the most rows comes first, else it is in the order of the runs. Of each
   * question there is only one work, with the source articles' payload if that was measured; and
   * nothing else if there is a question.
   */
  private List<List<RankedGroup>> works() {
    Map<List<String>, Map<String, RankedGroup>> works = new LinkedHashMap<>();
    for (RankedGroup group : report.groups()) {
      if (group.headline().filter(Headline::isJudged).isPresent()) {
        works
            .computeIfAbsent(group.workWithoutBinding(), none -> new LinkedHashMap<>())
            .merge(task(group) + " on " + group.platform(), group, report::fuller);
      }
    }
    Comparator<List<RankedGroup>> mostRows =
        Comparator.comparing((List<RankedGroup> work) -> work.get(0).rows().size()).reversed();
    List<List<RankedGroup>> sorted =
        works.values().stream()
            .map(work -> List.copyOf(work.values()))
            .sorted(Comparator.comparing(Answers::isOfOtherPayload).thenComparing(mostRows))
            .toList();
    Map<String, List<RankedGroup>> questions = new LinkedHashMap<>();
    for (List<RankedGroup> work : sorted) {
      String subject = work.get(0).subject();
      if (QUESTIONS.containsKey(subject)) {
        questions.putIfAbsent(subject, work);
      }
    }
    return (questions.isEmpty() ? sorted : questions.values()).stream().sorted(mostRows).toList();
  }

  private static boolean isOfOtherPayload(List<RankedGroup> work) {
    return !Questions.REFERENCE_PAYLOAD.equals(work.get(0).fixed().get("payload"));
  }

  /** A line for each work with each binding, and a column for each JVM. */
  private String table(List<List<RankedGroup>> works) {
    List<String> platforms =
        works.stream()
            .flatMap(List::stream)
            .map(RankedGroup::platform)
            .distinct()
            .sorted()
            .toList();
    List<String> headings = new ArrayList<>(List.of(""));
    platforms.forEach(platform -> headings.add(Markdown.escape(platform)));
    StringBuilder table = new StringBuilder(Markdown.line(headings));
    table.append(Markdown.line(headings.stream().map(heading -> "---").toList()));
    for (List<RankedGroup> work : works) {
      Map<String, Map<String, String>> lines = new LinkedHashMap<>();
      for (RankedGroup group : work) {
        group
            .headline()
            .ifPresent(
                headline ->
                    lines
                        .computeIfAbsent(task(group), none -> new LinkedHashMap<>())
                        .put(group.platform(), answer(group, headline)));
      }
      lines.forEach(
          (task, answers) -> {
            List<String> cells =
                new ArrayList<>(
                    List.of("**" + Markdown.escape(task) + "**" + measured(work, task)));
            platforms.forEach(
                platform ->
                    cells.add(Markdown.escape(answers.getOrDefault(platform, "not published"))));
            table.append(Markdown.line(cells));
          });
    }
    return table.toString();
  }

  /** How many variants of libraries have a figure, such as {@code , 27 to 29 variants}. */
  private static String measured(List<RankedGroup> work, String task) {
    IntSummaryStatistics counts =
        work.stream()
            .filter(group -> task(group).equals(task))
            .mapToInt(group -> group.libraries().size())
            .summaryStatistics();
    return ", "
        + (counts.getMin() == counts.getMax() ? "" : counts.getMin() + " to ")
        + counts.getMax()
        + " variants";
  }

  /** Such as {@code fastjson2 is 3.6x faster than Jackson 2 (3.5 to 3.8x)}. */
  private String answer(RankedGroup group, Headline headline) {
    String lowest = marked(group, headline.lowest());
    Verdict verdict = headline.lowest().verdict();
    String answer;
    if (verdict != null && headline.isFasterThanBaseline()) {
      answer = lowest + " is " + Words.faster(verdict, name(group.baseline()));
    } else if (headline.isFastest()) {
      answer = lowest + " is the fastest" + next(group);
    } else {
      answer =
          lowest
              + GroupTexts.best(group)
              + (headline.isUnknown() ? ", but too few forks for an interval" : "");
    }
    List<String> ties = headline.ties().stream().map(row -> marked(group, row)).toList();
    return ties.isEmpty()
        ? answer
        : answer
            + ", and no difference from "
            + name(headline.lowest().name())
            + " is shown for "
            + Words.listed(ties);
  }

  /** The next library that is shown to be slower than a baseline that is the fastest. */
  private String next(RankedGroup group) {
    for (RankedVariant other : group.libraries()) {
      Verdict verdict = other.verdict();
      if (verdict != null && verdict.isDifferent() && isUsual(other.name())) {
        return ", and "
            + marked(group, other)
            + " is "
            + Words.faster(verdict, name(group.baseline()));
      }
    }
    return "";
  }

  private static String question(RankedGroup group) {
    return QUESTIONS.getOrDefault(group.subject(), group.subject());
  }

  /** Such as {@code Reading JSON with records}. */
  private static String task(RankedGroup group) {
    String binding = group.binding();
    return question(group)
        + (binding.isEmpty() ? "" : " with " + binding.toLowerCase(Locale.ROOT) + "s");
  }

  /** The name of a row with its marks, which the legend explains. */
  private String marked(RankedGroup group, RankedVariant row) {
    Set<Mark> marks = report.marks(group, row);
    shown.addAll(marks);
    return name(row.name()) + Marks.suffix(marks);
  }

  /** A library's own name, with the variant if it is not the usual one. */
  private String name(String variant) {
    for (Library library : report.catalogue().libraries()) {
      if (library.variants().containsKey(variant)) {
        return isUsual(variant) ? library.name() : library.name() + " as " + variant;
      }
    }
    return variant;
  }

  /** Whether it is the usual variant of a library. */
  private boolean isUsual(String variant) {
    return report.catalogue().libraries().stream()
        .flatMap(library -> library.variants().keySet().stream().limit(1))
        .anyMatch(variant::equals);
  }
}
