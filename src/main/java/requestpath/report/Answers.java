package requestpath.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeSet;
import requestpath.codec.LibraryCatalogue.Library;
import requestpath.result.Headline;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.RecordedEnvironment;
import requestpath.result.RecordedRun;
import requestpath.result.Verdict;

/** The main results of published runs, for the beginning of a README. */
final class Answers {
  private static final int ANSWERS = 3;

  /** The tasks that readers ask about, by benchmark. */
  private static final Map<String, String> QUESTIONS =
      Map.of(
          "JsonEncodeBenchmark.toBytes", "Writing JSON",
          "JsonDecodeBenchmark.fromBytes", "Reading JSON",
          "MsgPackEncodeBenchmark.toBytes", "Writing MessagePack",
          "MsgPackDecodeBenchmark.fromBytes", "Reading MessagePack");

  private final Report report;
  private final String directory;

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
   * A picture and up to three results, for a README beside the directory, with the machine and the
   * command. They are those of the benchmarks with the most variants, on every JVM that was
   * measured.
   */
  String text() {
    List<String> lines = new ArrayList<>(List.of(PublishedResults.BEGIN, ""));
    List<List<RankedGroup>> works = works();
    works.stream()
        .map(work -> work.get(0))
        .filter(group -> !ForestPlot.picture(report, group, "").isEmpty())
        .findFirst()
        .ifPresent(group -> lines.addAll(List.of(picture(group), "")));
    works.stream().limit(ANSWERS).forEach(work -> lines.add("- " + answer(work)));
    lines.addAll(List.of("", provenance()));
    EarlierConfigurations.of(report.runs())
        .ifPresent(note -> lines.addAll(List.of("", "Note: " + Markdown.escape(note))));
    lines.add("");
    return String.join("\n", lines);
  }

  private String picture(RankedGroup group) {
    return "!"
        + Markdown.link(
            question(group)
                + " "
                + where(group)
                + ": time relative to "
                + name(group.baseline())
                + ", less is faster",
            directory,
            report.run(group).name(),
            "pictures",
            ReportWriter.pictureName(group));
  }

  /** When and where the runs were made, and the command of the first. */
  private String provenance() {
    TreeSet<String> days = new TreeSet<>();
    TreeSet<String> machines = new TreeSet<>();
    TreeSet<String> jdks = new TreeSet<>();
    for (RecordedRun run : report.runs()) {
      RecordedEnvironment environment = run.environment();
      String started = environment.started();
      days.add(
          started.length() < PublishedResults.DAY
              ? "an unknown day"
              : started.substring(0, PublishedResults.DAY));
      machines.add(
          PublishedResults.known(environment.machine().cpu(), "an unknown machine")
              + " with "
              + Objects.requireNonNullElse(environment.machine().cores(), "?")
              + " cores");
      run.measurements().forEach(row -> jdks.add("JDK " + row.settings().jdk()));
    }
    return "Measured on "
        + Markdown.escape(Words.listed(List.copyOf(days)))
        + " on "
        + Markdown.escape(Words.listed(List.copyOf(machines)))
        + ", with "
        + Markdown.escape(Words.listed(List.copyOf(jdks)))
        + ", by commands such as "
        + Markdown.inline(Commands.ofRun(report.runs().get(0).environment().arguments()))
        + ". [All variants, intervals and raw data]("
        + directory
        + ").";
  }

  /**
   * Groups of the same work with any binding: those with the most rows first, else in the order of
   * the runs.
   */
  private List<List<RankedGroup>> works() {
    Map<List<String>, List<RankedGroup>> works = new LinkedHashMap<>();
    for (RankedGroup group : report.groups()) {
      if (group.headline().filter(Headline::isJudged).isPresent()) {
        works.computeIfAbsent(group.workWithoutBinding(), none -> new ArrayList<>()).add(group);
      }
    }
    return works.values().stream()
        .sorted(
            Comparator.comparing((List<RankedGroup> work) -> work.get(0).rows().size()).reversed())
        .toList();
  }

  private String answer(List<RankedGroup> work) {
    StringJoiner each = new StringJoiner("; ");
    for (RankedGroup group : work) {
      group
          .headline()
          .ifPresent(headline -> each.add(answer(group, headline) + " " + where(group)));
    }
    return "**" + Markdown.escape(question(work.get(0))) + "**: " + Markdown.escape(each + ".");
  }

  /** Such as {@code fastjson2 is 3.6x faster than Jackson 2 (3.5 to 3.8x)}. */
  private String answer(RankedGroup group, Headline headline) {
    String lowest = name(headline.lowest().name());
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
    List<String> ties = headline.ties().stream().map(row -> name(row.name())).toList();
    return ties.isEmpty()
        ? answer
        : answer + ", and no difference from it is shown for " + Words.listed(ties);
  }

  /** The next library that is shown to be slower than a baseline that is the fastest. */
  private String next(RankedGroup group) {
    for (RankedVariant other : group.libraries()) {
      Verdict verdict = other.verdict();
      if (verdict != null && verdict.isDifferent() && !name(other.name()).equals(other.name())) {
        return ", and "
            + name(other.name())
            + " is "
            + Words.faster(verdict, name(group.baseline()));
      }
    }
    return "";
  }

  private static String question(RankedGroup group) {
    return QUESTIONS.getOrDefault(group.subject(), group.subject());
  }

  /** Such as {@code with records on JDK 17.0.15}. */
  private static String where(RankedGroup group) {
    String binding = group.binding();
    return (binding.isEmpty() ? "" : "with " + binding.toLowerCase(Locale.ROOT) + "s ")
        + "on "
        + group.platform();
  }

  /** A library's own name, if the variant is the library as people deploy it. */
  private String name(String variant) {
    return report.catalogue().libraries().stream()
        .filter(
            library ->
                library.variants().keySet().stream()
                    .findFirst()
                    .filter(variant::equals)
                    .isPresent())
        .map(Library::name)
        .findFirst()
        .orElse(variant);
  }
}
