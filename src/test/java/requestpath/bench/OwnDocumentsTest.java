package requestpath.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import requestpath.codec.Equivalence;
import requestpath.codec.json.JsonCodec;
import requestpath.codec.json.JsonLibrary;
import requestpath.codec.json.JsonVerification;
import requestpath.codec.msgpack.MsgPackCodec;
import requestpath.codec.msgpack.MsgPackLibrary;
import requestpath.codec.msgpack.MsgPackVerification;
import requestpath.payload.DocumentFacts;
import requestpath.payload.OwnPayload;
import requestpath.payload.Shape;
import requestpath.payload.Support;
import requestpath.payload.own.OwnDocument;

/**
 * A variant is skipped for a document of the user's own if it cannot read or write it, and only
 * then.
 */
class OwnDocumentsTest {
  private static final Map<JsonLibrary, JsonCodec<Object>> OF_ONE = codecs(Shape.one(Map.class));
  private static final Map<JsonLibrary, JsonCodec<Object>> OF_LISTS = codecs(Shape.list(Map.class));
  private static final Map<MsgPackLibrary, MsgPackCodec<Object>> MESSAGES = messageCodecs();

  /** One variant in one direction: whether it is skipped, and its correctness check. */
  private record Task(String name, Support support, Verification verification) {}

  /** The correctness check of a fork. */
  private interface Verification {
    void run() throws Exception;
  }

  @BeforeAll
  static void silence() {
    // Some libraries log what they are about to throw.
    LogManager.getLogManager().reset();
  }

  @Test
  void variantsHandleRandomDocumentsUnlessSkipped() {
    RandomDocuments random = new RandomDocuments(20261128);
    for (int i = 0; i < 20; i++) {
      String json = random.next();
      assertThat(failures(tasks(json), true)).as(json).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource
  void atEachLimitExactlyTheSkippedVariantsFail(String name, String json) {
    assertSkippedRightly(tasks(json));
  }

  @ParameterizedTest
  @MethodSource
  void atLimitsOfMegabytesExactlyTheSkippedVariantsFail(
      String beginning, int length, String tasks) {
    List<Task> some =
        tasks("{\"a\":\"" + beginning + "x".repeat(length) + "\"}").stream()
            .filter(task -> task.name().matches(tasks))
            .toList();
    assertThat(some).isNotEmpty();
    assertSkippedRightly(some);
  }

  static List<Arguments> atLimitsOfMegabytesExactlyTheSkippedVariantsFail() {
    return LimitDocuments.heavy();
  }

  /** References take most of the memory that Fory counts. */
  @Test
  void foryReadsTheFileWithTheMostReferences() throws IOException {
    byte[] nulls = ("{\"a\":[null" + ",null".repeat(6_700_000) + "]}").getBytes(UTF_8);
    assertThat(nulls).hasSizeBetween(31 << 20, 32 << 20);
    JsonCodec<Object> fory = JsonLibrary.FORY_JSON.codec(Shape.one(Map.class));
    assertThat((Map<?, ?>) fory.fromBytes(nulls)).hasSize(1);
  }

  private static void assertSkippedRightly(List<Task> tasks) {
    assertThat(failures(tasks, true)).as("fail, though not skipped").isEmpty();
    List<String> skipped =
        tasks.stream().filter(task -> !task.support().isSupported()).map(Task::name).toList();
    assertThat(failures(tasks, false).keySet())
        .as("fail among the skipped")
        .containsExactlyElementsOf(skipped);
    assertThat(tasks)
        .filteredOn(task -> !task.support().isSupported())
        .allSatisfy(
            task -> {
              assertThat(task.support().reason()).isNotBlank();
              assertThat(task.support().source()).startsWith("https://");
            });
  }

  static List<Arguments> atEachLimitExactlyTheSkippedVariantsFail() {
    return LimitDocuments.all();
  }

  @Test
  void aWrongVariantFailsAndIsNamed() {
    OwnPayload payload = OwnPayload.of("{\"a\":1,\"b\":-0.0}".getBytes(UTF_8));
    OwnDocument own = OwnDocument.ofMaps(payload);
    JsonCodec<Object> right = JsonLibrary.GSON.codec(Shape.one(Map.class));
    List<Task> tasks =
        List.of(
            new Task(
                "dropping",
                Support.YES,
                () ->
                    JsonVerification.decoder(
                        json -> {
                          Map<?, ?> read = (Map<?, ?>) right.fromBytes(json);
                          read.remove("a");
                          return List.of(read);
                        },
                        (decoded, values) -> decoded,
                        own,
                        own.json(),
                        Equivalence.EXACT)),
            new Task(
                "unsigned",
                Support.YES,
                () ->
                    JsonVerification.encoder(
                        values ->
                            new String(right.toBytes(values.get(0)), UTF_8).replace("-0.0", "0.0"),
                        own)));
    assertThat(failures(tasks, true))
        .hasEntrySatisfying("dropping", e -> assertThat(e).contains("field a is missing"))
        .hasEntrySatisfying("unsigned", e -> assertThat(e).contains("expected -0.0 but was 0.0"));
    assertThatThrownBy(() -> JsonLibrary.FASTJSON2.readingLimits().of(payload.facts()).require())
        .hasMessageContaining("sign of -0.0");
  }

  /** The failures of the variants that are supported, or of those that are not. */
  private static Map<String, String> failures(List<Task> tasks, boolean supported) {
    Map<String, String> failures = new LinkedHashMap<>();
    for (Task task : tasks) {
      if (task.support().isSupported() == supported) {
        try {
          task.verification().run();
        } catch (Exception | StackOverflowError e) {
          failures.put(task.name(), String.valueOf(e));
        }
      }
    }
    return failures;
  }

  private static List<Task> tasks(String json) {
    OwnPayload payload = OwnPayload.of(json.getBytes(UTF_8));
    OwnDocument own = OwnDocument.ofMaps(payload);
    List<Task> tasks = new ArrayList<>();
    (own.isList() ? OF_LISTS : OF_ONE)
        .forEach((library, codec) -> addTasks(tasks, library, codec, own, payload.facts()));
    MESSAGES.forEach((library, codec) -> addTasks(tasks, library, codec, own));
    return tasks;
  }

  private static Map<JsonLibrary, JsonCodec<Object>> codecs(Shape<Object> shape) {
    Map<JsonLibrary, JsonCodec<Object>> codecs = new EnumMap<>(JsonLibrary.class);
    for (JsonLibrary library : JsonLibrary.values()) {
      if (library.supports(shape).isSupported()) {
        codecs.put(library, library.codec(shape));
      }
    }
    return codecs;
  }

  private static Map<MsgPackLibrary, MsgPackCodec<Object>> messageCodecs() {
    Map<MsgPackLibrary, MsgPackCodec<Object>> codecs = new EnumMap<>(MsgPackLibrary.class);
    for (MsgPackLibrary library : MsgPackLibrary.values()) {
      if (library.supports(Shape.one(Map.class)).isSupported()) {
        codecs.put(library, library.codec(Shape.one(Map.class)));
      }
    }
    return codecs;
  }

  private static void addTasks(
      List<Task> tasks,
      JsonLibrary library,
      JsonCodec<Object> codec,
      OwnDocument own,
      DocumentFacts facts) {
    tasks.add(
        new Task(
            library + " decodes JSON",
            library.readingLimits().of(facts),
            () ->
                JsonVerification.decoder(
                    codec::fromBytes,
                    (decoded, values) -> own.isList() ? decoded : List.of(decoded),
                    own,
                    own.json(),
                    library.equivalence())));
    tasks.add(
        new Task(
            library + " encodes JSON",
            library.writingLimits().of(facts),
            () ->
                JsonVerification.encoder(
                    values -> codec.toBytes(own.isList() ? values : values.get(0)), own)));
  }

  private static void addTasks(
      List<Task> tasks, MsgPackLibrary library, MsgPackCodec<Object> codec, OwnDocument own) {
    tasks.add(
        new Task(
            library + " decodes MessagePack",
            Support.YES,
            () ->
                MsgPackVerification.decoder(
                    messages -> {
                      List<Object> read = new ArrayList<>();
                      for (byte[] message : messages) {
                        read.add(codec.fromBytes(message));
                      }
                      return read;
                    },
                    (decoded, values) -> decoded,
                    own,
                    own.messagePack())));
    tasks.add(
        new Task(
            library + " encodes MessagePack",
            Support.YES,
            () ->
                MsgPackVerification.encoder(
                    values -> {
                      byte[][] written = new byte[values.size()][];
                      for (int i = 0; i < written.length; i++) {
                        written[i] = codec.toBytes(values.get(i));
                      }
                      return written;
                    },
                    own)));
  }
}
