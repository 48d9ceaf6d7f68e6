package requestpath.codec.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import requestpath.payload.Binding;
import requestpath.payload.Item;
import requestpath.payload.Payload;
import requestpath.payload.RecordForm;
import requestpath.payload.Shape;

/** Each library makes new texts, even of one letter, as {@code AllocationBenchmark} states. */
class NewTextsTest {
  @ParameterizedTest
  @EnumSource
  void noCodecKeepsTexts(JsonLibrary library) throws IOException {
    Shape<List<Object>> shape = Payload.DOCUMENT.list(Binding.RECORD);
    if (!library.supportsDecoding(shape).isSupported()) {
      return;
    }
    List<Object> items = library.codec(shape).fromBytes(Payload.DOCUMENT.json(2));
    Item first = item(items.get(0));
    Item second = item(items.get(1));

    assertThat(second.name() == first.name()).as(library + ", name").isFalse();
    assertThat(second.type() == first.type()).as(library + ", type").isFalse();
  }

  /** Its texts are those of the value. */
  private static Item item(Object value) {
    return (Item) (value instanceof RecordForm form ? form.toRecord() : value);
  }
}
