package requestpath.bench;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.codec.WrongAnswerException;
import requestpath.codec.json.JsonCodec;
import requestpath.codec.json.JsonLibrary;
import requestpath.codec.msgpack.MsgPackCodec;
import requestpath.codec.msgpack.MsgPackLibrary;
import requestpath.payload.Binding;
import requestpath.payload.Item;
import requestpath.payload.Payload;
import requestpath.payload.RecordForm;

/** The correctness checks of benchmarks fail when their codec is wrong: the fork has no figure. */
class WrongCodecsAreFoundTest {
  private static final int SIZE = 20;

  @ParameterizedTest
  @MethodSource
  void ofJsonEncode(String fault, UnaryOperator<JsonCodec<List<Object>>> breaking)
      throws Throwable {
    for (String method : List.of("toBytes", "toText")) {
      JsonEncodeBenchmark benchmark = new JsonEncodeBenchmark();
      benchmark.library = JsonLibrary.GSON;
      benchmark.binding = Binding.RECORD;
      benchmark.payload = Payload.VARIED;
      benchmark.size = SIZE;
      assertFound(
          fault,
          benchmark::setUp,
          () -> benchmark.codec = breaking.apply(benchmark.codec),
          () -> benchmark.verify(measured(benchmark, method)));
    }
  }

  static Stream<Arguments> ofJsonEncode() {
    return Stream.of(
        json(
            "drops a field",
            codec -> changing(codec, json -> json.replaceAll("\"type\":[^,]*,", ""))),
        json("writes half", codec -> changing(codec, json -> json.substring(json.length() / 2))),
        json("writes too much", codec -> changing(codec, json -> json + "]")),
        json("answers from a cache", codec -> changing(codec, new Cache<>())));
  }

  @ParameterizedTest
  @MethodSource
  void ofJsonDecode(String fault, UnaryOperator<JsonCodec<List<Object>>> breaking)
      throws Throwable {
    JsonDecodeBenchmark benchmark = new JsonDecodeBenchmark();
    benchmark.library = JsonLibrary.JACKSON2;
    benchmark.binding = Binding.RECORD;
    benchmark.payload = Payload.VARIED;
    benchmark.size = SIZE;
    assertFound(
        fault,
        benchmark::setUp,
        () -> benchmark.codec = breaking.apply(benchmark.codec),
        () -> benchmark.verify(measured(benchmark, "fromBytes")));
  }

  /** What RECORD is for a library of Kotlin. */
  @Test
  void aLibraryOfKotlinAnswersInItsDataClasses() throws Exception {
    JsonDecodeBenchmark benchmark = new JsonDecodeBenchmark();
    benchmark.library = JsonLibrary.KOTLINX;
    benchmark.binding = Binding.RECORD;
    benchmark.payload = Payload.NESTED;
    benchmark.size = SIZE;
    benchmark.setUp();
    benchmark.codec = FaultyCodecs.jsonReading(benchmark.codec, records(benchmark.codec), t -> t);
    assertThatThrownBy(() -> benchmark.verify(measured(benchmark, "fromBytes")))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage(
            "it decodes to requestpath.payload.Order and not to requestpath.payload.OrderData");
  }

  private static FaultyCodecs.Reading<List<Object>> records(JsonCodec<List<Object>> codec) {
    return json ->
        codec.fromBytes(json).stream().<Object>map(own -> ((RecordForm) own).toRecord()).toList();
  }

  static Stream<Arguments> ofJsonDecode() {
    return Stream.of(
        json(
            "drops a field",
            codec -> changing(codec, json -> json.replaceAll("\"type\":[^,}]*,", ""))),
        json("accepts corrupt input", codec -> changing(codec, WrongCodecsAreFoundTest::repaired)),
        json("answers from a cache", codec -> changing(codec, new Cache<>())),
        json(
            "decodes lazily",
            codec ->
                FaultyCodecs.jsonReading(
                    codec, json -> new Lazy(codec, json), UnaryOperator.identity())));
  }

  @ParameterizedTest
  @MethodSource("msgPackEncodeFaults")
  void ofMsgPackEncode(String fault, UnaryOperator<MsgPackCodec<Object>> breaking)
      throws Throwable {
    MsgPackEncodeBenchmark benchmark = new MsgPackEncodeBenchmark();
    benchmark.library = MsgPackLibrary.MSGPACK_CORE;
    benchmark.binding = Binding.RECORD;
    benchmark.payload = Payload.VARIED;
    benchmark.size = SIZE;
    assertFound(
        fault,
        benchmark::setUp,
        () -> benchmark.codec = breaking.apply(benchmark.codec),
        () -> benchmark.verify(measured(benchmark, "toBytes")));
  }

  @ParameterizedTest
  @MethodSource("msgPackDecodeFaults")
  void ofMsgPackDecode(String fault, UnaryOperator<MsgPackCodec<Object>> breaking)
      throws Throwable {
    MsgPackDecodeBenchmark benchmark = new MsgPackDecodeBenchmark();
    benchmark.library = MsgPackLibrary.JACKSON_MSGPACK;
    benchmark.binding = Binding.RECORD;
    benchmark.payload = Payload.VARIED;
    benchmark.size = SIZE;
    assertFound(
        fault,
        benchmark::setUp,
        () -> benchmark.codec = breaking.apply(benchmark.codec),
        () -> benchmark.verify(measured(benchmark, "fromBytes")));
  }

  static Stream<Arguments> msgPackEncodeFaults() {
    return Stream.of(
        msgPack("drops a field", codec -> changing(codec, WrongCodecsAreFoundTest::withoutType)),
        msgPack("answers from a cache", codec -> changing(codec, new Cache<>())),
        msgPack(
            "writes half",
            codec ->
                FaultyCodecs.msgPack(
                    value -> {
                      byte[] whole = codec.toBytes(value);
                      return Arrays.copyOf(whole, whole.length / 2);
                    },
                    codec::fromBytes)));
  }

  static Stream<Arguments> msgPackDecodeFaults() {
    return Stream.of(
        msgPack("drops a field", codec -> changing(codec, WrongCodecsAreFoundTest::withoutType)),
        msgPack("answers from a cache", codec -> changing(codec, new Cache<>())),
        msgPack("accepts corrupt input", WrongCodecsAreFoundTest::lenient),
        msgPack("reads again what it read before", WrongCodecsAreFoundTest::keepingWhatItRead));
  }

  /** Verifies the benchmark as it is, then once more with its codec broken. */
  private static void assertFound(
      String fault, ThrowingCallable setUp, Runnable breaking, ThrowingCallable verify)
      throws Throwable {
    setUp.call();
    assertThatCode(verify).doesNotThrowAnyException();
    setUp.call();
    breaking.run();
    assertThatThrownBy(verify).as(fault).isInstanceOf(WrongAnswerException.class);
  }

  private static Arguments json(String fault, UnaryOperator<JsonCodec<List<Object>>> breaking) {
    return Arguments.of(fault, breaking);
  }

  private static Arguments msgPack(String fault, UnaryOperator<MsgPackCodec<Object>> breaking) {
    return Arguments.of(fault, breaking);
  }

  /** Gives its first answer again and again. */
  private static final class Cache<T> implements UnaryOperator<T> {
    private T first;

    @Override
    public T apply(T value) {
      first = first == null ? value : first;
      return first;
    }
  }

  /** Changes each document that is read or written. */
  private static JsonCodec<List<Object>> changing(
      JsonCodec<List<Object>> codec, UnaryOperator<String> change) {
    return FaultyCodecs.json(codec, change, change);
  }

  /** Changes each value that is written or has been read. */
  private static MsgPackCodec<Object> changing(
      MsgPackCodec<Object> codec, UnaryOperator<Object> change) {
    return FaultyCodecs.msgPack(
        value -> codec.toBytes(change.apply(value)),
        message -> change.apply(codec.fromBytes(message)));
  }

  /** Makes up a value for a message that it cannot read. */
  private static MsgPackCodec<Object> lenient(MsgPackCodec<Object> codec) {
    return FaultyCodecs.msgPack(
        codec::toBytes,
        message -> {
          try {
            return codec.fromBytes(message);
          } catch (IOException | RuntimeException refused) {
            return new Item(0, "", "", "", 0, 0);
          }
        });
  }

  /** Keeps its answer for each array, whatever the array holds now. */
  private static MsgPackCodec<Object> keepingWhatItRead(MsgPackCodec<Object> codec) {
    Map<byte[], Object> known = new IdentityHashMap<>();
    return FaultyCodecs.msgPack(
        codec::toBytes,
        message -> {
          if (!known.containsKey(message)) {
            known.put(message, codec.fromBytes(message));
          }
          return known.get(message);
        });
  }

  /** A list that reads its document when an element is taken. */
  private static final class Lazy extends AbstractList<Object> {
    private final JsonCodec<List<Object>> codec;
    private final byte[] json;
    private final int size;

    Lazy(JsonCodec<List<Object>> codec, byte[] json) throws IOException {
      this.codec = codec;
      this.json = json;
      size = codec.fromBytes(json).size();
    }

    @Override
    public Object get(int index) {
      try {
        return codec.fromBytes(json).get(index);
      } catch (IOException overwritten) {
        return new Item(0, "", "", "", 0, 0);
      }
    }

    @Override
    public int size() {
      return size;
    }
  }

  private static Object withoutType(Object value) {
    Item item = (Item) value;
    return new Item(
        item.id(), item.name(), item.description(), "", item.count(), item.created_at());
  }

  private static String repaired(String json) {
    String closed = json.endsWith("]") ? json : json + "]";
    return closed.replaceAll("\"([a-z_]+)\" ", "\"$1\":");
  }

  private static BenchmarkParams measured(Object benchmark, String method) {
    return MeasuredMethod.named(benchmark.getClass().getName() + "." + method);
  }
}
