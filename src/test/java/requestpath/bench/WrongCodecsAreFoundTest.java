package requestpath.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import requestpath.payload.TransferText;

/**
 * Each benchmark's own verification, on codecs that are deliberately wrong: it would void their
 * forks. Long, as it is a list of such codecs.
 */
class WrongCodecsAreFoundTest {
  private static final int SIZE = 20;

  @ParameterizedTest
  @MethodSource
  void ofJsonEncode(String fault, UnaryOperator<JsonCodec<List<Object>>> breaking)
      throws Exception {
    for (String method : List.of("toBytes", "toText")) {
      JsonEncodeBenchmark benchmark = new JsonEncodeBenchmark();
      benchmark.library = JsonLibrary.GSON;
      benchmark.binding = Binding.RECORD;
      benchmark.payload = Payload.VARIED;
      benchmark.size = SIZE;
      benchmark.setUp();
      assertThatCode(() -> benchmark.verify(measured(benchmark, method)))
          .doesNotThrowAnyException();
      benchmark.setUp();
      benchmark.codec = breaking.apply(benchmark.codec);
      assertThatThrownBy(() -> benchmark.verify(measured(benchmark, method)))
          .as(fault)
          .isInstanceOf(WrongAnswerException.class);
    }
  }

  static Stream<Arguments> ofJsonEncode() {
    return Stream.of(
        json(
            "drops a field",
            codec -> new Json(codec, json -> json.replaceAll("\"type\":[^,]*,", ""))),
        json("writes half", codec -> new Json(codec, json -> json.substring(json.length() / 2))),
        json("writes too much", codec -> new Json(codec, json -> json + "]")),
        json("answers from a cache", codec -> new Json(codec, new Cache<>())));
  }

  @ParameterizedTest
  @MethodSource
  void ofJsonDecode(String fault, UnaryOperator<JsonCodec<List<Object>>> breaking)
      throws Exception {
    JsonDecodeBenchmark benchmark = new JsonDecodeBenchmark();
    benchmark.library = JsonLibrary.JACKSON2;
    benchmark.binding = Binding.RECORD;
    benchmark.payload = Payload.VARIED;
    benchmark.size = SIZE;
    benchmark.setUp();
    assertThatCode(() -> benchmark.verify(measured(benchmark, "fromBytes")))
        .doesNotThrowAnyException();
    benchmark.setUp();
    benchmark.codec = breaking.apply(benchmark.codec);
    assertThatThrownBy(() -> benchmark.verify(measured(benchmark, "fromBytes")))
        .as(fault)
        .isInstanceOf(WrongAnswerException.class);
  }

  static Stream<Arguments> ofJsonDecode() {
    return Stream.of(
        json(
            "drops a field",
            codec -> new Json(codec, json -> json.replaceAll("\"type\":[^,}]*,", ""))),
        json("accepts corrupt input", codec -> new Json(codec, WrongCodecsAreFoundTest::repaired)),
        json("answers from a cache", codec -> new Json(codec, new Cache<>())),
        json("decodes lazily", Lazy::new));
  }

  @ParameterizedTest
  @MethodSource("msgPackEncodeFaults")
  void ofMsgPackEncode(String fault, UnaryOperator<MsgPackCodec<Object>> breaking)
      throws Exception {
    MsgPackEncodeBenchmark benchmark = new MsgPackEncodeBenchmark();
    benchmark.library = MsgPackLibrary.MSGPACK_CORE;
    benchmark.binding = Binding.RECORD;
    benchmark.payload = Payload.VARIED;
    benchmark.size = SIZE;
    benchmark.setUp();
    assertThatCode(() -> benchmark.verify(measured(benchmark, "toBytes")))
        .doesNotThrowAnyException();
    benchmark.setUp();
    benchmark.codec = breaking.apply(benchmark.codec);
    assertThatThrownBy(() -> benchmark.verify(measured(benchmark, "toBytes")))
        .as(fault)
        .isInstanceOf(WrongAnswerException.class);
  }

  @ParameterizedTest
  @MethodSource("msgPackDecodeFaults")
  void ofMsgPackDecode(String fault, UnaryOperator<MsgPackCodec<Object>> breaking)
      throws Exception {
    MsgPackDecodeBenchmark benchmark = new MsgPackDecodeBenchmark();
    benchmark.library = MsgPackLibrary.JACKSON_MSGPACK;
    benchmark.binding = Binding.RECORD;
    benchmark.payload = Payload.VARIED;
    benchmark.size = SIZE;
    benchmark.setUp();
    assertThatCode(() -> benchmark.verify(measured(benchmark, "fromBytes")))
        .doesNotThrowAnyException();
    benchmark.setUp();
    benchmark.codec = breaking.apply(benchmark.codec);
    assertThatThrownBy(() -> benchmark.verify(measured(benchmark, "fromBytes")))
        .as(fault)
        .isInstanceOf(WrongAnswerException.class);
  }

  static Stream<Arguments> msgPackEncodeFaults() {
    return Stream.of(
        msgPack("drops a field", codec -> new Message(codec, WrongCodecsAreFoundTest::withoutType)),
        msgPack("answers from a cache", codec -> new Message(codec, new Cache<>())),
        msgPack(
            "writes half",
            codec -> new Bytes(codec, bytes -> Arrays.copyOf(bytes, bytes.length / 2))));
  }

  static Stream<Arguments> msgPackDecodeFaults() {
    return Stream.of(
        msgPack("drops a field", codec -> new Message(codec, WrongCodecsAreFoundTest::withoutType)),
        msgPack("answers from a cache", codec -> new Message(codec, new Cache<>())),
        msgPack("accepts corrupt input", Lenient::new),
        msgPack("reads again what it read before", IdentityCache::new));
  }

  @Test
  void ofFibonacci() {
    FibonacciBenchmark wrong =
        new FibonacciBenchmark() {
          @Override
          public int iterative() {
            return 55;
          }
        };
    wrong.n = 10;
    assertThatThrownBy(() -> wrong.verify(measured(wrong, "iterative")))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("for 9 the answer is 34 but it gives 55");
    wrong.n = 10;
    assertThatCode(() -> wrong.verify(measured(wrong, "memoised"))).doesNotThrowAnyException();
  }

  @Test
  void ofLoop() {
    LoopBenchmark wrong =
        new LoopBenchmark() {
          @Override
          public int intLoop() {
            return super.intLoop() + iterations / 1000;
          }
        };
    wrong.iterations = 1000;
    assertThatThrownBy(() -> wrong.verify(measured(wrong, "intLoop")))
        .isInstanceOf(WrongAnswerException.class);
  }

  @Test
  void ofTransferThatCopiesOnlyWhenItHasJustAllocated() {
    TransferBenchmark wrong =
        new TransferBenchmark() {
          @Override
          public byte[] copyToReusedArray(Targets targets) {
            int before = targets.reused.length;
            byte[] target = super.copyToReusedArray(new Targets());
            if (before == target.length) {
              return targets.reused;
            }
            targets.reused = target;
            return target;
          }
        };
    wrong.text = TransferText.ASCII;
    wrong.setUp();
    assertThatThrownBy(() -> wrong.verify(measured(wrong, "copyToReusedArray")))
        .isInstanceOf(WrongAnswerException.class);
  }

  @Test
  void ofFloorThatAllocatesNotWhatIsDecoded() throws Exception {
    FloorBenchmark right = new FloorBenchmark();
    FloorBenchmark wrong =
        new FloorBenchmark() {
          @Override
          public List<Item> allocateRecords() {
            return super.allocateRecords().subList(1, SIZE);
          }

          @Override
          public List<Map<String, Object>> allocateMaps() {
            List<Map<String, Object>> maps = super.allocateMaps();
            maps.get(SIZE - 1).remove("created_at");
            return maps;
          }

          @Override
          public int formatDoubles() {
            super.formatDoubles();
            return SIZE;
          }
        };
    for (String method : List.of("allocateRecords", "allocateMaps", "formatDoubles")) {
      for (FloorBenchmark benchmark : List.of(right, wrong)) {
        benchmark.size = SIZE;
        benchmark.setUp();
      }
      assertThatCode(() -> right.verify(measured(right, method))).doesNotThrowAnyException();
      assertThatThrownBy(() -> wrong.verify(measured(wrong, method)))
          .as(method)
          .isInstanceOf(WrongAnswerException.class);
    }
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

  /** A codec whose documents are tampered with: what it writes, and what it is given to read. */
  private record Json(JsonCodec<List<Object>> codec, UnaryOperator<String> tampering)
      implements JsonCodec<List<Object>> {
    @Override
    public byte[] toBytes(List<Object> value) throws IOException {
      return toText(value).getBytes(UTF_8);
    }

    @Override
    public String toText(List<Object> value) throws IOException {
      return tampering.apply(codec.toText(value));
    }

    @Override
    public List<Object> fromBytes(byte[] json) throws IOException {
      String text = new String(json, UTF_8);
      return codec.fromBytes(tampering.apply(text).getBytes(UTF_8));
    }

    @Override
    public String description() {
      return "wrong";
    }
  }

  /** A codec that reads its input when somebody looks at the result. */
  private record Lazy(JsonCodec<List<Object>> codec) implements JsonCodec<List<Object>> {
    @Override
    public byte[] toBytes(List<Object> value) throws IOException {
      return codec.toBytes(value);
    }

    @Override
    public String toText(List<Object> value) throws IOException {
      return codec.toText(value);
    }

    @Override
    public List<Object> fromBytes(byte[] json) throws IOException {
      int size = codec.fromBytes(json).size();
      return new AbstractList<>() {
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
      };
    }

    @Override
    public String description() {
      return "wrong";
    }
  }

  /** A codec whose values are tampered with: what it is given to write, and what it has read. */
  private record Message(MsgPackCodec<Object> codec, UnaryOperator<Object> tampering)
      implements MsgPackCodec<Object> {
    @Override
    public byte[] toBytes(Object value) throws IOException {
      return codec.toBytes(tampering.apply(value));
    }

    @Override
    public Object fromBytes(byte[] message) throws IOException {
      return tampering.apply(codec.fromBytes(message));
    }

    @Override
    public String description() {
      return "wrong";
    }
  }

  /** A codec whose messages are tampered with. */
  private record Bytes(MsgPackCodec<Object> codec, UnaryOperator<byte[]> tampering)
      implements MsgPackCodec<Object> {
    @Override
    public byte[] toBytes(Object value) throws IOException {
      return tampering.apply(codec.toBytes(value));
    }

    @Override
    public Object fromBytes(byte[] message) throws IOException {
      return codec.fromBytes(message);
    }

    @Override
    public String description() {
      return "wrong";
    }
  }

  /** A codec that makes up a value where it cannot read one. */
  private record Lenient(MsgPackCodec<Object> codec) implements MsgPackCodec<Object> {
    @Override
    public byte[] toBytes(Object value) throws IOException {
      return codec.toBytes(value);
    }

    @Override
    public Object fromBytes(byte[] message) throws IOException {
      try {
        return codec.fromBytes(message);
      } catch (IOException | RuntimeException refused) {
        return new Item(0, "", "", "", 0, 0);
      }
    }

    @Override
    public String description() {
      return "wrong";
    }
  }

  /** A codec that keeps its answer for each array, whatever is in it now. */
  private record IdentityCache(MsgPackCodec<Object> codec, Map<byte[], Object> known)
      implements MsgPackCodec<Object> {
    IdentityCache(MsgPackCodec<Object> codec) {
      this(codec, new IdentityHashMap<>());
    }

    @Override
    public byte[] toBytes(Object value) throws IOException {
      return codec.toBytes(value);
    }

    @Override
    public Object fromBytes(byte[] message) throws IOException {
      if (!known.containsKey(message)) {
        known.put(message, codec.fromBytes(message));
      }
      return known.get(message);
    }

    @Override
    public String description() {
      return "wrong";
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
