package requestpath.codec.msgpack;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import requestpath.FuzzedValues;
import requestpath.codec.Equivalence;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;
import requestpath.payload.Shape;
import requestpath.payload.Tree;

/**
 * Any values of every shape: refused where a text has half a surrogate pair, and only there, else
 * the bytes of msgpack-core, read back as what they were. See {@link MsgPackFuzzTest} for how to
 * search for longer.
 */
class MsgPackEncodeFuzzTest {
  private static final List<Class<?>> ELEMENTS = List.of(Item.class, ItemBean.class, Map.class);

  @Tag("fuzz")
  @FuzzTest(maxDuration = "60m")
  void whatIsWrittenIsReadAsItWas(FuzzedDataProvider data) throws IOException {
    Class<?> element = ELEMENTS.get(data.consumeInt(0, ELEMENTS.size() - 1));
    Object value = FuzzedValues.of(element, data);
    Shape<Object> shape = Shape.one(element);
    MsgPackCodec<Object> plain = MsgPackLibrary.HANDWRITTEN.codec(shape);
    Object tree = Tree.of(value);
    byte[] bytes;
    try {
      bytes = plain.toBytes(value);
    } catch (IOException refused) {
      assertThat(FuzzedValues.hasHalfPair(tree)).isTrue();
      return;
    }
    assertThat(FuzzedValues.hasHalfPair(tree)).isFalse();
    // A tree of maps has the fields in the order in which records have them.
    assertThat(bytes)
        .isEqualTo(MsgPackLibrary.MSGPACK_CORE.codec(Shape.one(Map.class)).toBytes(tree));
    assertThat(Equivalence.EXACT.difference(tree, plain.fromBytes(bytes))).isEmpty();
  }
}
