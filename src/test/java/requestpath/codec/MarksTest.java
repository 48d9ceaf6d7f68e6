package requestpath.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import requestpath.codec.json.JsonLibrary;
import requestpath.payload.Binding;

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
    assertThat(
            MARKS.of("JsonDecodeBenchmark.fromBytes", Map.of("library", "SOME", "binding", "MAP")))
        .containsExactly(Mark.LENIENT, Mark.UNDECODED);
    assertThat(
            MARKS.of("JsonDecodeBenchmark.fromBytes", Map.of("library", "SOME", "binding", "BEAN")))
        .isEmpty();
    assertThat(MARKS.of("ExchangeRequestBenchmark.handle", Map.of("library", "SOME")))
        .containsExactly(Mark.LENIENT);
    assertThat(MARKS.of("OwnPayloadBenchmark.fromBytes", Map.of("library", "SOME")))
        .containsExactly(Mark.LENIENT, Mark.UNDECODED);
  }

  @Test
  void whatIsNoJsonVariantBearsNone() {
    assertThat(MARKS.of("MsgPackDecodeBenchmark.fromBytes", Map.of("library", "SOME"))).isEmpty();
    assertThat(MARKS.of("FibonacciBenchmark.recursive", Map.of("n", "10"))).isEmpty();
    assertThat(MARKS.of("JsonDecodeBenchmark.fromBytes", Map.of("library", "OTHER"))).isEmpty();
  }

  /** All marks are about reading. */
  @Test
  void whatWritesBearsNone() {
    Map<String, String> maps = Map.of("library", "SOME", "binding", "MAP");
    assertThat(MARKS.of("requestpath.bench.JsonEncodeBenchmark.toBytes", maps)).isEmpty();
    assertThat(MARKS.of("ColdStartBenchmark.encodeFirst", maps)).isEmpty();
    assertThat(MARKS.of("requestpath.bench.ColdStartBenchmark.decodeFirst", maps))
        .containsExactly(Mark.LENIENT, Mark.UNDECODED);
  }

  /** A new benchmark method with JSON variants must be put on one of the two lists. */
  @Test
  void everyBenchmarkOfJsonVariantsIsKnownToReadOrToWrite() throws Exception {
    Set<String> writers =
        Set.of(
            "JsonEncodeBenchmark.toBytes",
            "JsonEncodeBenchmark.toText",
            "ColdStartBenchmark.encodeFirst",
            "OwnPayloadBenchmark.toBytes",
            "HelloRequestBenchmark.handle",
            "HelloRequestBenchmark.json",
            "ApplicationInfoRequestBenchmark.handle");
    List<String> methods = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("benchmarks", "requestpath", "bench"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        Class<?> type = Class.forName("requestpath.bench." + name);
        if (Stream.of(type.getDeclaredFields())
            .anyMatch(field -> field.getType() == JsonLibrary.class)) {
          Stream.of(type.getDeclaredMethods())
              .filter(method -> method.isAnnotationPresent(Benchmark.class))
              .forEach(method -> methods.add(name + "." + method.getName()));
        }
      }
    }
    assertThat(methods)
        .isNotEmpty()
        .allSatisfy(
            method ->
                assertThat(Marks.reads(method)).as(method).isNotEqualTo(writers.contains(method)));
    assertThat(methods).containsAll(writers);
  }

  @Test
  void theInputsAreBehindAMark() {
    assertThat(
            MARKS.inputs(
                Mark.LENIENT,
                "JsonDecodeBenchmark.fromBytes",
                Map.of("library", "SOME", "binding", "MAP")))
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
  void recordsOfKotlinAreMarkedAlsoWhereTheyAreWritten() {
    Map<String, String> row = Map.of("library", "KOTLINX", "binding", "RECORD");
    assertThat(Marks.load().of("JsonEncodeBenchmark.toBytes", row)).containsExactly(Mark.KOTLIN);
    assertThat(Marks.load().of("JsonDecodeBenchmark.fromBytes", row)).contains(Mark.KOTLIN);
    assertThat(
            Marks.load()
                .of(
                    "JsonDecodeBenchmark.fromBytes",
                    Map.of("library", "KOTLINX", "binding", "MAP")))
        .doesNotContain(Mark.KOTLIN);
    assertThat(
            Marks.load()
                .of(
                    "JsonEncodeBenchmark.toBytes",
                    Map.of("library", "JACKSON2", "binding", "RECORD")))
        .isEmpty();
    assertThat(Marks.legend(List.of(Set.of(Mark.KOTLIN))))
        .isEqualTo("(K) binds Kotlin's data classes in place of Java's records");
  }

  @Test
  void whatIsKnownOfLibrariesIsInThisJar() {
    Map<String, String> maps = Map.of("library", "YASSON", "binding", "MAP");
    assertThat(Marks.load().of("JsonDecodeBenchmark.fromBytes", maps)).contains(Mark.UNDECODED);
    assertThat(Marks.load().of("JsonDecodeBenchmark.fromBytes", Map.of("library", "WAST")))
        .contains(Mark.INEXACT, Mark.LENIENT);
    assertThat(Marks.load().of("JsonDecodeBenchmark.fromBytes", Map.of("library", "JACKSON2")))
        .isEmpty();
  }
}
