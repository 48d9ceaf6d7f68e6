package requestpath.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What fits on a terminal, and what it can draw. */
class ScreenTest {
  private final Screen screen = new Screen(24, 80, false, true);

  @Test
  void aLineThatIsTooLongTakesSeveralLines() {
    assertThat(screen.height(List.of("", "a".repeat(80), "a".repeat(81), "a".repeat(161))))
        .isEqualTo(1 + 1 + 2 + 3);
    assertThat(screen.without(7).lines()).isEqualTo(17);
    assertThat(screen.without(99).lines()).isEqualTo(1);
  }

  @Test
  void theSizeIsThatOfTheTerminalIfItIsKnown() {
    assertThat(screen.sized("50 132")).isEqualTo(new Screen(50, 132, false, true));
    for (String unknown : List.of("", "0 0", "stty: standard input: not a tty", "50")) {
      assertThat(screen.sized(unknown)).isEqualTo(screen);
    }
  }

  @Test
  void barsAreAsLongAsTheirShareToAnEighthOfACharacter() {
    assertThat(screen.bar(1, 4)).isEqualTo("████");
    assertThat(screen.bar(0.5, 4)).isEqualTo("██  ");
    assertThat(screen.bar(0.5 + 1 / 32.0, 4)).isEqualTo("██▏ ");
    assertThat(screen.bar(1e-9, 4)).isEqualTo("▏   ");
    assertThat(screen.bar(0, 4)).isBlank().hasSize(4);
    assertThat(screen.bar(7, 4)).hasSize(4);
  }

  @Test
  void aCharacterSetWithoutBlocksHasNoBars() {
    assertThat(new Screen(24, 80, true, false).bar(1, 4)).isEmpty();
  }
}
