package requestpath.codec.handwritten.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import requestpath.payload.Message;
import requestpath.payload.Payload;
import requestpath.payload.Shape;

/** What is written and read by hand, against Jackson, on right and on wrong input. */
class AgainstJacksonTest {
  private static final long SEED = 8259;
  private static final int MUTATIONS = 5_000;
  private static final ObjectMapper JACKSON = new ObjectMapper();

  @Test
  void damagedDocumentsAreReadAsJacksonReadsThem() throws IOException {
    Random random = new Random(SEED);
    List<byte[]> documents = documents();
    int accepted = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] document = documents.get(random.nextInt(documents.size()));
      accepted += JsonOracle.check(Mutations.of(document, random)) ? 1 : 0;
    }
    // Both verdicts must come often, or the comparison says little.
    assertThat(accepted).isBetween(MUTATIONS / 20, MUTATIONS * 19 / 20);
  }

  /** One object each: compact, laid out for people, and full of what is rare. */
  private static List<byte[]> documents() throws IOException {
    List<byte[]> documents = new ArrayList<>();
    for (Payload payload : Payload.values()) {
      for (byte[] json : List.of(payload.json(4), payload.probeJson())) {
        for (Object element : JACKSON.readValue(json, List.class)) {
          documents.add(JACKSON.writeValueAsBytes(element));
          documents.add(JACKSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(element));
        }
      }
    }
    for (String odd :
        List.of(
            "{}",
            " { } ",
            "{\"\\u0069d\":1,\"n\\u0061me\":\"\\ud83d\\ude00\",\"x\":[[],{},[1,2.5e-3,null,true]]}",
            "{\"id\":1.0,\"count\":3.3e1,\"created_at\":12345678901234567890123,\"type\":null}",
            "{\"a\":-0,\"b\":-0.0,\"c\":1e-400,\"d\":99999999999999999999,\"e\":\"\\ud800\"}",
            "{\"x\":1.56988e-24989117944,\"y\":123456789012345678901234567890e-99999999999,\"z\":1}",
            "{\"created_at\":1e5,\"id\":-2147483648,\"count\":2147483648}",
            "{\"created_at\":0.1000000000000000055511151231257827,\"name\":\"é€😀\\u00e9\"}")) {
      documents.add(odd.getBytes(UTF_8));
    }
    documents.forEach(document -> assertThat(JsonOracle.check(document)).isTrue());
    return documents;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 250, 251, 499, 500, 501, 5000})
  void depthIsThatOfJackson3(int depth) {
    for (String[] pair :
        new String[][] {{"{\"a\":", "}"}, {"{\"a\":[", "]}"}, {"{\"id\":{", "}}"}}) {
      JsonOracle.check((pair[0].repeat(depth) + "1" + pair[1].repeat(depth)).getBytes(UTF_8));
    }
  }

  @Test
  void randomTextsAndNumbersAreWrittenAsJacksonReadsThem() throws IOException {
    Random random = new Random(SEED);
    HandwrittenJson<Object> plain = new HandwrittenJson<>(Shape.one(Map.class));
    for (int i = 0; i < 1_500; i++) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put(text(random), text(random));
      map.put(text(random), random.nextLong() >> random.nextInt(64));
      map.put("d", Double.longBitsToDouble(random.nextLong() & ~(1L << 62)));
      map.put("l", List.of(true, Map.of(), List.of(), random.nextInt(), text(random)));
      byte[] bytes = plain.toBytes(map);
      assertThat(plain.toText(map)).isEqualTo(new String(bytes, UTF_8));
      assertThat(JACKSON.readTree(bytes))
          .isEqualTo(JACKSON.readTree(JACKSON.writeValueAsBytes(map)));
      assertThat(JACKSON.writeValueAsString(plain.fromBytes(bytes)))
          .isEqualTo(JACKSON.writeValueAsString(map));
      JsonOracle.check(bytes);
    }
  }

  /** The lengths of values and the order of fields are expected to be those of the item before. */
  @Test
  void itemsThatDifferFromThoseBeforeAreReadAsJacksonReadsThem() throws IOException {
    Random random = new Random(SEED);
    int accepted = 0;
    for (int i = 0; i < 300; i++) {
      StringBuilder list = new StringBuilder("[").append(itemInOrder(random));
      for (int left = random.nextInt(30); left > 0; left--) {
        list.append(',').append(itemInOrder(random));
      }
      byte[] document = list.append(']').toString().getBytes(UTF_8);
      assertThat(JsonOracle.checkList(document)).isTrue();
      accepted += JsonOracle.checkList(Mutations.of(document, random)) ? 1 : 0;
    }
    assertThat(accepted).isBetween(15, 285);
  }

  private static String itemInOrder(Random random) {
    long whole = random.nextLong() >>> random.nextInt(4, 64);
    String fraction = String.valueOf(Long.MAX_VALUE - (random.nextLong() >>> 3));
    return "{\"id\":"
        + random.nextInt(1 << random.nextInt(31))
        + ",\"name\":\""
        + "n".repeat(random.nextInt(9))
        + "\",\"description\":\""
        + "d".repeat(random.nextInt(30))
        + "\",\"type\":\""
        + (random.nextInt(20) == 0 ? "\\n" : "t")
        + "\",\"count\":"
        + (random.nextInt(20) == 0 ? -1 : random.nextInt(1000))
        + ",\"created_at\":"
        + whole
        + "."
        + fraction.substring(random.nextInt(fraction.length()))
        + "}";
  }

  /** An item in the expected form after a similar one, and variations of it in each byte. */
  @Test
  void whatDiffersFromTheCompactItemIsReadAsJacksonReadsIt() {
    String item =
        "{\"id\":1,\"name\":\"n\",\"description\":\"eight ch\","
            + "\"type\":\"\",\"count\":33,\"created_at\":1.5}";
    String before = "[" + item + ",";
    for (int at = 0; at <= item.length(); at++) {
      String head = before + item.substring(0, at);
      String behind = item.substring(at);
      JsonOracle.checkList(head.getBytes(UTF_8));
      for (String other : List.of(" ", "\"", "\\", ",", "}", ".", "0", "\u0000")) {
        JsonOracle.checkList((head + other + behind + "]").getBytes(UTF_8));
        JsonOracle.checkList(
            (head + other + (behind.isEmpty() ? "" : behind.substring(1)) + "]").getBytes(UTF_8));
      }
    }
  }

  /** The compact form of the exchange's document, and what differs from it in each byte. */
  @Test
  void whatDiffersFromTheCompactFormIsReadAsJacksonReadsIt() {
    for (String[] pair :
        new String[][] {{"", ""}, {"k", "twelve chars"}, {"eight_ch", "é"}, {"a\\nb", "\u8a9e"}}) {
      String compact = "{\"key\":\"" + pair[0] + "\",\"value\":\"" + pair[1] + "\"}";
      assertThat(JsonOracle.check(compact.getBytes(UTF_8))).isTrue();
      for (int at = 0; at <= compact.length(); at++) {
        String before = compact.substring(0, at);
        String behind = compact.substring(at);
        JsonOracle.check(before.getBytes(UTF_8));
        for (String other : List.of(" ", "\"", "\\", ",", "}", "x", "\u0000")) {
          JsonOracle.check((before + other + behind).getBytes(UTF_8));
          JsonOracle.check(
              (before + other + (behind.isEmpty() ? "" : behind.substring(1))).getBytes(UTF_8));
        }
      }
    }
  }

  @Test
  void messagesOfAllLengthsAreReadByJackson() throws IOException {
    HandwrittenJson<Message> plain = new HandwrittenJson<>(Shape.one(Message.class));
    for (String text : new String[] {null, "", "a"}) {
      assertThat(plain.fromBytes(plain.toBytes(new Message(text)))).isEqualTo(new Message(text));
    }
    assertThatThrownBy(() -> plain.toBytes(new Message("twelve chars\ud83d")))
        .isInstanceOf(IOException.class);
    List<String> characters =
        List.of("a", "\"", "\\", "\u0001", "\u007f", "é", "\u0141", "語", "😀");
    for (int length = 0; length < 40; length++) {
      for (String character : characters) {
        for (int at : new int[] {0, length / 2, length}) {
          String text = "a".repeat(at) + character + "a".repeat(length - at);
          byte[] document = plain.toBytes(new Message(text));
          assertThat(JACKSON.readTree(document))
              .isEqualTo(JACKSON.createObjectNode().put("message", text));
          assertThat(plain.fromBytes(document)).isEqualTo(new Message(text));
        }
      }
    }
  }

  private static String text(Random random) {
    int[] bounds = {0x20, 0x80, 0x100, 0x800, 0xd800, 0x10000, 0x110000};
    int bound = bounds[random.nextInt(bounds.length)];
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(30); left > 0; left--) {
      int c = random.nextInt(random.nextBoolean() ? 0x80 : bound);
      text.appendCodePoint(Character.isValidCodePoint(c) && (c < 0xd800 || c > 0xdfff) ? c : 'x');
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "a\udc00b", "twelve chars\ud83d", "\ude00\ud83d", "\ud83dx"})
  void halfAPairIsRefused(String text) {
    HandwrittenJson<Object> json = new HandwrittenJson<>(Shape.one(Map.class));
    assertThatThrownBy(() -> json.toBytes(Map.of("a", text))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> json.toBytes(Map.of(text, 1))).isInstanceOf(IOException.class);
  }

  /** Its characters have low bytes that look like ASCII. */
  @Test
  void aTextWhoseLowBytesAreAsciiIsNotTakenForAscii() throws IOException {
    HandwrittenJson<Object> json = new HandwrittenJson<>(Shape.one(Map.class));
    for (String text :
        List.of("\u4e41", "\u4e41\u4e42\u4e43\u4e44\u4e45\u4e46\u4e47\u4e48\u4e49")) {
      assertThat(json.fromBytes(json.toBytes(Map.of("a", text)))).isEqualTo(Map.of("a", text));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsRefused(double value) throws IOException {
    HandwrittenJson<Object> json = new HandwrittenJson<>(Shape.one(Map.class));
    assertThatThrownBy(() -> json.toBytes(Map.of("a", value))).isInstanceOf(IOException.class);
    // The next call does not see what the failed one wrote.
    assertThat(json.toText(Map.of("a", 1))).isEqualTo("{\"a\":1}");
  }
}
