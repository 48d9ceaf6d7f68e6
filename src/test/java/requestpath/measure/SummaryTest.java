package requestpath.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a run writes for people. */
class SummaryTest {
  @Test
  void namesMeanNothingToMarkdown() {
    assertThat(Markdown.escape("<img src=x onerror=alert(1)> | [a](b) *c* `d` \\ e\nf & g"))
        .isEqualTo(
            "&lt;img src=x onerror=alert(1)&gt; \\| \\[a\\](b) \\*c\\* \\`d\\` \\\\ e f &amp; g");
  }

  @Test
  void columnsAreAligned() {
    Table table = new Table(List.of(List.of("", "time"), List.of("GSON", "1"), List.of("A", "22")));
    assertThat(table.lines()).containsExactly("      time", "GSON     1", "A       22");
    assertThat(table.markdown())
        .containsExactly("|  | time |", "| --- | ---: |", "| GSON | 1 |", "| A | 22 |");
  }

  @Test
  void theSentencesOfAGroupNameItsBaselineAndTheControl() {
    Combination base = Rows.row("BASE");
    Combination other = Rows.row("OTHER");
    Groups groups = new Groups(List.of(base, other, base.control()));
    Rows.put(groups, base, 100, 100.1, 99.9, 100, 100);
    Rows.put(groups, other, 50, 50.1, 49.9, 50, 50);
    Rows.put(groups, base.control(), 100, 99.9, 100.1, 100, 100);
    Verdicts verdicts = Verdicts.of(groups, settings());

    assertThat(verdicts.groups()).hasSize(1);
    assertThat(verdicts.groups().get(0).ranking())
        .extracting(Standing::name)
        .containsExactly("OTHER", "BASE");
    assertThat(verdicts.groups().get(0).sentences())
        .singleElement()
        .asString()
        .startsWith("OTHER takes 0.5000x the time of BASE [0.499")
        .endsWith("(the fastest)");
    assertThat(verdicts.control().orElseThrow()).startsWith("The control holds");
  }

  @Test
  void marksStandBesideNamesAndAreExplainedBelow() {
    Combination base = Rows.row("BASE");
    Combination marked = Rows.row("requestpath.bench.JsonDecodeBenchmark.fromBytes", "FASTJSON2");
    Groups groups = new Groups(List.of(base, marked));
    Rows.put(groups, base, 100, 100.1, 99.9, 100, 100);
    Rows.put(groups, marked, 50, 50.1, 49.9, 50, 50);

    assertThat(Verdicts.of(groups, settings()).lines())
        .anyMatch(line -> line.startsWith("#   FASTJSON2 (I,L)  0.5"))
        .anyMatch(line -> line.startsWith("#   (I) reads some decimals"));
  }

  @Test
  void aControlThatIsHardlyKnownDoesNotHold() {
    Combination base = Rows.row("BASE");
    Groups groups = new Groups(List.of(base, base.control()));
    Rows.put(groups, base, 100, 200);
    Rows.put(groups, base.control(), 90, 210);

    assertThat(Verdicts.of(groups, settings()).control().orElseThrow())
        .startsWith("The control says little: measured twice, a baseline shows no difference")
        .contains("known to a factor of more than two only");
  }

  @Test
  void aBaselineThatDiffersFromItselfIsSaid() {
    Combination base = Rows.row("BASE");
    Groups groups = new Groups(List.of(base, base.control()));
    Rows.put(groups, base, 100, 101, 99, 100, 100);
    Rows.put(groups, base.control(), 120, 121, 119, 120, 120);

    assertThat(Verdicts.of(groups, settings()).control().orElseThrow())
        .startsWith("The control failed in 1 of 1 groups, first of all in SomeBenchmark.run, avgt")
        .contains("too noisy to rank so closely");
  }

  @Test
  void whatTheBindingAndTheReferenceSayStandsBelowEachRanking() {
    Groups groups =
        new Groups(
            List.of(
                bound("RECORD", "BASE"),
                bound("RECORD", "HANDWRITTEN"),
                bound("RECORD", "FAST"),
                bound("BEAN", "BASE"),
                bound("BEAN", "HANDWRITTEN"),
                bound("BEAN", "FAST")));
    double[] times = {100, 50, 80, 100, 50, 40};
    for (int i = 0; i < times.length; i++) {
      double time = times[i];
      Rows.put(groups, groups.all().get(i), time, time * 1.001, time * 0.999, time, time);
    }
    Verdicts verdicts = Verdicts.of(groups, settings());

    assertThat(verdicts.groups().get(1).sentences())
        .anyMatch(
            sentence ->
                sentence.startsWith("FAST is faster than the hand-written reference here: it"));
    assertThat(verdicts.groups().get(0).sentences())
        .noneMatch(sentence -> sentence.contains("hand-written"));
    assertThat(verdicts.lines())
        .contains(
            "#   SomeBenchmark.run, avgt: with BEAN, FAST is faster than HANDWRITTEN; with RECORD"
                + " it is slower")
        .anyMatch(line -> line.matches("# +ratio \\[95%] +by mean +x hand +us/op .*"));
  }

  @Test
  void aRankingFitsIntoAHundredColumns() {
    Combination base = Rows.row("BASE");
    Combination hand = Rows.row("HANDWRITTEN");
    Combination other = Rows.row("A_LIBRARY_WITH_A_LONG_NAME_OF_ITS_OWN");
    Groups groups = new Groups(List.of(base, hand, other));
    Rows.put(groups, base, 100, 100.1, 99.9, 100, 100);
    Rows.put(groups, hand, 10, 10.1, 9.9, 10, 10);
    Rows.put(groups, other, 5000.1, 5001.1, 4999.9, 5000, 5000);
    Verdicts verdicts = Verdicts.of(groups, settings());

    assertThat(verdicts.lines())
        .filteredOn(line -> line.matches("#   (BASE|HANDWRITTEN|A_LIB\\S+) +[0-9].*"))
        .hasSize(3)
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    assertThat(verdicts.groups().get(0).table().rows().get(0))
        .contains("by the mean [95%]", "mean", "bytes", "forks");
  }

  private static Combination bound(String binding, String name) {
    Combination row = Rows.row(name);
    String group = "SomeBenchmark.run (binding=" + binding + "), avgt";
    return new Combination(
        row.benchmark(),
        row.mode(),
        Map.of("library", name, "binding", binding),
        row.recipe(),
        new Place(group, row.benchmark(), name, "BASE"),
        row.support(),
        row.side(),
        false);
  }

  private static Settings settings() {
    return new Settings(
        Rows.rounds(Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        List.of(),
        Map.of());
  }
}
