package requestpath.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnPayloadTest {
  @TempDir Path folder;

  @Test
  void anArrayOfObjectsIsAListAndAnObjectIsOne() throws IOException {
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
  void whatCannotBeMeasuredIsOneSentence(String content, String reason) throws IOException {
    String file = file(content == null ? "" : content);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OwnPayload.of(file))
        .withMessageStartingWith("file=" + file)
        .withMessageContaining(reason)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  @Test
  void aFileThatIsNotThereIsOneSentence() {
    String missing = folder.resolve("none.json").toString();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OwnPayload.of(missing))
        .withMessage("file=" + missing + " does not exist: name a JSON file");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OwnPayload.of(folder.toString()))
        .withMessage("file=" + folder + " is a folder: name a JSON file");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OwnPayload.of(""))
        .withMessage("OwnPayload measures a file of yours: name it with -p file=FILE.json");
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() throws IOException {
    Path large = folder.resolve("large.json");
    try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
      sparse.setLength(3L << 30);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OwnPayload.of(large.toString()))
        .withMessage("file=" + large + " has 3072 MB: choose one of at most 32");
  }

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("own.json"), content).toString();
  }
}
