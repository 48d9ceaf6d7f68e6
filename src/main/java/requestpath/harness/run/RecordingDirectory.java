package requestpath.harness.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import requestpath.harness.api.UsageException;

/** A directory among the temporary files that forks write recordings to, until it is closed. */
final class RecordingDirectory implements AutoCloseable {
  /** async-profiler's commands give these a meaning of their own. */
  private static final String RESERVED = ".*[,%\\n].*";

  private final Path directory;

  private RecordingDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * Makes one.
   *
   * @throws UsageException when async-profiler cannot write to it
   */
  static RecordingDirectory create() throws IOException, UsageException {
    Path directory = Files.createTempDirectory("requestpath-recording").toAbsolutePath();
    if (directory.toString().matches(RESERVED)) {
      Files.delete(directory);
      throw new UsageException(
          "async-profiler cannot write below "
              + directory.getParent()
              + ", whose name has a comma or a per cent sign: name another directory with"
              + " -Djava.io.tmpdir");
    }
    return new RecordingDirectory(directory);
  }

  /** Where each fork writes its recording. */
  Path file() {
    return directory.resolve("recording.jfr");
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
