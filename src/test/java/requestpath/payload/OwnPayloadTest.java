package requestpath.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnPayloadTest {
  @TempDir Path home;

  @Test
  void arraysOfObjectsAndSingleObjectsAreRead() throws IOException {
    OwnPayload list = OwnPayload.of(file("[{\"a\":1},{\"a\":[2.5]}] \n"));
    assertThat(list.isList()).isTrue();
    assertThat(list.values()).hasSize(2);
    assertThat(new String(list.json(), UTF_8)).isEqualTo("[{\"a\":1},{\"a\":[2.5]}]");
    assertThat(list.messagePack()).hasNumberOfRows(2);
    OwnPayload one = OwnPayload.of(file("{\"a\":{\"b\":null}}"));
    assertThat(one.isList()).isFalse();
    assertThat(one.values()).hasSize(1);
    assertThat(one.otherValues()).isNotEqualTo(one.values());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1,2]      | it must hold an object, or an array of objects",
        "[]         | it must hold an object, or an array of objects",
        "\"text\"   | it must hold an object, or an array of objects",
        "{\"a\":1,} | line 1, column 8: \" is wanted",
        "<html>     | line 1, column 1: no value begins like this",
        "   | is empty: name a JSON file",
      })
  void aDocumentThatCannotBeMeasuredIsRefusedInOneSentence(String content, String reason)
      throws IOException {
    String file = file(content == null ? "" : content);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OwnPayload.of(file))
        .withMessageStartingWith("file=" + file)
        .withMessageContaining(reason)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  @Test
  void aMissingFileIsRefusedInOneSentence() {
    String missing = home.resolve("none.json").toString();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OwnPayload.of(missing))
        .withMessage("file=" + missing + " does not exist: name a JSON file");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OwnPayload.of(home.toString()))
        .withMessage("file=" + home + " is a directory: name a JSON file");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OwnPayload.of(""))
        .withMessage("OwnPayload measures a file of yours: name it with -p file=FILE.json");
  }

  /** The bytes in hexadecimal digits, or a text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          efbbbf5b7b7d5d           | begins with a byte order mark, which JSON does not allow: save it as UTF-8
          1f8b080000               | is compressed by gzip: unpack it first
          504b0304                 | is a zip archive: unpack it first
          28b52ffd00               | is compressed by zstd: unpack it first
          feff007b007d             | is in UTF-16: convert it to UTF-8 first
          fffe7b007d00             | is in UTF-16: convert it to UTF-8 first
          007b007d                 | is in UTF-16: convert it to UTF-8 first
          7b007d00                 | is in UTF-16: convert it to UTF-8 first
          0000feff0000007b         | is in UTF-32: convert it to UTF-8 first
          fffe00007b000000         | is in UTF-32: convert it to UTF-8 first
          7b0000007d000000         | is in UTF-32: convert it to UTF-8 first
          0000007b0000007d         | is in UTF-32: convert it to UTF-8 first
          7b2261223a22ff227d       | cannot be measured: it is not UTF-8
          """)
  void otherEncodingsAndArchivesAreNamed(String hexadecimal, String reason) throws IOException {
    Path file = home.resolve("other.json");
    Files.write(file, HexFormat.of().parseHex(hexadecimal));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OwnPayload.of(file.toString()))
        .withMessageStartingWith("file=" + file + " " + reason);
  }

  @Test
  void aPipeIsRefusedAtOnce() throws Exception {
    Path pipe = home.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path link = Files.createSymbolicLink(home.resolve("link"), Path.of("/proc/self/status"));
    Path second = Files.createSymbolicLink(home.resolve("second"), Path.of("link"));
    Path self = Files.createSymbolicLink(home.resolve("self"), Path.of("/proc/self"));
    for (String name :
        List.of(
            pipe.toString(),
            "/dev/stdin",
            "/dev/null",
            "/proc/self/status",
            link.toString(),
            second.toString(),
            self.resolve("status").toString())) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> OwnPayload.of(name))
          .withMessage(
              "file="
                  + name
                  + " is not a regular file, and every fork reads it anew: save it and name that"
                  + " file");
    }
  }

  @Test
  void aRegularFileIsReadInAnyDirectoryAndThroughLinks() throws IOException {
    Path file = Path.of(file("{\"a\":1}"));
    Path link = Files.createSymbolicLink(home.resolve("link"), file.getFileName());
    assertThat(OwnPayload.of(link.toString()).values()).isEqualTo(List.of(Map.of("a", 1)));
    Path shared = Path.of("/dev/shm");
    assumeThat(shared).isDirectory().isWritable();
    Path inMemory = Files.createTempFile(shared, "own", ".json");
    try {
      Files.writeString(inMemory, "{\"a\":1}");
      assertThat(OwnPayload.of(inMemory.toString()).values()).isEqualTo(List.of(Map.of("a", 1)));
    } finally {
      Files.delete(inMemory);
    }
  }

  @Test
  void aDocumentTooLargeForAForkIsRefused() throws IOException {
    String many = file("[" + "{},".repeat(540_000) + "{}]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OwnPayload.of(many))
        .withMessage(
            "file="
                + many
                + " cannot be measured: it would take about 73 MB as maps and bytes, more than 72, and a"
                + " fork holds several copies in its 512 MB (name a smaller file)");
  }

  @Test
  void theFactsDescribeTheDocument() throws IOException {
    DocumentFacts facts =
        OwnPayload.facts(
            file("[{\"é\":\"\\n€😀\"},{\"ab\":[[-12.5e2,0]],\"t\":\"\\u0041\",\"abcd\":-0}]"));
    assertThat(facts).isEqualTo(new DocumentFacts(facts.heapBytes(), 59, 3, 4, 4, 7, false, false));
    assertThat(OwnPayload.facts(file("{\"a\":-0.0}")).hasNegativeZero()).isTrue();
    assertThat(OwnPayload.facts(file("{\"a\":-0.0e5}")).hasNegativeZero()).isTrue();
    assertThat(OwnPayload.of(file("{\"other\":1}")).otherValues())
        .isEqualTo(List.of(Map.of("others", true, "other", 1)));
  }

  @Test
  void aFileThatIsTooLargeIsRefused() throws IOException {
    Path large = home.resolve("large.json");
    try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
      sparse.setLength(3L << 30);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OwnPayload.of(large.toString()))
        .withMessage("file=" + large + " has more than 32 MB: choose a smaller one");
  }

  private String file(String content) throws IOException {
    return Files.writeString(home.resolve("own.json"), content).toString();
  }
}
