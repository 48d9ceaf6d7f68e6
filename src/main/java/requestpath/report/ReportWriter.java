package requestpath.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import requestpath.result.CompareBy;
import requestpath.result.Measurement;
import requestpath.result.MergedShards;
import requestpath.result.RankedGroup;
import requestpath.result.RecordedRun;
import requestpath.result.ResultException;
import requestpath.result.ResultFiles;

/** Writes a report: {@code report.html}, {@code report.md} and pictures. */
public final class ReportWriter {
  private ReportWriter() {}

  /**
   * The report of one run, into its own directory: what a run calls when it ends.
   *
   * @param run the directory of a run
   * @param facts what libraries were seen to do to data, by row; may be empty
   * @return the page
   * @throws ResultException when the run cannot be understood or the report not be written
   */
  public static Path write(Path run, Map<String, List<Behaviour>> facts) throws ResultException {
    return write(List.of(run), run, "", facts);
  }

  /**
   * The report of some runs. Nothing is written unless all of it can be made.
   *
   * @param runs directories of runs, or result files of JMH
   * @param directory where it goes; made when it is not there
   * @param baseline the row that ratios refer to where a group has it; empty for the usual one
   * @param facts what libraries were seen to do to data, by row; may be empty
   * @return the page
   * @throws ResultException when a run cannot be understood or the report not be written
   */
  public static Path write(
      List<Path> runs, Path directory, String baseline, Map<String, List<Behaviour>> facts)
      throws ResultException {
    return write(runs, directory, baseline, facts, CompareBy.GUESS);
  }

  /**
   * The same.
   *
   * @param compareBy what the rows of a group are
   * @throws ResultException when a run cannot be understood, no run has such rows, or the report
   *     cannot be written
   */
  public static Path write(
      List<Path> runs,
      Path directory,
      String baseline,
      Map<String, List<Behaviour>> facts,
      CompareBy compareBy)
      throws ResultException {
    List<RecordedRun> read = new ArrayList<>();
    for (Path run : runs) {
      read.addAll(RecordedRun.read(run).comparedBy(compareBy).shards());
    }
    return write(read, directory, baseline, facts, compareBy, new LinkedHashMap<>());
  }

  /**
   * The report of the shards of one run, beside the merged run: the directory is a run directory
   * then.
   *
   * @param shards of the run
   * @param directory where it goes; made when it is not there
   * @param baseline the row that ratios refer to where a group has it; empty for the usual one
   * @param facts what libraries were seen to do to data, by row; may be empty
   * @param compareBy what the rows of a group are
   * @return the page
   * @throws ResultException when the report cannot be written, or would replace a run
   */
  public static Path write(
      MergedShards shards,
      Path directory,
      String baseline,
      Map<String, List<Behaviour>> facts,
      CompareBy compareBy)
      throws ResultException {
    if (ResultFiles.in(directory).isPresent()
        && RecordedRun.read(directory).environment().shards().isEmpty()) {
      throw new ResultException(
          "-o "
              + directory
              + " holds a run, which the merged run would replace: name another directory with -o");
    }
    Map<Path, String> files = new LinkedHashMap<>();
    shards.files().forEach((name, text) -> files.put(directory.resolve(name), text));
    return write(
        shards.run(directory).comparedBy(compareBy).shards(),
        directory,
        baseline,
        facts,
        compareBy,
        files);
  }

  private static Path write(
      List<RecordedRun> read,
      Path directory,
      String baseline,
      Map<String, List<Behaviour>> facts,
      CompareBy compareBy,
      Map<Path, String> files)
      throws ResultException {
    CompareBy.requireSome(compareBy, read);
    Report report = Report.of(read, baseline, facts);
    if (!baseline.isEmpty()
        && report.groups().stream().noneMatch(group -> group.baseline().equals(baseline))) {
      throw new ResultException(
          "--baseline "
              + baseline
              + " is not a variant with a figure in any group: choose one that is");
    }
    files.put(directory.resolve("report.md"), MarkdownReport.of(report));
    String style = HtmlPage.resource("/requestpath/report/forest.css");
    for (RankedGroup group : report.groups()) {
      String picture = ForestPlot.picture(report, group, style);
      if (!picture.isEmpty()) {
        files.put(directory.resolve("pictures").resolve(pictureName(group)), picture);
      }
    }
    Path page = directory.resolve("report.html");
    files.put(page, HtmlPage.of(report, directory));
    writeWhole(files);
    return page;
  }

  /**
   * Refuses a directory that cannot be written, before any work that takes time.
   *
   * @throws ResultException when it cannot be made or written
   */
  public static void requireWritable(Path directory) throws ResultException {
    Path probe = directory.resolve("report.md.part");
    try {
      Files.createDirectories(directory);
      Files.writeString(probe, "", UTF_8);
      Files.delete(probe);
    } catch (IOException e) {
      throw new ResultException(notWritten(e, Set.of(directory.resolve("report.md"))));
    }
  }

  /** The rows of ours that some runs hold: those whose libraries can be asked what they do. */
  public static List<String> rows(List<Path> runs) throws ResultException {
    List<String> rows = new ArrayList<>();
    for (Path path : runs) {
      for (Measurement measurement : RecordedRun.read(path).measurements()) {
        String library = measurement.parameters().getOrDefault("library", "");
        if (measurement.isOurs() && !library.isEmpty() && !rows.contains(library)) {
          rows.add(library);
        }
      }
    }
    return rows;
  }

  /** A file name that says what is in it, on every file system. */
  static String pictureName(RankedGroup group) {
    return pictureName(group, group.id());
  }

  /** The name of a group's picture in the directory of its run. */
  static String pictureInItsOwnReport(RankedGroup group) {
    return pictureName(group, group.idInItsOwnReport());
  }

  private static String pictureName(RankedGroup group, String id) {
    String words = (group.title() + " " + group.platform()).replaceAll("[^A-Za-z0-9.]+", "-");
    String name = words.length() <= 100 ? words : words.substring(0, 100);
    return name.replaceAll("^[-.]+|[-.]+$", "") + "-" + id + ".svg";
  }

  /** Writes it beside its place first, so that a reader never sees an incomplete file. */
  static void writeWhole(Path file, String text) throws ResultException {
    writeWhole(Map.of(file, text));
  }

  /** All of them beside their places, and only then into them. */
  static void writeWhole(Map<Path, String> files) throws ResultException {
    Map<Path, byte[]> bytes = new LinkedHashMap<>();
    files.forEach((file, text) -> bytes.put(file, text.getBytes(UTF_8)));
    writeBytes(bytes);
  }

  /** The same for files that are no text. */
  static void writeBytes(Map<Path, byte[]> files) throws ResultException {
    try {
      for (Map.Entry<Path, byte[]> file : files.entrySet()) {
        Path parent = file.getKey().toAbsolutePath().getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        Files.write(part(file.getKey()), file.getValue());
      }
      for (Path file : files.keySet()) {
        Files.move(part(file), file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new ResultException(notWritten(e, files.keySet()));
    }
  }

  private static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  /** What went wrong, in a sentence. Deletes the files that were written beside their places. */
  private static String notWritten(IOException problem, Set<Path> files) {
    List<String> left = new ArrayList<>();
    for (Path file : files) {
      try {
        if (Files.exists(part(file))) {
          Files.delete(part(file));
        }
      } catch (IOException e) {
        left.add(part(file).toString());
      }
    }
    String file =
        problem instanceof FileSystemException named && named.getFile() != null
            ? named.getFile().replaceAll("\\.part$", "")
            : String.valueOf(files.iterator().next());
    return file
        + " cannot be written ("
        + reason(problem)
        + "): make room for it, or name another directory with -o"
        + (left.isEmpty() ? "" : "; delete " + String.join(", ", left));
  }

  private static String reason(IOException problem) {
    if (problem instanceof AccessDeniedException) {
      return "no right to write there";
    }
    if (problem instanceof FileAlreadyExistsException || problem instanceof NotDirectoryException) {
      return "a file is where a directory is needed";
    }
    if (problem instanceof DirectoryNotEmptyException) {
      return "a directory has its name";
    }
    String reason =
        problem instanceof FileSystemException named ? named.getReason() : problem.getMessage();
    return reason == null ? problem.getClass().getSimpleName() : reason;
  }
}
