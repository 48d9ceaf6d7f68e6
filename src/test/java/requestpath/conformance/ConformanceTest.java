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
import requestpath.conformance.Outcome.Verdict;
import requestpath.payload.Binding;
import requestpath.payload.Shape;

/** Every row is what it claims to be, and checks find those that are not. */
class ConformanceTest {
  private static List<CheckResult> results;

  @BeforeAll
  static void ask() {
    results = Conformance.check(Conformance.rows());
  }

  @Test
  void everyRowThatClaimsEqualityHasIt() {
    assertThat(Conformance.wrong(results)).isEmpty();
  }

  @Test
  void everyRowIsAsked() {
    assertThat(results.stream().map(CheckResult::row).distinct())
        .containsExactlyInAnyOrderElementsOf(Conformance.rows());
  }

  @Test
  void anAnswerIsObserved() {
    assertThat(outcome("GSON", JsonCheck.NOT_A_NUMBER)).isEqualTo("refused");
    assertThat(outcome("JACKSON2", JsonCheck.NOT_A_NUMBER)).isEqualTo("\"NaN\", \"Infinity\"");
    assertThat(outcome("DSL_JSON_INEXACT", JsonCheck.TIME_STAMPS_READ)).isEqualTo("218 inexact");
    assertThat(outcome("AVAJE_JSONB_INEXACT", JsonCheck.TIME_STAMPS_READ)).isEqualTo("218 inexact");
    assertThat(outcome("FASTJSON2", NotJson.TRAILING_COMMA)).isEqualTo("accepted");
    assertThat(outcome("YASSON", JsonCheck.FRACTION)).isEqualTo("BigDecimal");
    assertThat(outcome("MOSHI", JsonCheck.MISSING)).isEqualTo("refused");
    assertThat(outcome("ORG_JSON", JsonCheck.DUPLICATE)).isEqualTo("refused");
    assertThat(outcome("MSGPACK_CORE", MsgPackCheck.LYING_TEXT)).isEqualTo("refused");
  }

  @Test
  void anAnswerIsAskedOfEveryBinding() {
    assertThat(outcomes("JACKSON_JR", JsonCheck.DUPLICATE))
        .isEqualTo(
            Map.of(
                "refused", List.of(Binding.MAP),
                "the last counts", List.of(Binding.RECORD, Binding.BEAN)));
    assertThat(outcomes("GSON", NotJson.LINE_BREAK_SKIPPED))
        .isEqualTo(
            Map.of(
                "refused", List.of(Binding.MAP),
                "accepted", List.of(Binding.RECORD, Binding.BEAN)));
  }

  @Test
  void aLibraryThatNeverReturnsIsSaidToGiveNoAnswer() {
    assertThat(outcome("YASSON", JsonCheck.CUT_SHORT_SKIPPED)).isEqualTo("no answer in 5 s");
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain(JsonCheck.CUT_SHORT_SKIPPED.title());
  }

  @Test
  void everyPlainVariantReadsWhatEncodersWrite() {
    assertThat(Exactness.of(results))
        .allSatisfy(
            (variant, levels) -> {
              if (!variant.endsWith("_INEXACT")) {
                assertThat(levels.keySet()).as(variant).doesNotContain(Exactness.NEITHER);
              }
            });
    assertThat(Exactness.of(results).get("JACKSON2").keySet())
        .containsExactly(Exactness.ANY_DECIMAL);
    assertThat(Exactness.of(results).get("FASTJSON2"))
        .isEqualTo(
            Map.of(
                Exactness.ROUND_TRIP, List.of(Binding.RECORD, Binding.BEAN),
                Exactness.ANY_DECIMAL, List.of(Binding.MAP)));
    assertThat(Exactness.of(results).get("WAST").keySet()).containsExactly(Exactness.ROUND_TRIP);
    assertThat(Exactness.of(results).get("AVAJE_JSONB").keySet())
        .containsExactly(Exactness.ANY_ACCEPTED);
  }

  @Test
  void theRecordedMarksAreThoseObserved() throws IOException {
    Map<String, Map<Mark, Map<String, Set<Binding>>>> recorded = Marks.load().variants();
    Map<String, Map<Mark, Map<String, Set<Binding>>>> observed =
        Conformance.marks(results).variants();
    Path file = Path.of("target", "marks.json");
    Files.writeString(file, ConformanceReport.json(Conformance.marks(results)));
    for (String variant : Conformance.rows()) {
      for (Mark mark : Mark.values()) {
        assertThat(recorded.getOrDefault(variant, Map.of()).getOrDefault(mark, Map.of()))
            .as("%s %s in marks.json; %s holds what was observed", variant, mark, file)
            .isEqualTo(observed.getOrDefault(variant, Map.of()).getOrDefault(mark, Map.of()));
      }
    }
    assertThat(recorded.keySet()).isSubsetOf(Conformance.rows());
  }

  private static Map<String, List<Binding>> outcomes(String row, Check<?> check) {
    return results.stream()
        .filter(result -> result.row().equals(row))
        .filter(result -> result.check().equals(check.title()))
        .collect(Collectors.toMap(result -> result.outcome().text(), CheckResult::bindings));
  }

  private static Binding bound(Enum<?> check) {
    return check.name().endsWith("_MAP") || check.name().startsWith("LYING")
        ? Binding.MAP
        : Binding.RECORD;
  }

  private static String outcome(String row, Check<?> check) {
    return results.stream()
        .filter(result -> result.row().equals(row))
        .filter(result -> result.check().equals(check.title()))
        .map(result -> result.outcome().text())
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource
  <E extends Enum<E> & Check<JsonVariant>> void aFaultIsFound(E check, Fault fault) {
    JsonVariant row = faulty(fault, bound(check));

    assertThat(Limited.outcome(check, row).verdict()).isEqualTo(Verdict.WRONG);
    assertThat(
            Limited.outcome(check, new JsonVariant(JsonLibrary.JACKSON2, bound(check))).verdict())
        .isNotEqualTo(Verdict.WRONG);
  }

  static List<Arguments> aFaultIsFound() {
    Fault rounded = reading(json -> json.replaceAll("(\\d\\.\\d{5})\\d+", "$1"));
    return List.of(
        Arguments.of(HardDecimals.SHORTEST, rounded),
        Arguments.of(JsonCheck.TIME_STAMPS_READ, rounded),
        Arguments.of(JsonCheck.DOUBLES_READ, rounded),
        Arguments.of(
            JsonCheck.DOUBLES_WRITTEN,
            writing(json -> json.replaceAll("(\\d\\.\\d{5})\\d+", "$1"))),
        Arguments.of(JsonCheck.LONGS, writing(json -> json.replaceAll("\\d\\d(?=[,}])", "00"))),
        Arguments.of(JsonCheck.NULLS, writing(json -> json.replaceAll("\"\\w+\":null,?", ""))),
        Arguments.of(JsonCheck.ESCAPES, writing(json -> json.replace("\\n", "n"))),
        Arguments.of(
            JsonCheck.UNKNOWN,
            reading(
                json -> {
                  if (json.contains("\"new\"")) {
                    throw new IllegalArgumentException("new is not known");
                  }
                  return json;
                })),
        Arguments.of(
            JsonCheck.MISSING,
            reading(
                json -> json.contains("name") ? json : json.replace("{", "{\"name\":\"none\","))),
        Arguments.of(
            JsonCheck.TRAILING_BYTES,
            reading(json -> json.substring(0, json.lastIndexOf('}') + 1))),
        Arguments.of(
            JsonCheck.CUT_SHORT,
            reading(json -> json.isEmpty() || json.endsWith("}") ? json : json + "}")),
        Arguments.of(JsonCheck.DEEP, reading(ConformanceTest::overflow)),
        Arguments.of(JsonCheck.DEEP_MAP, reading(ConformanceTest::overflow)));
  }

  @Test
  void whatIsNoFaultIsAMark() {
    JsonVariant rounding =
        faulty(reading(json -> json.replaceAll("(\\d\\.\\d{14})\\d+", "$1")), Binding.RECORD);
    Outcome inexact = Limited.outcome(HardDecimals.MORE_DIGITS, rounding);
    assertThat(inexact.verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(HardDecimals.MORE_DIGITS.mark(inexact)).contains(Mark.INEXACT);

    JsonVariant refusing =
        faulty(
            reading(
                json -> {
                  if (json.matches(".*[0-9.]{101}.*")) {
                    throw new IllegalArgumentException("the number is too long");
                  }
                  return json;
                }),
            Binding.RECORD);
    Outcome refused = Limited.outcome(HardDecimals.MORE_DIGITS, refusing);
    assertThat(refused.text()).startsWith("exact; refuses ").contains(", all those of ");
    assertThat(refused.verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(HardDecimals.MORE_DIGITS.mark(refused)).isEmpty();
    assertThat(HardDecimals.isExactWhereRead(refused)).isTrue();

    JsonVariant lenient = faulty(reading(json -> json.replace(",}", "}")), Binding.RECORD);
    Outcome accepted = Limited.outcome(NotJson.TRAILING_COMMA, lenient);
    assertThat(NotJson.TRAILING_COMMA.mark(accepted)).contains(Mark.LENIENT);
    assertThat(NotJson.COMMENT.mark(Limited.outcome(NotJson.COMMENT, lenient))).isEmpty();
  }

  private static JsonVariant faulty(Fault fault, Binding binding) {
    return new JsonVariant(
        JsonLibrary.JACKSON2,
        binding,
        new JsonVariant.Codecs() {
          @Override
          public <T> JsonCodec<T> codec(Shape<T> shape) {
            return new Faulty<>(JsonLibrary.JACKSON2.codec(shape), fault);
          }
        });
  }

  @ParameterizedTest
  @MethodSource
  void aFaultInMessagesIsFound(MsgPackCheck check, UnaryOperator<byte[]> fault) {
    MsgPackVariant row =
        new MsgPackVariant(
            MsgPackLibrary.MSGPACK_CORE,
            bound(check),
            new MsgPackVariant.Codecs() {
              @Override
              public <T> MsgPackCodec<T> codec(Shape<T> shape) {
                return new FaultyMessages<>(MsgPackLibrary.MSGPACK_CORE.codec(shape), fault);
              }
            });

    assertThat(Limited.outcome(check, row).verdict()).isEqualTo(Verdict.WRONG);
    assertThat(
            Limited.outcome(check, new MsgPackVariant(MsgPackLibrary.MSGPACK_CORE, bound(check)))
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
        Arguments.of(MsgPackCheck.DOUBLES, readsNothing),
        Arguments.of(MsgPackCheck.FLOAT, readsNothing),
        Arguments.of(MsgPackCheck.WIDE_INTEGERS, readsNothing),
        Arguments.of(MsgPackCheck.UNKNOWN, readsNothing),
        Arguments.of(MsgPackCheck.CUT_SHORT, readsNothing),
        Arguments.of(MsgPackCheck.NEVER_USED, readsNothing),
        Arguments.of(MsgPackCheck.LYING_TEXT, allocates),
        Arguments.of(MsgPackCheck.LYING_BINARY, allocates),
        Arguments.of(MsgPackCheck.LYING_LIST, allocates),
        Arguments.of(MsgPackCheck.LYING_MAP, readsNothing),
        Arguments.of(MsgPackCheck.DEEP, overflows),
        Arguments.of(MsgPackCheck.DEEP_MAP, overflows));
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
    String table = ConformanceReport.table(results);
    assertThat(table).contains("  ~ 218 inexact: DSL_JSON_INEXACT, AVAJE_JSONB_INEXACT");
    assertThat(table.lines().map(String::length)).allMatch(length -> length <= 200);
    assertThat(table).contains("MESSAGEPACK");
  }

  @Test
  void theJsonHoldsEveryFinding() throws IOException {
    JsonNode array = new ObjectMapper().readTree(ConformanceReport.json(results));
    assertThat(array).hasSameSizeAs(results);
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
    Map<?, ?> read = new JsonVariant(JsonLibrary.JACKSON2, Binding.MAP).readItem("{\"a\":1}");
    assertThat(read).isEqualTo(Map.of("a", 1));
  }
}
