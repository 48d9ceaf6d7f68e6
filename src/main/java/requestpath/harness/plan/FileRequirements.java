package requestpath.harness.plan;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.runner.options.Options;
import requestpath.harness.api.UsageException;
import requestpath.harness.machine.WholeFile;
import requestpath.harness.run.ResultFile;
import requestpath.payload.PathName;

/** Checks the files and directories that options name before the first fork, and opens them. */
public final class FileRequirements {
  /** The size of the probe: a directory with less free space counts as full. */
  private static final int PROBE_BYTES = 64 << 10;

  private FileRequirements() {}

  /**
   * Refuses a directory for temporary files that cannot be written: the JVM, JMH and its forks need
   * it.
   *
   * @throws UsageException naming it
   */
  public static void requireTemporaryDirectory(Path directory) throws UsageException {
    String problem = "";
    if (!Files.exists(directory)) {
      problem = "it does not exist";
    } else if (!Files.isDirectory(directory)) {
      problem = "it is not a directory";
    } else {
      try {
        Path probe = Files.createTempFile(directory, "requestpath", ".probe");
        try {
          Files.write(probe, new byte[PROBE_BYTES]);
        } finally {
          Files.delete(probe);
        }
      } catch (IOException e) {
        problem = WholeFile.reason(e);
      }
    }
    if (!problem.isEmpty()) {
      throw new UsageException(
          "the directory for temporary files, "
              + directory
              + ", cannot be used ("
              + problem
              + "): name another, java -Djava.io.tmpdir=DIR -jar target/benchmarks.jar ...");
    }
  }

  /**
   * Refuses a file for the output that cannot be written.
   *
   * @throws UsageException naming it
   */
  public static void requireOutput(Options options) throws UsageException {
    if (options.getOutput().hasValue()) {
      String name = options.getOutput().get();
      ResultFile.requireWritable("-o", name, path("-o", name).toAbsolutePath());
    }
  }

  /**
   * The path that an option names.
   *
   * @throws UsageException when no file or directory can have this name
   */
  public static Path path(String option, String name) throws UsageException {
    try {
      return PathName.of(name);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          option + (option.endsWith("=") ? "" : " ") + name + " " + e.getMessage());
    }
  }

  /**
   * Where a run prints.
   *
   * @param standardOutput unless {@code -o} names a file
   * @throws UsageException when the file cannot be written
   */
  public static PrintStream output(Options options, PrintStream standardOutput)
      throws UsageException {
    if (!options.getOutput().hasValue()) {
      return standardOutput;
    }
    String name = options.getOutput().get();
    try {
      return new PrintStream(new FileOutputStream(name), true, Charset.defaultCharset());
    } catch (FileNotFoundException e) {
      throw new UsageException("-o " + name + " cannot be written: name another file");
    }
  }
}
