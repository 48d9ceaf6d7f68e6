package requestpath.codec.handwritten.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import requestpath.codec.handwritten.OutputBuffer;
import requestpath.payload.ApplicationInfo;
import requestpath.payload.Binding;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;
import requestpath.payload.KeyValue;
import requestpath.payload.Message;
import requestpath.payload.Payload;
import requestpath.payload.Shape;
import requestpath.payload.Tree;

/** What is at the edge of what is read and written by hand: names, sizes, depth, numbers. */
class LimitsTest {
  private static final HandwrittenJson<Object> MAPS = new HandwrittenJson<>(Shape.one(Map.class));

  /** The name of an unknown member may begin like one that is known, and the document end soon. */
  @Test
  void everyBeginningOfANameIsAnUnknownName() throws IOException {
    for (Class<?> type :
        List.of(Item.class, ItemBean.class, Message.class, KeyValue.class, ApplicationInfo.class)) {
      checkBeginnings(type, type == ItemBean.class ? Item.class : type);
    }
  }

  private static void checkBeginnings(Class<?> element, Class<?> names) throws IOException {
    HandwrittenJson<Object> one = new HandwrittenJson<>(Shape.one(element));
    HandwrittenJson<Object> list = new HandwrittenJson<>(Shape.list(element));
    Object expected = Tree.of(one.fromBytes(bytes("{}")));
    for (RecordComponent component : names.getRecordComponents()) {
      String name = component.getName();
      for (int length = 0; length < name.length(); length++) {
        String document = "{\"" + name.substring(0, length) + "\":1}";
        assertThat(Tree.of(one.fromBytes(bytes(document)))).as(document).isEqualTo(expected);
        assertThat(Tree.of(list.fromBytes(bytes("[" + document + "]"))))
            .isEqualTo(List.of(expected));
      }
    }
  }

  /** Also when blanks follow, so that no read is near the end of the array. */
  @ParameterizedTest
  @EnumSource
  void everyBeginningOfADocumentIsRefused(Payload payload) throws IOException {
    for (Binding binding : Binding.values()) {
      if (!HandwrittenJson.supports(payload.one(binding))) {
        continue;
      }
      HandwrittenJson<Object> json = new HandwrittenJson<>(payload.one(binding));
      byte[] list = payload.json(1);
      byte[] document = Arrays.copyOfRange(list, 1, list.length - 1);
      assertThat(json.fromBytes(document)).isNotNull();
      for (int length = 0; length < document.length; length++) {
        byte[] beginning = Arrays.copyOf(document, length);
        assertThatThrownBy(() -> json.fromBytes(beginning)).isInstanceOf(IOException.class);
        byte[] padded = Arrays.copyOf(beginning, length + 64);
        Arrays.fill(padded, length, padded.length, (byte) ' ');
        assertThatThrownBy(() -> json.fromBytes(padded)).isInstanceOf(IOException.class);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyBeginningOfAListIsRefused(Payload payload) throws IOException {
    HandwrittenJson<Object> maps = new HandwrittenJson<>(Shape.list(Map.class));
    byte[] document = payload.json(2);
    assertThat(maps.fromBytes(document)).isNotNull();
    for (int length = 0; length < document.length; length++) {
      byte[] beginning = Arrays.copyOf(document, length);
      assertThatThrownBy(() -> maps.fromBytes(beginning)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void whatNestedListsAllocateGrowsWithTheDocument() throws IOException {
    HandwrittenJson<Object> json = new HandwrittenJson<>(Shape.list(Map.class));
    byte[] small = bytes("[" + "{\"lines\":[{}]},".repeat(999) + "{}]");
    byte[] large = bytes("[" + "{\"lines\":[{}]},".repeat(9999) + "{}]");
    json.fromBytes(small);
    long once = allocated(() -> json.fromBytes(small));
    long tenTimes = allocated(() -> json.fromBytes(large));
    assertThat(tenTimes).isLessThan(20 * once);
  }

  /** A first element that is far smaller than the rest. */
  @Test
  void whatAListIsEstimatedToHoldIsBelievedToAPoint() throws IOException {
    HandwrittenJson<Object> messages = new HandwrittenJson<>(Shape.list(Message.class));
    byte[] document = bytes("[{},{\"message\":\"" + "x".repeat(3_000_000) + "\"}]");
    messages.fromBytes(document);
    assertThat(allocated(() -> messages.fromBytes(document))).isLessThan(3_500_000);
  }

  /** What may fail. */
  private interface Action {
    @Nullable Object run() throws IOException;
  }

  private static long allocated(Action action) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    Object result = action.run();
    long after = threads.getThreadAllocatedBytes(thread);
    assertThat(result).isNotNull();
    return after - before;
  }

  @Test
  void aLargeBufferIsNotKeptWhenWritingFails() throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", "x".repeat(2 * OutputBuffer.MAX_KEPT_SIZE));
    map.put("b", Double.NaN);
    Action failing =
        () -> {
          assertThatThrownBy(() -> MAPS.toBytes(map)).isInstanceOf(IOException.class);
          return map;
        };
    failing.run();
    // It must be allocated again.
    assertThat(allocated(failing)).isGreaterThan(2L * OutputBuffer.MAX_KEPT_SIZE);
  }

  /** A map that uses its own codec while it is written. */
  private static final class Writing extends AbstractMap<String, Object> {
    @Override
    public Set<Entry<String, Object>> entrySet() {
      try {
        return Map.<String, Object>of("inner", MAPS.toText(Map.of("deep", 1))).entrySet();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void aMapMayWriteWhileItIsWritten() throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("before", "a text");
    map.put("writing", new Writing());
    map.put("after", 1);
    assertThat(MAPS.toText(map))
        .isEqualTo(
            "{\"before\":\"a text\",\"writing\":{\"inner\":\"{\\\"deep\\\":1}\"},\"after\":1}");
  }

  @Test
  void aMapThatHoldsItselfIsRefused() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("self", List.of(map));
    assertThatThrownBy(() -> MAPS.toBytes(map))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nested deeper than 500");
  }

  @Test
  void asDeepAsIsReadIsWritten() throws IOException {
    byte[] document = bytes("{\"a\":".repeat(500) + "1" + "}".repeat(500));
    assertThat(MAPS.toBytes(MAPS.fromBytes(document))).isEqualTo(document);
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        1_000_000_000_000_000_000L,
        -999_999_999_999_999_999L
      })
  void longsOfAllLengthsAreRead(long value) throws IOException {
    assertThat(inMap(Long.toString(value))).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9223372036854775808",
        "-9223372036854775809",
        "9999999999999999999",
        "18446744073709551616",
        "123456789012345678901234567890"
      })
  void whatIsBeyondALongIsABigIntegerInAMap(String text) throws IOException {
    assertThatThrownBy(() -> id(text)).isInstanceOf(IOException.class).hasMessageContaining(text);
    assertThat(inMap(text)).isEqualTo(new BigInteger(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.23456789012345678", "0.1234567890123456789", "12345678901234567.8"})
  void moreDigitsThanADoubleTellsAreKept(String text) throws IOException {
    assertThat(inMap(text)).isEqualTo(new BigDecimal(text));
  }

  @ParameterizedTest
  @CsvSource({
    "0.00000000000000000000000001, 1e-26",
    "1.50000000000000000000000000, 1.5",
    "1234567890123456700000.0, 1.2345678901234567e21",
    "-0.0, -0.0",
    "1e-400, 0.0"
  })
  void fewDigitsAreADoubleHoweverTheyAreWritten(String text, double expected) throws IOException {
    assertThat(inMap(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e400", "1.7976931348623159e308", "1e99999999999"})
  void whatNoDoubleCanHoldIsRefused(String text) throws IOException {
    HandwrittenJson<Item> items = new HandwrittenJson<>(Shape.one(Item.class));
    assertThatThrownBy(() -> inMap(text))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(text);
    assertThatThrownBy(() -> items.fromBytes(bytes("{\"created_at\":" + text + "}")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("beyond the largest double");
    assertThat(items.fromBytes(bytes("{\"unknown\":" + text + ",\"id\":1}")).id()).isEqualTo(1);
  }

  @Test
  void namesAreSharedWithinADocumentAndWithNothingElse() throws IOException {
    HandwrittenJson<Object> maps = new HandwrittenJson<>(Shape.list(Map.class));
    byte[] document =
        bytes(
            "[{\"description\":1,\"né\":1,\"a name of more than 16\":1}]".replace("}]", "},")
                + "{\"description\":2,\"né\":2},{\"description\":3,\"né\":3,\"descripsion\":4}]");
    List<?> first = (List<?>) maps.fromBytes(document);
    List<?> second = (List<?>) maps.fromBytes(document);
    assertThat(first).isEqualTo(second);
    assertThat(name(first, 2)).isSameAs(name(first, 1)).isNotSameAs(name(second, 2));
    assertThat(((Map<?, ?>) first.get(2)).keySet().toArray())
        .containsExactly("description", "né", "descripsion");
  }

  private static Object name(List<?> maps, int index) {
    return ((Map<?, ?>) maps.get(index)).keySet().iterator().next();
  }

  private static int id(String number) throws IOException {
    HandwrittenJson<Item> items = new HandwrittenJson<>(Shape.one(Item.class));
    return items.fromBytes(bytes("{\"id\":" + number + "}")).id();
  }

  private static @Nullable Object inMap(String number) throws IOException {
    return ((Map<?, ?>) MAPS.fromBytes(bytes("{\"a\":" + number + "}"))).get("a");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
