package requestpath.codec.json.jackson2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import requestpath.codec.json.jackson2.Jackson2StreamingCodec.Template;

/**
 * What all templates over Jackson's generator and parser share: names of fields, escaped and
 * encoded once, and how a field is written and read.
 */
final class Jackson2Streaming {
  static final SerializableString ID = new SerializedString("id");
  static final SerializableString NAME = new SerializedString("name");
  static final SerializableString DESCRIPTION = new SerializedString("description");
  static final SerializableString TYPE = new SerializedString("type");
  static final SerializableString COUNT = new SerializedString("count");
  static final SerializableString CREATED_AT = new SerializedString("created_at");
  static final SerializableString COUNTER = new SerializedString("counter");
  static final SerializableString OFFSET = new SerializedString("offset");
  static final SerializableString AMOUNT = new SerializedString("amount");
  static final SerializableString RATIO = new SerializedString("ratio");
  static final SerializableString FACTOR = new SerializedString("factor");
  static final SerializableString STREET = new SerializedString("street");
  static final SerializableString CITY = new SerializedString("city");
  static final SerializableString POSTCODE = new SerializedString("postcode");
  static final SerializableString COUNTRY = new SerializedString("country");
  static final SerializableString ARTICLE = new SerializedString("article");
  static final SerializableString QUANTITY = new SerializedString("quantity");
  static final SerializableString PRICE = new SerializedString("price");
  static final SerializableString CUSTOMER = new SerializedString("customer");
  static final SerializableString ADDRESS = new SerializedString("address");
  static final SerializableString LINES = new SerializedString("lines");
  static final SerializableString TOTAL = new SerializedString("total");
  static final SerializableString PAID = new SerializedString("paid");
  static final SerializableString NOTE = new SerializedString("note");
  static final SerializableString MESSAGE = new SerializedString("message");
  static final SerializableString RELEASE_YEAR = new SerializedString("releaseYear");
  static final SerializableString KEY = new SerializedString("key");
  static final SerializableString VALUE = new SerializedString("value");

  private Jackson2Streaming() {}

  static void text(JsonGenerator generator, SerializableString name, @Nullable String text)
      throws IOException {
    generator.writeFieldName(name);
    if (text == null) {
      generator.writeNull();
    } else {
      generator.writeString(text);
    }
  }

  static void number(JsonGenerator generator, SerializableString name, int number)
      throws IOException {
    generator.writeFieldName(name);
    generator.writeNumber(number);
  }

  static void number(JsonGenerator generator, SerializableString name, long number)
      throws IOException {
    generator.writeFieldName(name);
    generator.writeNumber(number);
  }

  static void number(JsonGenerator generator, SerializableString name, double number)
      throws IOException {
    generator.writeFieldName(name);
    generator.writeNumber(number);
  }

  static void flag(JsonGenerator generator, SerializableString name, boolean flag)
      throws IOException {
    generator.writeFieldName(name);
    generator.writeBoolean(flag);
  }

  static <E> void writeList(JsonGenerator generator, List<E> values, Template<E> element)
      throws IOException {
    generator.writeStartArray(values, values.size());
    for (E value : values) {
      if (value == null) {
        generator.writeNull();
      } else {
        element.write(generator, value);
      }
    }
    generator.writeEndArray();
  }

  static <E> List<E> readList(JsonParser parser, Template<E> element) throws IOException {
    require(parser, JsonToken.START_ARRAY);
    List<@Nullable E> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(parser.currentToken() == JsonToken.VALUE_NULL ? null : element.read(parser));
    }
    return values;
  }

  static @Nullable String nextText(JsonParser parser) throws IOException {
    String text = parser.nextTextValue();
    if (text == null) {
      require(parser, JsonToken.VALUE_NULL);
    }
    return text;
  }

  static int nextInt(JsonParser parser) throws IOException {
    parser.nextToken();
    return parser.getIntValue();
  }

  static long nextLong(JsonParser parser) throws IOException {
    parser.nextToken();
    return parser.getLongValue();
  }

  static double nextDouble(JsonParser parser) throws IOException {
    parser.nextToken();
    return parser.getDoubleValue();
  }

  static boolean nextBoolean(JsonParser parser) throws IOException {
    parser.nextToken();
    return parser.getBooleanValue();
  }

  static boolean nextIsNull(JsonParser parser) throws IOException {
    return parser.nextToken() == JsonToken.VALUE_NULL;
  }

  /** Skips the value of a field that nobody knows. */
  static void skip(JsonParser parser) throws IOException {
    parser.nextToken();
    parser.skipChildren();
  }

  static void require(JsonParser parser, JsonToken token) throws IOException {
    if (!parser.hasToken(token)) {
      throw new JsonParseException(
          parser, "expected " + token + " and found " + parser.currentToken());
    }
  }
}
