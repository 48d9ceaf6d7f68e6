package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import requestpath.report.Page.Answer;
import requestpath.report.Page.Answers;
import requestpath.report.Page.Matrix;
import requestpath.result.RecordedRun;

/** What libraries do to data, as tables. */
class ConformanceTablesTest {
  private static final Map<String, Double> TRUTH =
      Map.of(
          "JACKSON2",
          1.0,
          "GSON",
          2.0,
          "MOSHI",
          2.0,
          "FASTJSON2",
          0.5,
          "YASSON",
          3.0,
          "HANDWRITTEN",
          0.2);

  @TempDir Path directory;

  private Report report(Map<String, List<Behaviour>> facts, String... bindings) throws Exception {
    SampleRun run = new SampleRun(1);
    for (String binding : bindings) {
      run.binding(binding).decode(TRUTH);
    }
    return Report.of(List.of(RecordedRun.read(run.write(directory))), "", facts);
  }

  private static ConformanceTables tables(Report report) {
    return new ConformanceTables(ConformanceMatrix.of(report));
  }

  @Test
  void onlyChecksOnWhichLibrariesDifferAreColumnsAndVariantsThatAgreeShareARow() throws Exception {
    ConformanceTables tables = tables(report(SampleLibraries.facts(), "RECORD"));

    assertThat(tables.tables())
        .extracting(Matrix::title)
        .containsExactly("JSON: decimals", "JSON: texts", "JSON: not JSON");
    Matrix decimals = tables.tables().get(0);
    assertThat(decimals.rows()).hasSize(2);
    assertThat(decimals.rows().get(0).names()).contains("JACKSON2", "GSON", "FASTJSON2");
    assertThat(decimals.rows().get(0).cells()).containsExactly(new Answer("✓", "exact", "usual"));
    assertThat(decimals.rows().get(1))
        .isEqualTo(new Answers("YASSON", List.of(new Answer("12 inexact", "12 inexact", "other"))));
    assertThat(tables.agreed())
        .singleElement()
        .asString()
        .isEqualTo("JSON: all 5 variants agree on 1 other check: ignored (question UNKNOWN).");
  }

  @Test
  void withoutARightResultTheMostFrequentIsTheUsualOne() throws Exception {
    Matrix texts = tables(report(SampleLibraries.facts(), "RECORD")).tables().get(1);

    assertThat(texts.columns()).extracting(Page.Asked::label).contains("label ORDER");
    assertThat(kinds(texts, 1)).contains("as declared usual", "by name other");
  }

  @Test
  void bindingsAreNamedWhereAVariantDiffersBetweenThem() throws Exception {
    Map<String, List<Behaviour>> facts = new LinkedHashMap<>(SampleLibraries.facts());
    for (String name : TRUTH.keySet()) {
      List<Behaviour> more = new ArrayList<>(facts.getOrDefault(name, List.of()));
      for (String binding : List.of("RECORD", "MAP")) {
        Behaviour.Check known = SampleLibraries.fact("fields", "KNOWN", "", true).check();
        Behaviour.Check twice = SampleLibraries.fact("fields", "TWICE", "", true).check();
        boolean isMap = binding.equals("MAP");
        more.add(new Behaviour(known, List.of(binding), isMap ? "in the map" : "ignored", true));
        boolean isStrict = isMap && name.equals("GSON");
        more.add(new Behaviour(twice, List.of(binding), isStrict ? "refused" : "the last", false));
      }
      facts.put(name, more);
    }
    ConformanceTables tables = tables(report(facts, "RECORD", "MAP"));
    Matrix fields =
        tables.tables().stream()
            .filter(table -> table.title().equals("JSON: fields"))
            .findFirst()
            .orElseThrow();

    assertThat(fields.columns()).extracting(Page.Asked::question).containsExactly("question TWICE");
    assertThat(fields.rows()).hasSize(2);
    assertThat(fields.rows().get(0).cells())
        .containsExactly(new Answer("the last", "the last", "usual"));
    assertThat(fields.rows().get(1))
        .isEqualTo(
            new Answers(
                "GSON",
                List.of(new Answer("refused (MAP)", "the last (RECORD); refused (MAP)", "other"))));
    assertThat(tables.agreed().get(0)).contains("ignored or in the map (question KNOWN)");
  }

  @Test
  void theScriptKnowsTheAnswersByIndex() throws Exception {
    ChoiceData choice = ChoiceData.of(report(SampleLibraries.facts(), "RECORD"));

    assertThat(choice.conditions())
        .extracting(ChoiceData.Condition::id)
        .containsExactly("JSON.DOUBLES_READ", "JSON.NULLS", "JSON.ORDER", "JSON.TRAILING_COMMA");
    assertThat(choice.conditions().get(3).answers()).containsExactly("refused", "accepted");
    Map<String, ChoiceData.Facts> facts = choice.facts().get("JSON RECORD");
    assertThat(facts.get("FASTJSON2").answers()).containsExactly(0, 0, 1, 1);
    assertThat(facts.get("FASTJSON2").exact()).isTrue();
    assertThat(facts.get("GSON").nulls()).isFalse();
    assertThat(choice.libraries().get("YASSON").licences()).hasSize(2);
  }

  @Test
  void theMarksAreConditionsAlsoWithoutConformance() throws Exception {
    Map<String, ChoiceData.Facts> facts =
        ChoiceData.of(report(Map.of(), "RECORD")).facts().get("JSON RECORD");

    assertThat(facts.get("FASTJSON2"))
        .extracting("exact", "decimals", "strict")
        .containsExactly(null, false, false);
    assertThat(facts.get("JACKSON2"))
        .extracting("exact", "decimals", "strict")
        .containsExactly(null, true, true);
  }

  @Test
  void whereNothingIsKnownOrOnlyOneLibraryIsMeasuredThereIsNoTable() throws Exception {
    assertThat(tables(report(Map.of(), "RECORD")).tables()).isEmpty();
    Path alone = new SampleRun(1).decode(Map.of("JACKSON2", 1.0)).write(directory.resolve("alone"));
    Report report = Report.of(List.of(RecordedRun.read(alone)), "", SampleLibraries.facts());

    assertThat(tables(report).tables()).isEmpty();
    assertThat(tables(report).agreed()).isEmpty();
  }

  private static List<String> kinds(Matrix matrix, int column) {
    return matrix.rows().stream()
        .map(row -> row.cells().get(column))
        .map(cell -> cell.full() + " " + cell.kind())
        .distinct()
        .toList();
  }
}
