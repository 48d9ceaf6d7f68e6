package requestpath.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import requestpath.codec.LibraryCatalogue.CodeGeneration;
import requestpath.codec.LibraryCatalogue.Library;
import requestpath.codec.Mark;
import requestpath.report.Page.About;
import requestpath.report.Page.Detail;
import requestpath.result.FlameGraph;
import requestpath.result.Measurement;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.text.Figures;

/**
 * The details of a row on the page: how to measure it alone, its metrics and profiles; and what is
 * known of its library, which stands on the page once.
 */
final class RowDetails {
  /** Metrics that the table of every group has. */
  private static final Set<String> IN_COLUMNS = Set.of("gc.alloc.rate.norm", "bytes", "bytes.gzip");

  private static final String LIBRARY = "library";

  private final Report report;
  private final Path directory;
  private final boolean hasConformanceTables;

  /**
   * The details of a report's rows.
   *
   * @param directory where the page will be, for its relative links
   */
  RowDetails(Report report, Path directory) {
    this.report = report;
    this.directory = directory;
    this.hasConformanceTables = !ConformanceMatrix.of(report).differing().isEmpty();
  }

  /**
   * In the order in which they are read.
   *
   * @param hasCommand whether the command that measures the row alone is among them
   */
  List<Detail> of(RankedGroup group, RankedVariant row, boolean hasCommand) {
    List<Detail> details = new ArrayList<>();
    Measurement measurement = row.measurement();
    if (hasCommand) {
      details.add(
          new Detail(
              "Measure it alone", Commands.alone(measurement, arguments(report, group)), "", true));
    }
    report
        .library(row)
        .ifPresent(
            library ->
                details.add(new Detail("Library", nameAndVersion(library), "#" + id(row), false)));
    StringJoiner metrics = new StringJoiner(", ");
    measurement
        .metrics()
        .forEach(
            (name, metric) -> {
              if (!IN_COLUMNS.contains(name)) {
                metrics.add(name + " " + Figures.plain(metric.score()) + " " + metric.unit());
              }
            });
    if (metrics.length() > 0) {
      details.add(new Detail("Also measured", metrics.toString(), "", false));
    }
    if (!hasConformanceTables) {
      for (Behaviour fact : report.facts(group, row)) {
        details.add(new Detail(fact.question(), fact.answer(), "", false));
      }
    }
    report.run(group).profiles().stream()
        .filter(graph -> graph.isOf(measurement))
        .forEach(graph -> details.add(flameGraph(group, graph)));
    return details;
  }

  /**
   * The command that measures a row alone, with {@code NAME} for the row's name; empty if the rows
   * do not differ by the library only, or if there is one row.
   */
  static String alone(Report report, RankedGroup group) {
    List<String> arguments = arguments(report, group);
    List<String> commands =
        group.rows().stream().map(row -> ofAnyLibrary(row, arguments)).distinct().toList();
    return group.rows().size() > 1 && commands.size() == 1 ? commands.get(0) : "";
  }

  /** The command of a row with {@code NAME} for its library; empty if that is not its name. */
  private static String ofAnyLibrary(RankedVariant row, List<String> arguments) {
    Map<String, String> parameters = new LinkedHashMap<>(row.measurement().parameters());
    return row.name().equals(parameters.replace(LIBRARY, "NAME"))
        ? Commands.alone(row.measurement(), parameters, arguments)
        : "";
  }

  private static List<String> arguments(Report report, RankedGroup group) {
    return report.run(group).environment().arguments();
  }

  /** The sources of a group's benchmarks that are beside the page. */
  List<Detail> sources(RankedGroup group) {
    return group.rows().stream()
        .map(RankedVariant::measurement)
        .filter(Measurement::isOurs)
        .map(row -> "benchmarks/" + row.className().replace('.', '/') + ".java")
        .distinct()
        .map(path -> source("Benchmark", path))
        .filter(source -> !source.link().isEmpty())
        .toList();
  }

  /** What the rows of all groups have in common: each library variant once, in their order. */
  List<About> libraries() {
    Map<String, About> libraries = new LinkedHashMap<>();
    for (RankedGroup group : report.groups()) {
      for (RankedVariant row : group.rows()) {
        report
            .library(row)
            .ifPresent(
                library ->
                    libraries.computeIfAbsent(
                        id(row),
                        id ->
                            new About(
                                id,
                                variant(row) + ": " + nameAndVersion(library),
                                facts(library, row))));
      }
    }
    return List.copyOf(libraries.values());
  }

  private static String nameAndVersion(Library library) {
    return library.name() + " " + library.version();
  }

  private static String variant(RankedVariant row) {
    return row.measurement().parameters().getOrDefault(LIBRARY, row.name());
  }

  private static String id(RankedVariant row) {
    return "library-" + variant(row);
  }

  private List<Detail> facts(Library library, RankedVariant row) {
    List<Detail> facts = new ArrayList<>();
    String source = library.variants().getOrDefault(variant(row), "");
    if (!source.isEmpty()) {
      facts.add(source("Codec", source));
    }
    facts.add(
        new Detail("Its documentation", library.documentation(), library.documentation(), false));
    facts.add(
        new Detail(
            "Generates code",
            library.codeGeneration() == CodeGeneration.RUN_TIME
                ? "at run time"
                : library.codeGeneration() == CodeGeneration.BUILD_TIME ? "in the build" : "no",
            "",
            false));
    if (!library.records().isEmpty()) {
      facts.add(new Detail("RECORD is", library.records(), "", false));
    }
    facts.add(new Detail("Licence", library.licence(), "", false));
    String stacks = String.join(", ", library.stacks());
    if (!stacks.isEmpty()) {
      facts.add(new Detail("Used by", stacks, "", false));
    }
    String needs = String.join(", ", library.dependencies());
    if (!needs.isEmpty()) {
      facts.add(new Detail("Needs", needs, "", false));
    }
    marks(id(row))
        .forEach(
            (mark, inputs) ->
                facts.add(
                    new Detail(
                        "(" + mark.letter() + ") " + mark.word(),
                        mark.meaning() + (inputs.isEmpty() ? "" : ": " + String.join("; ", inputs)),
                        "",
                        false)));
    return facts;
  }

  /** The marks of a library's rows, each with the inputs that cause it in one of them at least. */
  private Map<Mark, Set<String>> marks(String library) {
    Map<Mark, Set<String>> marks = new EnumMap<>(Mark.class);
    for (RankedGroup group : report.groups()) {
      for (RankedVariant row : group.rows()) {
        if (id(row).equals(library)) {
          for (Mark mark : report.marks(group, row)) {
            marks
                .computeIfAbsent(mark, none -> new LinkedHashSet<>())
                .addAll(Report.inputs(mark, row));
          }
        }
      }
    }
    return marks;
  }

  private Detail flameGraph(RankedGroup group, FlameGraph graph) {
    boolean isNamed = graph.against().isEmpty() || graph.title().contains(graph.against());
    return new Detail(
        (graph.event().endsWith("-diff") ? "Differential flame graph, " : "Flame graph, ")
            + graph.event(),
        isNamed ? graph.title() : graph.title() + ", against " + graph.against(),
        within(report.run(group).path().resolve("profile"), graph.file()),
        false);
  }

  /** A source by its name if it is linked, else by its path. */
  private Detail source(String what, String path) {
    String link = link(path);
    String name = link.isEmpty() ? path : path.substring(path.lastIndexOf('/') + 1);
    return new Detail(what, name, link, false);
  }

  /** A link to a source of this project, if the page's directory is in a directory that has it. */
  private String link(String source) {
    return within(Path.of(""), source);
  }

  /** A link to a file in a parent; empty when it is not there, or its name is none here. */
  private String within(Path parent, String name) {
    try {
      Path inside = parent.toAbsolutePath().normalize();
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
}
