package requestpath.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Where result files are, and how they are opened; they may be packed by gzip. */
public final class ResultFiles {
  private static final String NAME = "results.json";

  /** How the name of a packed file ends; unpacked it is bounded like any other. */
  private static final String PACKED = ".gz";

  private static final int DEEPEST = 32;

  /** For the small files beside a result file. */
  static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxDocumentLength(JmhResults.LARGEST / 4)
                          .build())
                  .build())
          .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
          .build();

  private ResultFiles() {}

  /** The result file in a directory, which may be packed by gzip; empty where there is none. */
  public static Optional<Path> in(Path directory) {
    return Stream.of(NAME, NAME + PACKED).map(directory::resolve).filter(Files::exists).findFirst();
  }

  /**
   * A result file, unpacked.
   *
   * @throws IOException when it cannot be read
   */
  public static InputStream open(Path file) throws IOException {
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
