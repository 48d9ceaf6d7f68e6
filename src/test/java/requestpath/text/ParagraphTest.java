package requestpath.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Texts in lines. */
class ParagraphTest {
  @Test
  void aTextIsBrokenAtBlanksAndItsLaterLinesAreIndented() {
    assertThat(Paragraph.lines("one two three four", "  ", 9))
        .containsExactly("one two", "  three", "  four");
  }

  @Test
  void aTextThatFitsIsOneLineAndALongWordHasItsOwn() {
    assertThat(Paragraph.lines("one two", "  ", 7)).containsExactly("one two");
    assertThat(Paragraph.lines("a extraordinary b", "  ", 6))
        .containsExactly("a", "  extraordinary", "  b");
    assertThat(Paragraph.lines("", "  ", 6)).containsExactly("");
  }
}
