package requestpath.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import requestpath.codec.LibraryCatalogue.CodeGeneration;
import requestpath.codec.LibraryCatalogue.Library;
import requestpath.report.Page.Detail;
import requestpath.result.FlameGraph;
import requestpath.result.Measurement;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.text.Figures;

/** The details of a row on the page: how to measure it alone, its library, code and profiles. */
final class RowDetails {
  private final Report report;
  private final Path directory;

  /**
   * The details of a report's rows.
   *
   * @param directory where the page will be, for its relative links
   */
  RowDetails(Report report, Path directory) {
    this.report = report;
    this.directory = directory;
  }

  /** In the order in which they are read. */
  List<Detail> of(RankedGroup group, RankedVariant row) {
    List<Detail> details = new ArrayList<>();
    Measurement measurement = row.measurement();
    details.add(new Detail("Measure it alone", Commands.alone(measurement), "", true));
    Library library = report.library(row).orElse(null);
    if (library != null) {
      details.add(new Detail("Library", library.name() + " " + library.version(), "", false));
      String source = library.variants().getOrDefault(row.name(), "");
      if (!source.isEmpty()) {
        details.add(source("Codec", source));
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
      String stacks = String.join(", ", library.stacks());
      if (!stacks.isEmpty()) {
        details.add(new Detail("Used by", stacks, "", false));
      }
      String needs = String.join(", ", library.dependencies());
      if (!needs.isEmpty()) {
        details.add(new Detail("Needs", needs, "", false));
      }
    }
    if (measurement.isOurs()) {
      String source = "benchmarks/" + measurement.className().replace('.', '/') + ".java";
      details.add(source("Benchmark", source));
    }
    measurement
        .metrics()
        .forEach(
            (name, metric) ->
                details.add(
                    new Detail(
                        name, Figures.plain(metric.score()) + " " + metric.unit(), "", false)));
    for (Behaviour fact : report.facts(group, row)) {
      details.add(new Detail(fact.question(), fact.answer(), "", false));
    }
    report.run(group).profiles().stream()
        .filter(graph -> graph.isOf(measurement))
        .forEach(graph -> details.add(flameGraph(group, graph)));
    return details;
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
