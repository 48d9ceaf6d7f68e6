package requestpath.result;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Where result files are, and how they are opened; they may be packed by gzip. */
public final class ResultFiles {
  /** All variants, in JMH's own format. */
  public static final String RESULTS = "results.json";

  /** What {@link RecordedRounds} holds. */
  public static final String ROUNDS = "rounds.json";

  /** The machine, the JVM and the options. */
  public static final String ENVIRONMENT = "environment.json";

  /** How the name of a packed file ends; unpacked it is bounded like any other. */
  private static final String PACKED = ".gz";

  private static final int DEEPEST = 32;

  /** For the small files beside a result file. Texts, lists and maps that are missing are empty. */
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
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  static {
    for (Class<?> type : List.of(String.class, List.class, Map.class)) {
      JSON.configOverride(type).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }
  }

  private ResultFiles() {}

  /**
   * Reads one of the files that stand beside the results of a run, and may be packed by gzip.
   *
   * @param otherwise the content where there is no such file
   * @throws ResultException when it is not JSON of this form
   */
  static <T> T read(Path directory, String name, TypeReference<T> type, String otherwise)
      throws ResultException {
    Path file = in(directory, name).orElse(null);
    if (file == null) {
      return parsed(directory.resolve(name), otherwise, type);
    }
    try (InputStream in = open(file)) {
      return JSON.readValue(in, type);
    } catch (JsonProcessingException e) {
      throw notOfARun(file);
    } catch (IOException e) {
      throw new ResultException(file + " cannot be read: " + e.getMessage());
    }
  }

  /**
   * Reads the text of such a file.
   *
   * @param file that is named if it is not
   * @throws ResultException when it is not JSON of this form
   */
  static <T> T parsed(Path file, String text, TypeReference<T> type) throws ResultException {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw notOfARun(file);
    }
  }

  private static ResultException notOfARun(Path file) {
    return new ResultException(
        file
            + " is not JSON of a run, or is cut short: restore it, or name "
            + file.resolveSibling(RESULTS)
            + " alone");
  }

  /** The result file in a directory, which may be packed by gzip; empty where there is none. */
  public static Optional<Path> in(Path directory) {
    return in(directory, RESULTS);
  }

  /** A file of a run, which may be packed by gzip; empty where there is none. */
  public static Optional<Path> in(Path directory, String name) {
    return Stream.of(name, packed(name)).map(directory::resolve).filter(Files::exists).findFirst();
  }

  /** The name of a file once it is packed. */
  public static String packed(String name) {
    return name + PACKED;
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
