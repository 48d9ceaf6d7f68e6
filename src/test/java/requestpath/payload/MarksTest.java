package requestpath.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which variants have marks, and how a ranking shows them. */
class MarksTest {
  private static final Marks MARKS =
      new Marks(
          Map.of(
              "SOME",
              Map.of(
                  Mark.LENIENT, Map.of("a comment", Set.of(Binding.RECORD, Binding.MAP)),
                  Mark.UNDECODED, Map.of("a fraction", Set.of(Binding.MAP)))));

  @Test
  void aRowBearsTheMarksOfItsBinding() {
    assertThat(MARKS.of("JsonDecodeBenchmark", Map.of("library", "SOME", "binding", "MAP")))
        .containsExactly(Mark.LENIENT, Mark.UNDECODED);
    assertThat(MARKS.of("JsonDecodeBenchmark", Map.of("library", "SOME", "binding", "BEAN")))
        .isEmpty();
    assertThat(MARKS.of("HelloRequestBenchmark", Map.of("library", "SOME")))
        .containsExactly(Mark.LENIENT);
    assertThat(MARKS.of("OwnPayloadBenchmark", Map.of("library", "SOME")))
        .containsExactly(Mark.LENIENT, Mark.UNDECODED);
  }

  @Test
  void whatIsNoJsonVariantBearsNone() {
    assertThat(MARKS.of("MsgPackDecodeBenchmark", Map.of("library", "SOME"))).isEmpty();
    assertThat(MARKS.of("FibonacciBenchmark", Map.of("n", "10"))).isEmpty();
    assertThat(MARKS.of("JsonDecodeBenchmark", Map.of("library", "OTHER"))).isEmpty();
  }

  @Test
  void theInputsAreBehindAMark() {
    assertThat(
            MARKS.inputs(
                Mark.LENIENT, "JsonDecodeBenchmark", Map.of("library", "SOME", "binding", "MAP")))
        .containsExactly("a comment");
  }

  @Test
  void aLegendExplainsTheMarksOfItsRankingAlone() {
    assertThat(Marks.suffix(Set.of())).isEmpty();
    assertThat(Marks.suffix(Set.of(Mark.LENIENT))).isEqualTo(" (L)");
    assertThat(Marks.legend(List.of(Set.of(), Set.of()))).isEmpty();
    assertThat(Marks.legend(List.of(Set.of(), Set.of(Mark.LENIENT))))
        .isEqualTo("(L) accepts documents that are not JSON; verify lists the inputs");
  }

  @Test
  void whatIsKnownOfLibrariesIsInThisJar() {
    Map<String, String> maps = Map.of("library", "YASSON", "binding", "MAP");
    assertThat(Marks.load().of("JsonDecodeBenchmark", maps)).contains(Mark.UNDECODED);
    assertThat(Marks.load().of("JsonDecodeBenchmark", Map.of("library", "WAST")))
        .contains(Mark.INEXACT, Mark.LENIENT);
    assertThat(Marks.load().of("JsonDecodeBenchmark", Map.of("library", "JACKSON2"))).isEmpty();
  }
}
