package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import requestpath.text.Figures;

/** Code, commands and figures as texts. */
class TextsTest {
  @Test
  void codeKeepsItsLinesAndNoOtherControlCharacter() {
    assertThat(Markdown.code("one\ntwo\u0007\u001b[2J")).isEqualTo("```sh\none\ntwo  [2J\n```\n");
    assertThat(Markdown.code("a ``` b")).startsWith("````sh\n").endsWith("\n````\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "it's", "$(touch x)", "`x`", "a;b", "<x>", "a\nb", ""})
  void commandsQuoteWhatAShellWouldObey(String word) {
    assertThat(Commands.quoted(word)).startsWith("'").endsWith("'");
  }

  @ParameterizedTest
  @CsvSource({
    "0.43, 0.43x",
    "0.0123, 0.012x",
    "0.00000063, 6.3e-07x",
    "1, 1.00x",
    "123.4, 123x",
    "NaN, –",
  })
  void ratiosHaveTheDigitsTheyNeed(double ratio, String text) {
    assertThat(Figures.ratio(ratio)).isEqualTo(text);
  }
}
