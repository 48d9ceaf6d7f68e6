package requestpath.harness.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.options.Options;
import requestpath.harness.api.RefusedException;
import requestpath.harness.api.UsageException;
import requestpath.harness.machine.WholeFile;
import requestpath.harness.plan.FileRequirements;

/** The result file that {@code -rf} and {@code -rff} ask for, in JMH's formats. */
public final class ResultFile {
  private final Path file;
  private final ResultFormatType format;

  private ResultFile(Path file, ResultFormatType format) {
    this.file = file;
    this.format = format;
  }

  /**
   * The file that the command line asks for; empty when it asks for none.
   *
   * @throws UsageException when it cannot be written
   */
  public static Optional<ResultFile> of(Options options) throws UsageException {
    if (!options.getResult().hasValue() && !options.getResultFormat().hasValue()) {
      return Optional.empty();
    }
    ResultFormatType format = options.getResultFormat().orElse(Defaults.RESULT_FORMAT);
    String name =
        options
            .getResult()
            .orElse(Defaults.RESULT_FILE_PREFIX + "." + format.name().toLowerCase(Locale.ROOT));
    Path file = followed(FileRequirements.path("-rff", name).toAbsolutePath());
    requireWritable("-rff", name, file);
    return Optional.of(new ResultFile(file, format));
  }

  /**
   * Refuses a file that cannot be written.
   *
   * @param option which names the file
   * @param name what it names, as given
   * @throws UsageException when it is a directory, or its directory is missing or read-only
   */
  public static void requireWritable(String option, String name, Path file) throws UsageException {
    Path directory = file.getParent();
    @Nullable String problem = null;
    if (Files.isDirectory(file)) {
      problem = "it is a directory";
    } else if (directory == null || !Files.isDirectory(directory)) {
      problem = "its directory does not exist";
    } else if (Files.exists(file) ? !Files.isWritable(file) : !Files.isWritable(directory)) {
      problem = "no right to write there";
    } else if (isRegularOrNew(file)) {
      problem = problemWithNewFileBeside(file);
    }
    if (problem != null) {
      throw new UsageException(
          option + " " + name + " cannot be written (" + problem + "): name another file");
    }
  }

  /** Its path. */
  @Override
  public String toString() {
    return file.toString();
  }

  /**
   * Writes all results.
   *
   * @throws RefusedException when they cannot be written
   */
  public void write(Collection<RunResult> results) throws RefusedException {
    byte[] text = text(format, results);
    try {
      if (isRegularOrNew(file)) {
        WholeFile.write(file, text);
      } else {
        Files.write(file, text);
      }
    } catch (IOException e) {
      throw new RefusedException("the results cannot be written to " + file + " (" + e + ")");
    }
  }

  /** The target of a symbolic link: the link stays a link. */
  private static Path followed(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException notThereYet) {
      return file;
    }
  }

  /** Whether it may be replaced by a new file. A device or a pipe is written to instead. */
  private static boolean isRegularOrNew(Path file) {
    return Files.isRegularFile(file) || Files.notExists(file);
  }

  /** All results in one of JMH's formats. */
  public static byte[] text(ResultFormatType format, Collection<RunResult> results) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(text, false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(format, out).writeOut(results);
    }
    return text.toByteArray();
  }

  private static @Nullable String problemWithNewFileBeside(Path file) {
    try {
      Path beside = WholeFile.beside(file);
      Files.write(beside, new byte[0]);
      Files.delete(beside);
      return null;
    } catch (IOException e) {
      return "no new file can be made beside it";
    }
  }
}
