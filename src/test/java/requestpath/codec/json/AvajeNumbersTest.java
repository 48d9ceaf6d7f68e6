package requestpath.codec.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;
import requestpath.payload.Shape;

/** AVAJE_JSONB reads numbers exactly, and only valid JSON numbers. */
class AvajeNumbersTest {
  private static final JsonCodec<Item> RECORDS =
      JsonLibrary.AVAJE_JSONB.codec(Shape.one(Item.class));
  private static final JsonCodec<ItemBean> BEANS =
      JsonLibrary.AVAJE_JSONB.codec(Shape.one(ItemBean.class));
  private static final JsonCodec<Map<String, Object>> MAPS =
      JsonLibrary.AVAJE_JSONB.codec(Shape.one(Map.class));

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".5",
        "-.5",
        "01",
        "-01",
        "007",
        "1.",
        "-1.",
        "-",
        "+1",
        "--1",
        "0x1",
        "1e",
        "1e+",
        "1.5e",
        "NaN",
        "Infinity",
        "-Infinity",
        "1f",
        "1_0",
        "1 2",
        "e5",
        "."
      })
  void whatIsNoNumberInJsonIsRefused(String text) {
    byte[] json = ("{\"created_at\":" + text + "}").getBytes(UTF_8);
    assertThatThrownBy(() -> RECORDS.fromBytes(json)).isInstanceOf(Exception.class);
    assertThatThrownBy(() -> BEANS.fromBytes(json)).isInstanceOf(Exception.class);
    assertThatThrownBy(() -> MAPS.fromBytes(json)).isInstanceOf(Exception.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0.0",
        "1",
        "-1",
        "1.0",
        "0.1",
        "1e0",
        "1E5",
        "-1.5e-10",
        "1.2345678E7",
        "1e23",
        "3e-25",
        "1e22",
        "84.112486391362573576",
        "8097283171857554.5",
        "9007199254740993",
        "9007199254740993.0",
        "1569882498.911796",
        "2.2250738585072012e-308",
        "5e-324",
        "2.4703282292062328e-324",
        "1.7976931348623157e308",
        "1e400",
        "-1e-400",
        "123456789012345678901234567890",
        "0.000000000000000000000000000001",
        "179769313486231580793728971405301199e272"
      })
  void everyDecimalIsReadAsTheJdkReadsIt(String text) throws IOException {
    for (String behind : new String[] {"}", " }", "\n}"}) {
      byte[] json = ("{\"created_at\":" + text + behind).getBytes(UTF_8);
      // The library's decimals have no negative zero.
      double expected = Double.parseDouble(text) + 0.0;
      assertThat(RECORDS.fromBytes(json).created_at()).isEqualTo(expected);
      assertThat(BEANS.fromBytes(json).getCreated_at()).isEqualTo(expected);
      Number read = (Number) MAPS.fromBytes(json).get("created_at");
      assertThat(read.doubleValue()).isEqualTo(expected);
    }
  }
}
