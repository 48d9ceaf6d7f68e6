package requestpath.report;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Where result files are, and how they are opened; they may be packed by gzip. */
final class ResultFiles {
  private static final String NAME = "results.json";

  /** How the name of a packed file ends; unpacked it is bounded like any other. */
  private static final String PACKED = ".gz";

  private ResultFiles() {}

  /** The result file in a directory, which may be packed by gzip; empty where there is none. */
  static Optional<Path> in(Path directory) {
    return Stream.of(NAME, NAME + PACKED).map(directory::resolve).filter(Files::exists).findFirst();
  }

  /** A result file, unpacked. */
  static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    if (!file.toString().endsWith(PACKED)) {
      return in;
    }
    try {
      return new GZIPInputStream(in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
