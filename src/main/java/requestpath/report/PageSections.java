package requestpath.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import requestpath.report.LibraryCatalogue.CodeGeneration;
import requestpath.report.LibraryCatalogue.Library;
import requestpath.report.Page.Cell;
import requestpath.report.Page.Detail;
import requestpath.report.Page.Environment;
import requestpath.report.Page.Line;
import requestpath.report.Page.Section;
import requestpath.report.Page.Table;
import requestpath.stats.ForkStatistic;
import requestpath.stats.Verdict;

/**
 * A report as the sections of its page: numbers become texts here. Past 300 lines, as every section
 * of the page stands here once.
 */
final class PageSections {
  /** At which the budget is shown where scripts are off. */
  private static final double REQUESTS = 1000;

  private final Report report;
  private final Path directory;

  PageSections(Report report, Path directory) {
    this.report = report;
    this.directory = directory;
  }

  /** Of the page. */
  String title() {
    String names = report.runs().stream().map(Run::name).collect(Collectors.joining(", "));
    return "Benchmark report: " + names;
  }

  /** What to know before reading on. */
  List<String> notices() {
    Set<String> notices = new TreeSet<>();
    for (Run run : report.runs()) {
      run.environment().path("warnings").forEach(warning -> notices.add(warning.asText()));
      if (run.isQuick()) {
        notices.add(
            run.name()
                + " is a first look (--quick): fewer rounds, shorter iterations. It tells classes"
                + " apart and nothing closer, so no ratio, interval or plot of it is shown.");
      }
      if (run.environment().isObject() && !run.environment().has("ended")) {
        notices.add(run.name() + " was cut off, or still runs: what it has so far is shown.");
      }
      if (run.environment().path("dirty").asBoolean()) {
        notices.add(run.name() + " was built from a revision with changes that are not committed.");
      }
    }
    for (ReportGroup group : report.groups()) {
      Verdict control = group.control();
      if (control != null && control.isDifferent()) {
        notices.add(
            group.title()
                + ": the baseline measured twice differs from itself; this machine was too noisy to"
                + " rank so closely.");
      }
    }
    return List.copyOf(notices);
  }

  /** One section a group. */
  List<Section> groups() {
    return report.groups().stream().map(this::section).toList();
  }

  private Section section(ReportGroup group) {
    List<TableColumn> columns =
        Arrays.stream(TableColumn.values())
            .filter(
                column ->
                    group.rows().stream()
                        .anyMatch(
                            row -> !column.cell(report, group, row).equals(TableColumn.EMPTY)))
            .toList();
    double[] all =
        group.rows().stream().flatMapToDouble(row -> Arrays.stream(row.forkValues())).toArray();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < group.rows().size(); i++) {
      ReportRow row = group.rows().get(i);
      List<Cell> own = new ArrayList<>();
      own.add(TableColumn.number(row.value()));
      columns.forEach(column -> own.add(column.cell(report, group, row)));
      lines.add(
          new Line(
              i,
              row.name(),
              note(group, row),
              kind(group, row),
              own,
              ForkStrip.of(row.forkValues(), all),
              ForkStrip.inWords(row, group.unit()),
              details(group, row)));
    }
    List<String> sentences = group.sentences();
    return new Section(
        group.id(),
        group.title(),
        group.platform(),
        group.unit(),
        group.rows().get(0).measurement().isThroughput() ? "throughput" : "time",
        statistic(group),
        sentences,
        headline(group),
        ForestPlot.inPage(group, false),
        ForestPlot.inPage(group, true),
        columns.stream().map(TableColumn::heading).toList(),
        lines);
  }

  /** What the figure of a row is, in a sentence. */
  static String statistic(ReportGroup group) {
    String statistic =
        "A row's figure is the geometric mean of its forks, each the "
            + group.statisticInWords()
            + " of its iterations";
    boolean hasMean =
        group.statistic() != ForkStatistic.MEAN
            && !group.rows().get(0).measurement().isThroughput();
    return statistic + (hasMean ? "; the column mean has the means of forks." : ".");
  }

  /** The group in a sentence: who is the fastest, and who ties with it. */
  static String headline(ReportGroup group) {
    List<ReportRow> measured =
        group.rows().stream()
            .filter(row -> row.forks() != null && ReportGroup.isLibrary(row))
            .toList();
    if (measured.size() < 2 || group.baseline().isEmpty()) {
      return "";
    }
    if (!group.hasVerdicts()) {
      return "Too few forks for an interval: nothing is ranked.";
    }
    ReportRow fastest = measured.get(0);
    boolean isBaseline = fastest.name().equals(group.baseline());
    Verdict verdict = fastest.verdict();
    if (group.isQuick()) {
      return "A first look: "
          + (verdict == null
              ? fastest.name() + " has the lowest time."
              : group.sentence(verdict) + ", the lowest.");
    }
    List<String> ties = new ArrayList<>();
    List<String> notJudged = new ArrayList<>();
    for (ReportRow row : measured.subList(1, measured.size())) {
      Verdict other = row.verdict();
      if (other != null && other.tiesWithBest()) {
        ties.add(row.name());
      } else if (other == null && !row.name().equals(group.baseline())) {
        notJudged.add(row.name());
      }
    }
    boolean isAlone = ties.isEmpty() && notJudged.isEmpty();
    String rank = isAlone ? " is the fastest" : " has the lowest time";
    String what =
        isBaseline
            ? "The baseline " + fastest.name() + rank
            : verdict == null
                ? fastest.name() + " has the lowest time, but too few forks for an interval"
                : verdict.isDifferent()
                    ? group.sentence(verdict) + " and" + rank
                    : fastest.name()
                        + " has the lowest time, but no difference from "
                        + group.baseline()
                        + " is shown";
    return what
        + (ties.isEmpty() ? "" : "; no difference from it is shown for " + String.join(", ", ties))
        + (notJudged.isEmpty() ? "" : "; too few forks to judge " + String.join(", ", notJudged))
        + ".";
  }

  private static String note(ReportGroup group, ReportRow row) {
    List<String> notes = new ArrayList<>();
    if (row.name().equals(group.baseline()) && group.rows().size() > 1) {
      notes.add("baseline");
    }
    if (ReportGroup.isFloor(row)) {
      notes.add("the floor");
    } else if (!ReportGroup.isLibrary(row)) {
      notes.add("no library, with caches");
    }
    if (group.isQuick()) {
      return String.join(", ", notes);
    }
    Verdict verdict = row.verdict();
    if (verdict != null && verdict.tiesWithBest()) {
      long tied =
          group.rows().stream()
              .map(ReportRow::verdict)
              .filter(other -> other != null && other.tiesWithBest())
              .count();
      boolean isRanked =
          group.rows().stream()
              .filter(other -> other.forks() != null && ReportGroup.isLibrary(other))
              .allMatch(other -> other.verdict() != null || other.name().equals(group.baseline()));
      if (tied > 1 || !verdict.isDifferent()) {
        notes.add("no difference from the fastest");
      } else if (isRanked) {
        notes.add("the fastest");
      }
    }
    notes.addAll(row.warnings());
    return String.join(", ", notes);
  }

  private static String kind(ReportGroup group, ReportRow row) {
    Verdict verdict = row.verdict();
    if (row.name().equals(group.baseline())) {
      return "base";
    }
    if (group.isQuick()) {
      return "rough";
    }
    return verdict == null || !verdict.isDifferent()
        ? "same"
        : verdict.comparison().ratio() < 1 ? "fast" : "slow";
  }

  private List<Detail> details(ReportGroup group, ReportRow row) {
    List<Detail> details = new ArrayList<>();
    Measurement measurement = row.measurement();
    details.add(new Detail("Measure it alone", Commands.alone(measurement), "", true));
    Library library = report.library(row).orElse(null);
    if (library != null) {
      details.add(new Detail("Library", library.name() + " " + library.version(), "", false));
      String source = library.rows().getOrDefault(row.name(), "");
      if (!source.isEmpty()) {
        details.add(new Detail("Codec", source, link(source), false));
      }
      details.add(
          new Detail("Its documentation", library.documentation(), library.documentation(), false));
      details.add(
          new Detail(
              "Generates code",
              library.codeGeneration() == CodeGeneration.RUN_TIME
                  ? "at run time"
                  : library.codeGeneration() == CodeGeneration.BUILD_TIME ? "in the build" : "no",
              "",
              false));
      String needs = String.join(", ", library.dependencies());
      if (!needs.isEmpty()) {
        details.add(new Detail("Needs", needs, "", false));
      }
    }
    if (measurement.isOurs()) {
      String source = "benchmarks/" + measurement.className().replace('.', '/') + ".java";
      details.add(new Detail("Benchmark and set-up", source, link(source), false));
    }
    measurement
        .metrics()
        .forEach(
            (name, metric) ->
                details.add(
                    new Detail(
                        name, Figures.plain(metric.score()) + " " + metric.unit(), "", false)));
    for (Fact fact : report.facts(row)) {
      details.add(new Detail(fact.question(), fact.answer(), "", false));
    }
    for (JsonNode profile : report.runs().get(group.run()).profiles()) {
      if (isOf(profile, measurement)) {
        details.add(flameGraph(group, profile));
      }
    }
    return details;
  }

  /** Profiles are made of this side alone, and know of no other. */
  private static boolean isOf(JsonNode profile, Measurement measurement) {
    Map<String, String> parameters = new TreeMap<>();
    profile
        .path("params")
        .properties()
        .forEach(entry -> parameters.put(entry.getKey(), entry.getValue().asText()));
    parameters.remove("side");
    Map<String, String> measured = new TreeMap<>(measurement.parameters());
    String side = Objects.requireNonNullElse(measured.remove("side"), "this");
    return side.equals("this")
        && profile.path("benchmark").asText().equals(measurement.benchmark())
        && parameters.equals(measured);
  }

  private Detail flameGraph(ReportGroup group, JsonNode profile) {
    String file = profile.path("file").asText();
    String event = profile.path("event").asText();
    String against = profile.path("against").asText();
    String title = profile.path("title").asText(event);
    return new Detail(
        (event.endsWith("-diff") ? "Differential flame graph, " : "Flame graph, ") + event,
        against.isEmpty() || title.contains(against) ? title : title + ", against " + against,
        within(report.runs().get(group.run()).path().resolve("profile"), file),
        false);
  }

  /** A link to a source of this project, when the page stands where that can be reached. */
  private String link(String source) {
    return within(Path.of(""), source);
  }

  /** A link to a file in a folder; empty when it is not there, or its name is none here. */
  private String within(Path folder, String name) {
    try {
      Path inside = folder.toAbsolutePath().normalize();
      Path file = inside.resolve(name).normalize();
      return file.startsWith(inside) && Files.isRegularFile(file) ? relative(file) : "";
    } catch (InvalidPathException e) {
      return "";
    }
  }

  private String relative(Path file) {
    Path from = directory.toAbsolutePath().normalize();
    if (!Objects.equals(from.getRoot(), file.getRoot())) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    for (Path part : from.relativize(file)) {
      parts.add(URLEncoder.encode(part.toString(), UTF_8).replace("+", "%20"));
    }
    return String.join("/", parts);
  }

  /** One table for each growth. */
  List<Table> growths() {
    List<Table> tables = new ArrayList<>();
    for (Growth growth : Growth.of(report.groups())) {
      List<String> headings = new ArrayList<>(List.of(growth.parameter()));
      growth.groups().keySet().forEach(at -> headings.add(Figures.plain(at)));
      List<List<String>> rows = new ArrayList<>();
      for (String name : growth.names()) {
        List<String> row = new ArrayList<>(List.of(name));
        growth.groups().keySet().forEach(at -> row.add(Figures.plain(growth.value(name, at))));
        rows.add(row);
      }
      tables.add(
          new Table(
              "growth-" + tables.size(),
              growth.title(),
              "In " + growth.unit() + " at each " + growth.parameter() + ".",
              headings,
              rows));
    }
    return tables;
  }

  /** One table for each work that was measured on several platforms or in several runs. */
  List<Table> comparisons() {
    List<Table> tables = new ArrayList<>();
    for (List<ReportGroup> groups : report.sideBySide()) {
      List<String> headings = new ArrayList<>(List.of("row"));
      Set<String> names = new LinkedHashSet<>();
      for (ReportGroup group : groups) {
        String run = report.runs().size() > 1 ? ", " + report.runs().get(group.run()).name() : "";
        headings.add(group.platform() + run + ", " + group.unit());
        if (!group.isQuick()) {
          headings.add("ratio to its " + group.baseline());
        }
        group.rows().forEach(row -> names.add(row.name()));
      }
      List<List<String>> rows = new ArrayList<>();
      for (String name : names) {
        List<String> line = new ArrayList<>(List.of(name));
        for (ReportGroup group : groups) {
          Optional<ReportRow> row =
              group.rows().stream().filter(each -> each.name().equals(name)).findFirst();
          line.add(row.map(each -> Figures.plain(each.value())).orElse("–"));
          if (!group.isQuick()) {
            line.add(row.map(each -> ratio(group, each)).orElse("–"));
          }
        }
        rows.add(line);
      }
      ReportGroup first = groups.get(0);
      tables.add(
          new Table(
              "side-" + tables.size(),
              first.title() + ", " + first.unit(),
              "Each ratio refers to the baseline of its own column. Times of different runs may"
                  + " differ by their machines' mood; compare the ratios.",
              headings,
              rows));
    }
    return tables;
  }

  /** One table for each group of a run that has two sides: each row against itself. */
  List<Table> sides() {
    return Sides.of(report).stream()
        .map(sides -> sides.table("sides-" + report.groups().indexOf(sides.here())))
        .toList();
  }

  private static String ratio(ReportGroup group, ReportRow row) {
    Verdict verdict = row.verdict();
    return row.name().equals(group.baseline())
        ? "baseline"
        : Figures.ratio(row.ratio())
            + (verdict == null ? "" : " " + Figures.interval(verdict.interval()));
  }

  /** For each group the fastest, the baseline and the slowest by the mean, as shares of a core. */
  List<List<String>> budgets() {
    List<List<String>> lines = new ArrayList<>();
    for (ReportGroup group : report.groups()) {
      double seconds = group.secondsPerUnit();
      List<ReportRow> rows =
          group.rows().stream()
              .filter(row -> row.forks() != null)
              .sorted(Comparator.comparingDouble(ReportRow::meanTime))
              .toList();
      if (!Double.isNaN(seconds) && !rows.isEmpty()) {
        ReportRow slowest = rows.get(rows.size() - 1);
        lines.add(
            List.of(
                group.title() + ", " + group.platform(),
                share(rows.get(0), seconds),
                share(group.baselineRow().orElse(null), seconds),
                share(slowest, seconds)));
      }
    }
    return lines;
  }

  private static String share(@Nullable ReportRow row, double seconds) {
    return row == null
        ? "–"
        : row.name() + " " + Figures.percent(row.meanTime() * seconds * REQUESTS);
  }

  /** Where each run was made, and how to repeat it. */
  List<Environment> environments() {
    return report.runs().stream().map(EnvironmentSection::of).toList();
  }
}
