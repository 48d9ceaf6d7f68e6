package requestpath.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import requestpath.bench.FaultyCodecs;
import requestpath.codec.Mark;
import requestpath.codec.json.JsonCodec;
import requestpath.codec.json.JsonLibrary;
import requestpath.codec.msgpack.MsgPackCodec;
import requestpath.codec.msgpack.MsgPackLibrary;
import requestpath.conformance.Outcome.Verdict;
import requestpath.payload.Binding;
import requestpath.payload.Shape;

/** Checks find variants that are wrong, and mark those that differ where they may. */
class FaultyVariantsTest {
  @ParameterizedTest
  @MethodSource
  <E extends Enum<E> & Check<JsonVariant>> void aFaultIsFound(E check, Fault fault) {
    JsonVariant variant = faulty(fault, bound(check));

    assertThat(Limited.outcome(check, variant).verdict()).isEqualTo(Verdict.WRONG);
    assertThat(
            Limited.outcome(check, new JsonVariant(JsonLibrary.JACKSON2, bound(check))).verdict())
        .isNotEqualTo(Verdict.WRONG);
  }

  static List<Arguments> aFaultIsFound() {
    Fault rounded = reading(json -> json.replaceAll("(\\d\\.\\d{5})\\d+", "$1"));
    return List.of(
        Arguments.of(HardDecimals.SHORTEST, rounded),
        Arguments.of(JsonNumberCheck.TIME_STAMPS_READ, rounded),
        Arguments.of(JsonNumberCheck.DOUBLES_READ, rounded),
        Arguments.of(
            JsonNumberCheck.DOUBLES_WRITTEN,
            writing(json -> json.replaceAll("(\\d\\.\\d{5})\\d+", "$1"))),
        Arguments.of(
            JsonNumberCheck.LONGS, writing(json -> json.replaceAll("\\d\\d(?=[,}])", "00"))),
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
        Arguments.of(JsonCheck.DEEP, reading(FaultyVariantsTest::overflow)),
        Arguments.of(JsonCheck.DEEP_MAP, reading(FaultyVariantsTest::overflow)));
  }

  @Test
  void aDifferenceThatIsNoFaultIsAMark() {
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

  @Test
  void blanksThatAreRefusedOrChangeTheAnswerAreFound() {
    JsonVariant refusing =
        faulty(
            reading(
                json -> {
                  if (json.contains(": ")) {
                    throw new IllegalArgumentException("a blank");
                  }
                  return json;
                }),
            Binding.RECORD);
    Outcome refused = Limited.outcome(JsonCheck.BLANKS, refusing);
    assertThat(refused.text()).isEqualTo("refused after a colon");
    assertThat(JsonCheck.BLANKS.mark(refused)).contains(Mark.REFUSES);

    JsonVariant changing = faulty(reading(json -> json.replace(":\t2", ":3")), Binding.RECORD);
    Outcome changed = Limited.outcome(JsonCheck.BLANKS, changing);
    assertThat(changed.verdict()).isEqualTo(Verdict.WRONG);
    assertThat(changed.text()).isEqualTo("read as another item after a colon");
  }

  private static JsonVariant faulty(Fault fault, Binding binding) {
    return new JsonVariant(
        JsonLibrary.JACKSON2,
        binding,
        new JsonVariant.Codecs() {
          @Override
          public <T> JsonCodec<T> codec(Shape<T> shape) {
            return FaultyCodecs.json(
                JsonLibrary.JACKSON2.codec(shape), fault.reading(), fault.writing());
          }
        });
  }

  @ParameterizedTest
  @MethodSource
  void aFaultInMessagesIsFound(MsgPackCheck check, UnaryOperator<byte[]> fault) {
    MsgPackVariant variant =
        new MsgPackVariant(
            MsgPackLibrary.MSGPACK_CORE,
            bound(check),
            new MsgPackVariant.Codecs() {
              @Override
              public <T> MsgPackCodec<T> codec(Shape<T> shape) {
                MsgPackCodec<T> codec = MsgPackLibrary.MSGPACK_CORE.codec(shape);
                return FaultyCodecs.msgPack(
                    codec::toBytes, message -> codec.fromBytes(fault.apply(message)));
              }
            });

    assertThat(Limited.outcome(check, variant).verdict()).isEqualTo(Verdict.WRONG);
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

  @SuppressWarnings("InfiniteRecursion") // That is the fault.
  private static String overflow(String json) {
    return json.length() > 10_000 ? overflow(json) + json : json;
  }

  private static Binding bound(Enum<?> check) {
    return check.name().endsWith("_MAP") || check.name().startsWith("LYING")
        ? Binding.MAP
        : Binding.RECORD;
  }

  /** Changes a document before it is read, or after it is written. */
  private record Fault(UnaryOperator<String> reading, UnaryOperator<String> writing) {}

  private static Fault reading(UnaryOperator<String> fault) {
    return new Fault(fault, json -> json);
  }

  private static Fault writing(UnaryOperator<String> fault) {
    return new Fault(json -> json, fault);
  }
}
