package requestpath.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import requestpath.codec.Mark;
import requestpath.codec.Marks;
import requestpath.codec.json.JsonCodec;
import requestpath.codec.json.JsonLibrary;
import requestpath.codec.msgpack.MsgPackCodec;
import requestpath.codec.msgpack.MsgPackLibrary;
import requestpath.conformance.Answer.Verdict;
import requestpath.payload.Binding;
import requestpath.payload.Shape;

/** Every row is what it claims to be, and questions find those that are not. */
class FidelityTest {
  private static List<Finding> findings;

  @BeforeAll
  static void ask() {
    findings = Fidelity.ask(Fidelity.rows());
  }

  @Test
  void everyRowThatClaimsEqualityHasIt() {
    assertThat(Fidelity.wrong(findings)).isEmpty();
  }

  @Test
  void everyRowIsAsked() {
    assertThat(findings.stream().map(Finding::row).distinct())
        .containsExactlyInAnyOrderElementsOf(Fidelity.rows());
  }

  @Test
  void anAnswerIsObserved() {
    assertThat(answer("GSON", JsonQuestion.NOT_A_NUMBER)).isEqualTo("refused");
    assertThat(answer("JACKSON2", JsonQuestion.NOT_A_NUMBER)).isEqualTo("\"NaN\", \"Infinity\"");
    assertThat(answer("DSL_JSON_INEXACT", JsonQuestion.TIME_STAMPS_READ)).isEqualTo("218 inexact");
    assertThat(answer("AVAJE_JSONB_INEXACT", JsonQuestion.TIME_STAMPS_READ))
        .isEqualTo("218 inexact");
    assertThat(answer("FASTJSON2", NotJson.TRAILING_COMMA)).isEqualTo("accepted");
    assertThat(answer("YASSON", JsonQuestion.FRACTION)).isEqualTo("BigDecimal");
    assertThat(answer("MOSHI", JsonQuestion.MISSING)).isEqualTo("refused");
    assertThat(answer("ORG_JSON", JsonQuestion.DUPLICATE)).isEqualTo("refused");
    assertThat(answer("MSGPACK_CORE", MsgPackQuestion.LYING_TEXT)).isEqualTo("refused");
  }

  @Test
  void anAnswerIsAskedOfEveryBinding() {
    assertThat(answers("JACKSON_JR", JsonQuestion.DUPLICATE))
        .isEqualTo(
            Map.of(
                "refused", List.of(Binding.MAP),
                "the last counts", List.of(Binding.RECORD, Binding.BEAN)));
    assertThat(answers("GSON", NotJson.LINE_BREAK_SKIPPED))
        .isEqualTo(
            Map.of(
                "refused", List.of(Binding.MAP),
                "accepted", List.of(Binding.RECORD, Binding.BEAN)));
  }

  @Test
  void aLibraryThatNeverReturnsIsSaidToGiveNoAnswer() {
    assertThat(answer("YASSON", JsonQuestion.CUT_SHORT_SKIPPED)).isEqualTo("no answer in 5 s");
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain(JsonQuestion.CUT_SHORT_SKIPPED.title());
  }

  @Test
  void everyPlainVariantReadsWhatEncodersWrite() {
    assertThat(Exactness.of(findings))
        .allSatisfy(
            (variant, levels) -> {
              if (!variant.endsWith("_INEXACT")) {
                assertThat(levels.keySet()).as(variant).doesNotContain(Exactness.NEITHER);
              }
            });
    assertThat(Exactness.of(findings).get("JACKSON2").keySet())
        .containsExactly(Exactness.ANY_DECIMAL);
    assertThat(Exactness.of(findings).get("FASTJSON2"))
        .isEqualTo(
            Map.of(
                Exactness.ROUND_TRIP, List.of(Binding.RECORD, Binding.BEAN),
                Exactness.ANY_DECIMAL, List.of(Binding.MAP)));
    assertThat(Exactness.of(findings).get("WAST").keySet()).containsExactly(Exactness.ROUND_TRIP);
    assertThat(Exactness.of(findings).get("AVAJE_JSONB").keySet())
        .containsExactly(Exactness.ANY_ACCEPTED);
  }

  @Test
  void theRecordedMarksAreThoseObserved() throws IOException {
    Map<String, Map<Mark, Map<String, Set<Binding>>>> recorded = Marks.load().variants();
    Map<String, Map<Mark, Map<String, Set<Binding>>>> observed =
        Fidelity.marks(findings).variants();
    Path file = Path.of("target", "marks.json");
    Files.writeString(file, FidelityReport.json(Fidelity.marks(findings)));
    for (String variant : Fidelity.rows()) {
      for (Mark mark : Mark.values()) {
        assertThat(recorded.getOrDefault(variant, Map.of()).getOrDefault(mark, Map.of()))
            .as("%s %s in marks.json; %s holds what was observed", variant, mark, file)
            .isEqualTo(observed.getOrDefault(variant, Map.of()).getOrDefault(mark, Map.of()));
      }
    }
    assertThat(recorded.keySet()).isSubsetOf(Fidelity.rows());
  }

  private static Map<String, List<Binding>> answers(String row, Question<?> question) {
    return findings.stream()
        .filter(finding -> finding.row().equals(row))
        .filter(finding -> finding.question().equals(question.title()))
        .collect(Collectors.toMap(finding -> finding.answer().text(), Finding::bindings));
  }

  private static Binding bound(Enum<?> question) {
    return question.name().endsWith("_MAP") || question.name().startsWith("LYING")
        ? Binding.MAP
        : Binding.RECORD;
  }

  private static String answer(String row, Question<?> question) {
    return findings.stream()
        .filter(finding -> finding.row().equals(row))
        .filter(finding -> finding.question().equals(question.title()))
        .map(finding -> finding.answer().text())
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource
  <E extends Enum<E> & Question<JsonRow>> void aFaultIsFound(E question, Fault fault) {
    JsonRow row = faulty(fault, bound(question));

    assertThat(Limited.answer(question, row).verdict()).isEqualTo(Verdict.WRONG);
    assertThat(
            Limited.answer(question, new JsonRow(JsonLibrary.JACKSON2, bound(question))).verdict())
        .isNotEqualTo(Verdict.WRONG);
  }

  static List<Arguments> aFaultIsFound() {
    Fault rounded = reading(json -> json.replaceAll("(\\d\\.\\d{5})\\d+", "$1"));
    return List.of(
        Arguments.of(HardDecimals.SHORTEST, rounded),
        Arguments.of(JsonQuestion.TIME_STAMPS_READ, rounded),
        Arguments.of(JsonQuestion.DOUBLES_READ, rounded),
        Arguments.of(
            JsonQuestion.DOUBLES_WRITTEN,
            writing(json -> json.replaceAll("(\\d\\.\\d{5})\\d+", "$1"))),
        Arguments.of(JsonQuestion.LONGS, writing(json -> json.replaceAll("\\d\\d(?=[,}])", "00"))),
        Arguments.of(JsonQuestion.NULLS, writing(json -> json.replaceAll("\"\\w+\":null,?", ""))),
        Arguments.of(JsonQuestion.ESCAPES, writing(json -> json.replace("\\n", "n"))),
        Arguments.of(
            JsonQuestion.UNKNOWN,
            reading(
                json -> {
                  if (json.contains("\"new\"")) {
                    throw new IllegalArgumentException("new is not known");
                  }
                  return json;
                })),
        Arguments.of(
            JsonQuestion.MISSING,
            reading(
                json -> json.contains("name") ? json : json.replace("{", "{\"name\":\"none\","))),
        Arguments.of(
            JsonQuestion.TRAILING_BYTES,
            reading(json -> json.substring(0, json.lastIndexOf('}') + 1))),
        Arguments.of(
            JsonQuestion.CUT_SHORT,
            reading(json -> json.isEmpty() || json.endsWith("}") ? json : json + "}")),
        Arguments.of(JsonQuestion.DEEP, reading(FidelityTest::overflow)),
        Arguments.of(JsonQuestion.DEEP_MAP, reading(FidelityTest::overflow)));
  }

  @Test
  void whatIsNoFaultIsAMark() {
    JsonRow rounding =
        faulty(reading(json -> json.replaceAll("(\\d\\.\\d{14})\\d+", "$1")), Binding.RECORD);
    Answer inexact = Limited.answer(HardDecimals.MORE_DIGITS, rounding);
    assertThat(inexact.verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(HardDecimals.MORE_DIGITS.mark(inexact)).contains(Mark.INEXACT);

    JsonRow refusing =
        faulty(
            reading(
                json -> {
                  if (json.matches(".*[0-9.]{101}.*")) {
                    throw new IllegalArgumentException("the number is too long");
                  }
                  return json;
                }),
            Binding.RECORD);
    Answer refused = Limited.answer(HardDecimals.MORE_DIGITS, refusing);
    assertThat(refused.text()).startsWith("exact; refuses ").contains(", all those of ");
    assertThat(refused.verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(HardDecimals.MORE_DIGITS.mark(refused)).isEmpty();
    assertThat(HardDecimals.isExactWhereRead(refused)).isTrue();

    JsonRow lenient = faulty(reading(json -> json.replace(",}", "}")), Binding.RECORD);
    Answer accepted = Limited.answer(NotJson.TRAILING_COMMA, lenient);
    assertThat(NotJson.TRAILING_COMMA.mark(accepted)).contains(Mark.LENIENT);
    assertThat(NotJson.COMMENT.mark(Limited.answer(NotJson.COMMENT, lenient))).isEmpty();
  }

  private static JsonRow faulty(Fault fault, Binding binding) {
    return new JsonRow(
        JsonLibrary.JACKSON2,
        binding,
        new JsonRow.Codecs() {
          @Override
          public <T> JsonCodec<T> codec(Shape<T> shape) {
            return new Faulty<>(JsonLibrary.JACKSON2.codec(shape), fault);
          }
        });
  }

  @ParameterizedTest
  @MethodSource
  void aFaultInMessagesIsFound(MsgPackQuestion question, UnaryOperator<byte[]> fault) {
    MsgPackRow row =
        new MsgPackRow(
            MsgPackLibrary.MSGPACK_CORE,
            bound(question),
            new MsgPackRow.Codecs() {
              @Override
              public <T> MsgPackCodec<T> codec(Shape<T> shape) {
                return new FaultyMessages<>(MsgPackLibrary.MSGPACK_CORE.codec(shape), fault);
              }
            });

    assertThat(Limited.answer(question, row).verdict()).isEqualTo(Verdict.WRONG);
    assertThat(
            Limited.answer(question, new MsgPackRow(MsgPackLibrary.MSGPACK_CORE, bound(question)))
                .verdict())
        .isNotEqualTo(Verdict.WRONG);
  }

  static List<Arguments> aFaultInMessagesIsFound() {
    byte[] empty = {(byte) 0x80};
    UnaryOperator<byte[]> readsNothing = message -> empty;
    UnaryOperator<byte[]> overflows = message -> overflow("x".repeat(20_000)).getBytes(UTF_8);
    UnaryOperator<byte[]> allocates =
        message -> new byte[64 << 20].length > message.length ? message : empty;
    return List.of(
        Arguments.of(MsgPackQuestion.DOUBLES, readsNothing),
        Arguments.of(MsgPackQuestion.FLOAT, readsNothing),
        Arguments.of(MsgPackQuestion.WIDE_INTEGERS, readsNothing),
        Arguments.of(MsgPackQuestion.UNKNOWN, readsNothing),
        Arguments.of(MsgPackQuestion.CUT_SHORT, readsNothing),
        Arguments.of(MsgPackQuestion.NEVER_USED, readsNothing),
        Arguments.of(MsgPackQuestion.LYING_TEXT, allocates),
        Arguments.of(MsgPackQuestion.LYING_BINARY, allocates),
        Arguments.of(MsgPackQuestion.LYING_LIST, allocates),
        Arguments.of(MsgPackQuestion.LYING_MAP, readsNothing),
        Arguments.of(MsgPackQuestion.DEEP, overflows),
        Arguments.of(MsgPackQuestion.DEEP_MAP, overflows));
  }

  private record FaultyMessages<T>(MsgPackCodec<T> codec, UnaryOperator<byte[]> fault)
      implements MsgPackCodec<T> {
    @Override
    public byte[] toBytes(T value) throws IOException {
      return codec.toBytes(value);
    }

    @Override
    public T fromBytes(byte[] message) throws IOException {
      return codec.fromBytes(fault.apply(message));
    }

    @Override
    public String description() {
      return "wrong";
    }
  }

  @SuppressWarnings("InfiniteRecursion") // That is the fault.
  private static String overflow(String json) {
    return json.length() > 10_000 ? overflow(json) + json : json;
  }

  @Test
  void theTableNamesEveryRowUnderEveryAnswer() {
    String table = FidelityReport.table(findings);
    assertThat(table).contains("  ~ 218 inexact: DSL_JSON_INEXACT, AVAJE_JSONB_INEXACT");
    assertThat(table.lines().map(String::length)).allMatch(length -> length <= 200);
    assertThat(table).contains("MESSAGEPACK");
  }

  @Test
  void theJsonHoldsEveryFinding() throws IOException {
    JsonNode array = new ObjectMapper().readTree(FidelityReport.json(findings));
    assertThat(array).hasSameSizeAs(findings);
    assertThat(array.get(0).get("answer").get("verdict").asText()).isEqualTo("EQUAL");
  }

  /** What is done to a document on its way in and on its way out. */
  private record Fault(UnaryOperator<String> reading, UnaryOperator<String> writing) {}

  private static Fault reading(UnaryOperator<String> fault) {
    return new Fault(fault, json -> json);
  }

  private static Fault writing(UnaryOperator<String> fault) {
    return new Fault(json -> json, fault);
  }

  private record Faulty<T>(JsonCodec<T> codec, Fault fault) implements JsonCodec<T> {
    @Override
    public byte[] toBytes(T value) throws IOException {
      return toText(value).getBytes(UTF_8);
    }

    @Override
    public String toText(T value) throws IOException {
      return fault.writing().apply(codec.toText(value));
    }

    @Override
    public T fromBytes(byte[] json) throws IOException {
      return codec.fromBytes(fault.reading().apply(new String(json, UTF_8)).getBytes(UTF_8));
    }

    @Override
    public String description() {
      return "wrong";
    }
  }

  @Test
  void aMapKeepsWhatItIsGiven() throws IOException {
    Map<?, ?> read = new JsonRow(JsonLibrary.JACKSON2, Binding.MAP).readItem("{\"a\":1}");
    assertThat(read).isEqualTo(Map.of("a", 1));
  }
}
