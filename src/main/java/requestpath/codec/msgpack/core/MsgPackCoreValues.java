package requestpath.codec.msgpack.core;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ArrayValue;
import org.msgpack.value.IntegerValue;
import org.msgpack.value.MapValue;
import org.msgpack.value.Value;
import org.msgpack.value.ValueFactory;
import requestpath.codec.AddedCheckException;

/** Maps through the {@code Value}s of msgpack-core, and what such a value is in plain Java. */
final class MsgPackCoreValues implements MsgPackCoreTemplate<Map<String, @Nullable Object>> {
  @Override
  public void pack(MessagePacker packer, Map<String, @Nullable Object> map) throws IOException {
    packer.packValue(mapValue(map));
  }

  @Override
  public Map<String, @Nullable Object> unpack(MessageUnpacker unpacker) throws IOException {
    return plainMap(unpacker.unpackValue().asMapValue(), MsgPackCoreMaps.MAX_DEPTH);
  }

  private static Value value(@Nullable Object plain) throws IOException {
    if (plain instanceof String string) {
      return ValueFactory.newString(string);
    } else if (plain instanceof Integer number) {
      return ValueFactory.newInteger(number);
    } else if (plain instanceof Double number) {
      return ValueFactory.newFloat(number);
    } else if (plain instanceof Long number) {
      return ValueFactory.newInteger(number);
    } else if (plain instanceof BigInteger number) {
      return ValueFactory.newInteger(number);
    } else if (plain instanceof Boolean bool) {
      return ValueFactory.newBoolean(bool);
    } else if (plain == null) {
      return ValueFactory.newNil();
    } else if (plain instanceof byte[] bytes) {
      return ValueFactory.newBinary(bytes, true);
    } else if (plain instanceof Map<?, ?> map) {
      return mapValue(map);
    } else if (plain instanceof List<?> list) {
      return arrayValue(list);
    }
    throw new IOException("no MessagePack form for " + plain.getClass().getName());
  }

  private static MapValue mapValue(Map<?, ?> map) throws IOException {
    Value[] members = new Value[2 * map.size()];
    int next = 0;
    for (Map.Entry<?, ?> member : map.entrySet()) {
      members[next++] = ValueFactory.newString((String) member.getKey());
      members[next++] = value(member.getValue());
    }
    return ValueFactory.newMap(members, true);
  }

  private static ArrayValue arrayValue(List<?> list) throws IOException {
    Value[] elements = new Value[list.size()];
    int next = 0;
    for (Object element : list) {
      elements[next++] = value(element);
    }
    return ValueFactory.newArray(elements, true);
  }

  private static @Nullable Object plain(Value value, int depth) throws IOException {
    if (depth < 0) {
      throw new AddedCheckException("nested deeper than " + MsgPackCoreMaps.MAX_DEPTH);
    }
    return switch (value.getValueType()) {
      case STRING -> plainText(value);
      case INTEGER -> plainInteger(value.asIntegerValue());
      case FLOAT -> value.asFloatValue().toDouble();
      case BOOLEAN -> value.asBooleanValue().getBoolean();
      case NIL -> null;
      case MAP -> plainMap(value.asMapValue(), depth);
      case ARRAY -> plainList(value.asArrayValue(), depth);
      case BINARY -> value.asBinaryValue().asByteArray();
      case EXTENSION ->
          throw new IOException("a map of names to values has no place for an extension");
    };
  }

  /** The text of the value's bytes; its own asString makes a decoder for each text. */
  private static String plainText(Value value) {
    return new String(value.asStringValue().asByteArray(), StandardCharsets.UTF_8);
  }

  private static Map<String, @Nullable Object> plainMap(MapValue value, int depth)
      throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>(value.size() * 4 / 3 + 1);
    for (Map.Entry<Value, Value> member : value.entrySet()) {
      map.put(plainText(member.getKey()), plain(member.getValue(), depth - 1));
    }
    return map;
  }

  private static List<@Nullable Object> plainList(ArrayValue value, int depth) throws IOException {
    List<@Nullable Object> list = new ArrayList<>(value.size());
    for (Value element : value) {
      list.add(plain(element, depth - 1));
    }
    return list;
  }

  /** The smallest of Integer, Long and BigInteger that holds it. */
  private static Number plainInteger(IntegerValue value) {
    if (value.isInIntRange()) {
      return value.toInt();
    }
    return value.isInLongRange() ? (Number) value.toLong() : value.toBigInteger();
  }
}
