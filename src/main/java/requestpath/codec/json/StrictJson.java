package requestpath.codec.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reference reader, separate from every codec. It accepts what RFC 8259 allows and nothing
 * else, and keeps every digit of every number and the sign of a fraction that is zero.
 *
 * <p>It reads everything that {@link requestpath.payload.OwnPayload} accepts. Jackson's limits on
 * the length of texts, names and numbers are lifted, so that no encoder is called wrong because of
 * them. Bytes are UTF-8 or refused.
 */
public final class StrictJson {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // Names are not kept, so that neither their number nor their hashes are limited.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private StrictJson() {}

  /**
   * The document as maps, lists, texts, numbers, booleans and null.
   *
   * @throws IOException when it is not JSON, or null as a whole
   */
  public static Object read(String json) throws IOException {
    if (json.startsWith(BYTE_ORDER_MARK)) {
      throw new IOException("the document begins with a byte order mark");
    }
    try (JsonParser parser = JSON.createParser(json)) {
      return document(parser);
    }
  }

  /**
   * The same from UTF-8 without a byte order mark, as RFC 8259 demands of what is sent.
   *
   * <p>It is decoded here: Jackson itself would replace malformed bytes by U+FFFD, take an unpaired
   * surrogate in three bytes, pass over a byte order mark and detect UTF-16 and UTF-32.
   *
   * @throws IOException when it is not JSON in UTF-8
   */
  public static Object read(byte[] json) throws IOException {
    CharBuffer text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
    } catch (CharacterCodingException e) {
      throw new IOException("the document is not UTF-8", e);
    }
    return read(text.toString());
  }

  private static Object document(JsonParser parser) throws IOException {
    @Nullable Object value = parser.nextToken() == null ? null : value(parser);
    if (value == null) {
      throw new JsonParseException(parser, "there is no document, or it is null");
    }
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "more follows the document");
    }
    return value;
  }

  /** The value that begins with the current token. */
  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
          parser.nextToken();
          map.put(name, value(parser));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> signed(parser.getText(), parser.getNumberValue());
      case VALUE_NUMBER_FLOAT -> signed(parser.getText(), new BigDecimal(parser.getText()));
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new JsonParseException(parser, "no value begins with " + parser.currentToken());
    };
  }

  /** The number; for negative zero a double, because only a double can hold it. */
  private static Number signed(String text, Number number) {
    return text.charAt(0) == '-' && number.doubleValue() == 0 && text.matches("[-0.]+([eE].*)?")
        ? (Number) (-0.0)
        : number;
  }
}
