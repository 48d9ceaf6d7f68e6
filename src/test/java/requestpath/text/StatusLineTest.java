package requestpath.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One line that says what is being done. */
class StatusLineTest {
  private static final String ERASE = "\r\u001b[K";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private String shown(boolean isTerminal, int columns) {
    try (StatusLine status =
        new StatusLine(new PrintStream(bytes, true, UTF_8), isTerminal, columns)) {
      status.begins("Checking 20 variants");
      status.done(1, 200);
      status.done(2, 200);
      status.done(3, 200);
      status.brieflyBegins("Writing");
    }
    return bytes.toString(UTF_8);
  }

  @Test
  void aTerminalHasOneLineThatIsDrawnWhenItChangesAndErasedAtTheEnd() {
    assertThat(List.of(shown(true, 80).split(Pattern.quote(ERASE), -1)))
        .containsExactly(
            "",
            "# Checking 20 variants",
            "# Checking 20 variants: 0%",
            "# Checking 20 variants: 1%",
            "# Writing",
            "");
  }

  @Test
  void theLineIsNeverWiderThanTheTerminalAndKeepsWhatIsDone() {
    assertThat(List.of(shown(true, 16).split(Pattern.quote(ERASE), -1)))
        .contains("# Checking : 1%")
        .allSatisfy(line -> assertThat(line.length()).isLessThan(16));
  }

  @Test
  void aFileHasALineForWhatTakesLong() {
    assertThat(shown(false, 0)).isEqualTo("# Checking 20 variants" + System.lineSeparator());
  }
}
