package requestpath.codec.json.jackson2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import requestpath.codec.json.jackson2.Jackson2StreamingCodec.Template;

/**
 * Maps, lists and their values through Jackson's generator and parser, where nothing about the
 * document is known beforehand. Both count the depth and refuse more than 1000 levels, long before
 * the stack is exhausted.
 */
final class Jackson2StreamingMaps implements Template<Map<String, @Nullable Object>> {
  private Jackson2StreamingMaps() {}

  /** The template for maps; null for any other class. */
  static @Nullable Template<?> template(Class<?> type) {
    return type == Map.class ? new Jackson2StreamingMaps() : null;
  }

  @Override
  public void write(JsonGenerator generator, Map<String, @Nullable Object> map) throws IOException {
    writeMap(generator, map);
  }

  @Override
  public Map<String, @Nullable Object> read(JsonParser parser) throws IOException {
    Jackson2Streaming.require(parser, JsonToken.START_OBJECT);
    return readMap(parser);
  }

  private static void writeMap(JsonGenerator generator, Map<?, ?> map) throws IOException {
    generator.writeStartObject(map, map.size());
    for (Map.Entry<?, ?> member : map.entrySet()) {
      generator.writeFieldName((String) member.getKey());
      writeValue(generator, member.getValue());
    }
    generator.writeEndObject();
  }

  private static void writeValue(JsonGenerator generator, @Nullable Object value)
      throws IOException {
    if (value instanceof String string) {
      generator.writeString(string);
    } else if (value instanceof Integer number) {
      generator.writeNumber(number.intValue());
    } else if (value instanceof Double number) {
      generator.writeNumber(number.doubleValue());
    } else if (value instanceof Long number) {
      generator.writeNumber(number.longValue());
    } else if (value instanceof Boolean flag) {
      generator.writeBoolean(flag);
    } else if (value == null) {
      generator.writeNull();
    } else if (value instanceof Map<?, ?> map) {
      writeMap(generator, map);
    } else if (value instanceof List<?> list) {
      generator.writeStartArray(list, list.size());
      for (Object element : list) {
        writeValue(generator, element);
      }
      generator.writeEndArray();
    } else if (value instanceof BigInteger number) {
      generator.writeNumber(number);
    } else if (value instanceof BigDecimal number) {
      generator.writeNumber(number);
    } else {
      throw new IOException("no JSON form for " + value.getClass().getName());
    }
  }

  private static Map<String, @Nullable Object> readMap(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      parser.nextToken();
      map.put(field, readValue(parser));
    }
    Jackson2Streaming.require(parser, JsonToken.END_OBJECT);
    return map;
  }

  private static List<@Nullable Object> readList(JsonParser parser) throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(readValue(parser));
    }
    return list;
  }

  private static @Nullable Object readValue(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case START_OBJECT -> readMap(parser);
      case START_ARRAY -> readList(parser);
      case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new JsonParseException(parser, "no value begins with " + parser.currentToken());
    };
  }
}
