package requestpath.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import requestpath.codec.Produced;
import requestpath.codec.WrongAnswerException;
import requestpath.payload.Binding;
import requestpath.payload.own.OwnDocument;
import tools.jackson.databind.json.JsonMapper;

/** Reasons name the field, and quote nothing of the document. */
class OwnChecksTest {
  private static final String DOCUMENT = "{\"order\":{\"line-no\":\"secret\"}}";

  @TempDir Path directory;
  private OwnDocument own;

  /** What does not match the document. */
  public record Wrong(Order order) {
    public record Order(
        @com.fasterxml.jackson.annotation.JsonProperty("line-no") List<Integer> lines) {}
  }

  /** What no library can make. */
  public interface Unmakeable {}

  @BeforeEach
  void write() throws Exception {
    Path file = directory.resolve("own.json");
    Files.writeString(file, DOCUMENT);
    own = OwnDocument.of(file.toString(), Binding.RECORD, Wrong.class.getName());
  }

  @Test
  void theFieldAtWhichJacksonFailsIsNamed() {
    requireReason(
        () -> read2(Wrong.class),
        "it throws com.fasterxml.jackson.databind.exc.MismatchedInputException at the field"
            + " order.line-no");
    requireReason(
        () -> read3(Wrong.class),
        "it throws tools.jackson.databind.exc.MismatchedInputException at the field order.line-no");
  }

  @Test
  void whyJacksonRefusesATypeIsSaid() {
    requireReason(() -> read2(Unmakeable.class), "it refuses the type: Cannot construct instance");
    requireReason(() -> read3(Unmakeable.class), "it refuses the type: Cannot construct instance");
  }

  private void requireReason(Callable<Produced> check, String reason) {
    assertThatExceptionOfType(WrongAnswerException.class)
        .isThrownBy(() -> OwnChecks.withoutQuotes(own, check))
        .withMessageStartingWith(reason)
        .withMessageNotContaining("secret");
  }

  private static Produced read2(Class<?> type) throws Exception {
    Object unused = new ObjectMapper().readValue(DOCUMENT.getBytes(UTF_8), type);
    return Produced.of();
  }

  private static Produced read3(Class<?> type) {
    Object unused = JsonMapper.builder().build().readValue(DOCUMENT.getBytes(UTF_8), type);
    return Produced.of();
  }
}
