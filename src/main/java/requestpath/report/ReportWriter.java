package requestpath.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what readers get: {@code report.html}, {@code report.md} and pictures. */
public final class ReportWriter {
  private ReportWriter() {}

  /**
   * The report of one run, into its own directory: what a run calls when it ends.
   *
   * @param run the directory of a run
   * @return the page
   * @throws ReportException when the run cannot be understood or the report not be written
   */
  public static Path write(Path run) throws ReportException {
    return write(List.of(run), run, "", Map.of());
  }

  /**
   * The report of some runs. Nothing is written unless all of it can be made.
   *
   * @param runs directories of runs, or result files of JMH
   * @param directory where it goes; made when it is not there
   * @param baseline the row that ratios refer to where a group has it; empty for the usual one
   * @param facts what libraries were seen to do to data, by row; may be empty
   * @return the page
   * @throws ReportException when a run cannot be understood or the report not be written
   */
  public static Path write(
      List<Path> runs, Path directory, String baseline, Map<String, List<Fact>> facts)
      throws ReportException {
    List<Run> read = new ArrayList<>();
    for (Path run : runs) {
      read.add(Run.read(run));
    }
    Report report = Report.of(read, baseline, facts);
    if (!baseline.isEmpty()
        && report.groups().stream().noneMatch(group -> group.baseline().equals(baseline))) {
      throw new ReportException(
          "--baseline " + baseline + " is a row of no group with a figure: choose one that is");
    }
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(directory.resolve("report.md"), MarkdownReport.of(report));
    String style = HtmlPage.resource("/requestpath/report/forest.css");
    for (ReportGroup group : report.groups()) {
      String picture = ForestPlot.picture(group, style);
      if (!picture.isEmpty()) {
        files.put(directory.resolve("pictures").resolve(pictureName(group)), picture);
      }
    }
    Path page = directory.resolve("report.html");
    files.put(page, HtmlPage.of(report, directory));
    for (Map.Entry<Path, String> file : files.entrySet()) {
      writeWhole(file.getKey(), file.getValue());
    }
    return page;
  }

  /** The rows of ours that some runs hold: those whose libraries can be asked what they do. */
  public static List<String> rows(List<Path> runs) throws ReportException {
    List<String> rows = new ArrayList<>();
    for (Path path : runs) {
      for (Measurement measurement : Run.read(path).measurements()) {
        String library = measurement.parameters().getOrDefault("library", "");
        if (measurement.isOurs() && !library.isEmpty() && !rows.contains(library)) {
          rows.add(library);
        }
      }
    }
    return rows;
  }

  /** A file name that says what is in it, on every file system. */
  static String pictureName(ReportGroup group) {
    String words = (group.title() + " " + group.platform()).replaceAll("[^A-Za-z0-9.]+", "-");
    String name = words.length() <= 100 ? words : words.substring(0, 100);
    return name.replaceAll("^[-.]+|[-.]+$", "") + "-" + group.id() + ".svg";
  }

  /** Beside its place first, so that nobody ever sees half of it. */
  static void writeWhole(Path file, String text) throws ReportException {
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.writeString(part, text, UTF_8);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ReportException(file + " cannot be written: " + e.getMessage());
    }
  }
}
