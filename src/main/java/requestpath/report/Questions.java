package requestpath.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import requestpath.report.FirstScreen.Chip;
import requestpath.report.FirstScreen.Question;
import requestpath.report.FirstScreen.View;
import requestpath.result.JudgedSides;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.text.Figures;

/**
 * The questions that a report answers first: how fast JSON and MessagePack are read and written, if
 * it measured that with the reference payload; else what its first groups measured.
 */
final class Questions {
  /** So many questions are asked where none is known. */
  private static final int MOST = 6;

  static final String REFERENCE_PAYLOAD = "DOCUMENT";

  /** In the order in which readers want them. */
  private static final List<String> BINDINGS = List.of("", "RECORD", "BEAN", "MAP");

  private static final List<Known> KNOWN =
      List.of(
          new Known("JsonDecodeBenchmark.fromBytes", "Read JSON"),
          new Known("JsonEncodeBenchmark.toBytes", "Write JSON"),
          new Known("MsgPackDecodeBenchmark.fromBytes", "Read MessagePack"),
          new Known("MsgPackEncodeBenchmark.toBytes", "Write MessagePack"));

  private final Report report;
  private final FirstScreen.Links links;
  private final List<List<RankedGroup>> works = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();

  private record Known(String subject, String title) {}

  /**
   * The questions of a report.
   *
   * @param links where their answers lead
   */
  Questions(Report report, FirstScreen.Links links) {
    this.report = report;
    this.links = links;
    ask();
  }

  /** In their order. */
  List<Question> all() {
    return List.copyOf(questions);
  }

  /** How many groups of the report answer none of them. */
  int groupsLeft() {
    return report.groups().size() - works.stream().mapToInt(List::size).sum();
  }

  private void ask() {
    OptionalLong size = sharedSize();
    for (Known known : KNOWN) {
      List<RankedGroup> groups = ofSize(groups(known), size);
      if (!groups.isEmpty()) {
        long items = size(groups.get(0));
        String tag = REFERENCE_PAYLOAD + (items > 0 ? ", size " + items : "");
        add(groups, known.title(), tag);
      }
    }
    if (questions.isEmpty()) {
      Map<List<String>, List<RankedGroup>> others = new LinkedHashMap<>();
      for (RankedGroup group : report.groups()) {
        others.computeIfAbsent(group.workWithoutBinding(), none -> new ArrayList<>()).add(group);
      }
      others.values().stream().limit(MOST).forEach(this::add);
    }
  }

  private List<RankedGroup> groups(Known known) {
    return report.groups().stream()
        .filter(group -> group.subject().equals(known.subject()))
        .filter(group -> group.rows().get(0).measurement().isOurs())
        .filter(group -> REFERENCE_PAYLOAD.equals(group.fixed().get("payload")))
        .toList();
  }

  /** Of the sizes that all known questions were measured with, the one with the most libraries. */
  private OptionalLong sharedSize() {
    List<List<RankedGroup>> asked =
        KNOWN.stream().map(this::groups).filter(groups -> !groups.isEmpty()).toList();
    return asked.stream()
        .flatMap(List::stream)
        .sorted(
            Comparator.comparingInt((RankedGroup group) -> group.libraries().size())
                .thenComparingLong(Questions::size)
                .reversed())
        .mapToLong(Questions::size)
        .filter(
            size ->
                asked.stream()
                    .allMatch(groups -> groups.stream().anyMatch(group -> size(group) == size)))
        .findFirst();
  }

  private static List<RankedGroup> ofSize(List<RankedGroup> groups, OptionalLong shared) {
    long size =
        shared.isPresent()
            ? shared.getAsLong()
            : groups.stream().mapToLong(Questions::size).max().orElse(0);
    return groups.stream().filter(group -> size(group) == size).toList();
  }

  private static long size(RankedGroup group) {
    String size = group.fixed().getOrDefault("size", "");
    return size.matches("\\d{1,15}") ? Long.parseLong(size) : 0;
  }

  private void add(List<RankedGroup> groups) {
    RankedGroup first = groups.get(0);
    String parameters =
        first.fixedWithoutBinding().entrySet().stream()
            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
            .collect(Collectors.joining(", "));
    add(groups, first.subject(), parameters + (parameters.isEmpty() ? "" : ", ") + first.mode());
  }

  private void add(List<RankedGroup> asked, String title, String tag) {
    works.add(asked);
    List<RankedGroup> groups = links.sidesLead() ? asked : fullest(asked);
    List<String> labels = labels(groups);
    List<View> views = new ArrayList<>();
    if (links.sidesLead()) {
      addSides(groups, views);
    }
    List<Chip> alarms = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      RankedGroup group = groups.get(i);
      views.add(view(group, labels.get(i), views.isEmpty()));
      for (Chip alarm : Chips.alarms(group)) {
        String where = groups.size() == 1 ? "" : ": " + labels.get(i);
        alarms.add(new Chip(alarm.text() + where, alarm.sentence(), alarm.isAlarm()));
      }
    }
    if (!links.sidesLead()) {
      addSides(groups, views);
    }
    String where = views.size() == 1 ? views.get(0).label() : "";
    questions.add(
        new Question(
            "q-" + groups.get(0).id(),
            title,
            tag + (tag.isEmpty() || where.isEmpty() ? "" : ", ") + where,
            List.copyOf(alarms),
            List.copyOf(views)));
  }

  /** Of each work on each platform only the fullest group; records before beans and maps. */
  private List<RankedGroup> fullest(List<RankedGroup> groups) {
    Map<String, RankedGroup> fullest = new LinkedHashMap<>();
    for (RankedGroup group : groups) {
      fullest.merge(group.work() + " on " + group.platform(), group, report::fuller);
    }
    return fullest.values().stream()
        .sorted(Comparator.comparing(group -> BINDINGS.indexOf(group.binding())))
        .toList();
  }

  private void addSides(List<RankedGroup> groups, List<View> views) {
    for (RankedGroup group : groups) {
      sides(group).ifPresent(sides -> views.add(view(sides, views.isEmpty())));
    }
  }

  private Optional<JudgedSides> sides(RankedGroup group) {
    return report.judgement().sides().stream()
        .filter(sides -> sides.candidate().id().equals(group.id()))
        .findFirst();
  }

  private View view(JudgedSides sides, boolean isFirst) {
    SideNames names = SideNames.of(report, sides);
    String binding = binding(sides.candidate());
    return new View(
        sides.candidate().id() + "-sides",
        names.title() + (binding.isEmpty() ? "" : ", " + binding),
        names.sentence(sides),
        SidesPlot.wide(names, sides),
        SidesPlot.narrow(names, sides),
        links.sides().apply(sides.candidate()),
        sides.lines().size() == 1 ? "Figures" : "All " + sides.lines().size() + " variants",
        List.of(),
        isFirst);
  }

  private View view(RankedGroup group, String label, boolean isFirst) {
    List<RankedVariant> rows = AnswerBars.rows(group);
    return new View(
        group.id() + "-answer",
        label,
        sentence(group, rows),
        AnswerBars.wide(report, group),
        AnswerBars.narrow(report, group),
        links.group().apply(group),
        group.rows().size() == 1 ? "Figures" : "All " + group.rows().size() + " variants",
        Chips.of(report, group, rows),
        isFirst);
  }

  /** The answer in words, with its full stop. */
  static String sentence(RankedGroup group, List<RankedVariant> rows) {
    String headline = GroupTexts.headline(group);
    if (!headline.isEmpty()) {
      return headline;
    }
    if (rows.isEmpty()) {
      return "No variant has a figure.";
    }
    RankedVariant first = rows.get(0);
    String figure = first.name() + ": " + Figures.plain(first.value()) + " " + group.unit() + ".";
    return rows.size() == 1
        ? figure
        : figure + (group.isOfSingleForks() ? " One fork each, so nothing is ranked." : "");
  }

  /**
   * What tells answers to one question apart; of one alone its binding and where it was measured.
   */
  private List<String> labels(List<RankedGroup> groups) {
    List<Function<RankedGroup, String>> differences =
        List.of(
            Questions::binding,
            this::platform,
            group -> RankedGroup.inBrackets(group.fixedWithoutBinding()),
            RankedGroup::mode,
            RankedGroup::unit);
    List<Function<RankedGroup, String>> parts =
        groups.size() == 1
            ? List.of(Questions::binding, report::where)
            : differences.stream()
                .filter(part -> groups.stream().map(part).distinct().count() > 1)
                .toList();
    List<String> labels = groups.stream().map(group -> label(group, parts)).toList();
    if (new HashSet<>(labels).size() == labels.size()) {
      return labels;
    }
    return groups.stream()
        .map(
            group -> {
              String label = label(group, parts);
              return label + (label.isEmpty() ? "" : ", ") + report.name(report.run(group));
            })
        .toList();
  }

  /** The JVM; in a run with two sides what the side is called. */
  private String platform(RankedGroup group) {
    for (JudgedSides sides : report.judgement().sides()) {
      if (sides.candidate().id().equals(group.id())) {
        return SideNames.of(report, sides).candidate();
      }
      if (sides.base().id().equals(group.id())) {
        return SideNames.of(report, sides).base();
      }
    }
    return group.platform();
  }

  private static String label(RankedGroup group, List<Function<RankedGroup, String>> parts) {
    return parts.stream()
        .map(part -> part.apply(group))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** Such as {@code records}. */
  private static String binding(RankedGroup group) {
    String binding = group.binding();
    return binding.isEmpty() ? "" : binding.toLowerCase(Locale.ROOT) + "s";
  }
}
