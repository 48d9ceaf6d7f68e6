package requestpath.codec.handwritten.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import requestpath.FuzzedValues;
import requestpath.codec.Equivalence;
import requestpath.payload.ApplicationInfo;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;
import requestpath.payload.KeyValue;
import requestpath.payload.Message;
import requestpath.payload.Shape;
import requestpath.payload.Tree;

/**
 * Any values of every shape: refused where JSON has no form for them, and only there, else read by
 * Jackson and by hand as what they were. See {@link JsonFuzzTest} for how to search for longer.
 */
class JsonEncodeFuzzTest {
  private static final ObjectMapper JACKSON = new ObjectMapper();

  private static final List<Class<?>> ELEMENTS =
      List.of(
          Item.class,
          ItemBean.class,
          Message.class,
          KeyValue.class,
          ApplicationInfo.class,
          Map.class);

  @Tag("fuzz")
  @FuzzTest(maxDuration = "60m")
  void whatIsWrittenIsReadAsItWas(FuzzedDataProvider data) throws IOException {
    Class<?> element = ELEMENTS.get(data.consumeInt(0, ELEMENTS.size() - 1));
    Object value = FuzzedValues.of(element, data);
    check(Shape.one(element), value);
    List<@Nullable Object> list = new ArrayList<>(Arrays.asList(value, null));
    for (int left = data.consumeInt(0, 3); left > 0; left--) {
      list.add(FuzzedValues.of(element, data));
    }
    check(Shape.list(element), list);
  }

  private static void check(Shape<Object> shape, Object value) throws IOException {
    HandwrittenJson<Object> plain = new HandwrittenJson<>(shape);
    Object tree = Tree.of(value);
    byte[] bytes;
    try {
      bytes = plain.toBytes(value);
    } catch (IOException refused) {
      assertThat(FuzzedValues.hasHalfPair(tree) || FuzzedValues.hasNonFinite(tree)).isTrue();
      return;
    }
    assertThat(FuzzedValues.hasHalfPair(tree) || FuzzedValues.hasNonFinite(tree)).isFalse();
    assertThat(plain.toText(value)).isEqualTo(new String(bytes, UTF_8));
    Equivalence exact = Equivalence.EXACT;
    assertThat(exact.difference(tree, JACKSON.readValue(bytes, Object.class))).isEmpty();
    assertThat(exact.difference(tree, plain.fromBytes(bytes))).isEmpty();
  }
}
