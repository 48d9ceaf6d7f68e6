package requestpath.msgpack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.core.buffer.ArrayBufferInput;
import requestpath.payload.Artifacts;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * msgpack-core, the library of msgpack-java, with fields written and read by hand, as it is used.
 *
 * <p>One {@code MessageBufferPacker} for each thread, cleared before each message, and one {@code
 * MessageUnpacker} with an {@code ArrayBufferInput} for each thread, reset to each message: neither
 * is safe from many threads (https://github.com/msgpack/msgpack-java/issues/122), and a new
 * unpacker for each message allocates a decoder and 8 KB of buffer with its first string. The
 * configuration is the default: malformed UTF-8 is replaced, the only choice that keeps its fast
 * path for strings.
 *
 * <p>The library checks no header of a map or list against the bytes that follow
 * (https://github.com/msgpack/msgpack-java/issues/657), so containers here grow with what really
 * comes, and depth is limited. Keys are accepted in any order, unknown ones are skipped.
 */
final class MsgPackCoreCodec<T> implements MsgPackCodec<T> {
  /**
   * Deeper maps and lists are refused before they could exhaust the stack; Jackson's limit is the
   * same.
   */
  private static final int MAX_DEPTH = 500;

  /**
   * A header may lie about its length: containers start no larger than this and grow with what
   * really comes.
   */
  private static final int MAX_INITIAL_CAPACITY = 1024;

  /** How the fields of one Java type are written and read, by hand, as msgpack-core is used. */
  private interface Template<T> {
    void pack(MessagePacker packer, T value) throws IOException;

    T unpack(MessageUnpacker unpacker) throws IOException;
  }

  private static final class Unpacking {
    final ArrayBufferInput input = new ArrayBufferInput(new byte[0]);
    final MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(input);
  }

  private final Template<T> template;
  private final ThreadLocal<MessageBufferPacker> packers =
      ThreadLocal.withInitial(MessagePack::newDefaultBufferPacker);
  private final ThreadLocal<Unpacking> unpackings = ThreadLocal.withInitial(Unpacking::new);

  MsgPackCoreCodec(Shape<T> shape) {
    supports(shape).require();
    template = template(shape);
  }

  static Support supports(Shape<?> shape) {
    return !shape.isList()
            && (shape.element() == Item.class
                || shape.element() == ItemBean.class
                || shape.element() == Map.class)
        ? Support.YES
        : Support.no(
            "msgpack-core binds no types: fields are written by hand, here for Item, ItemBean and Map",
            "https://github.com/msgpack/msgpack-java/blob/main/README.md");
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    MessageBufferPacker packer = packers.get();
    packer.clear();
    template.pack(packer, value);
    return packer.toByteArray();
  }

  @Override
  public T fromBytes(byte[] message) throws IOException {
    Unpacking unpacking = unpackings.get();
    unpacking.input.reset(message);
    unpacking.unpacker.reset(unpacking.input);
    return template.unpack(unpacking.unpacker);
  }

  @Override
  public String description() {
    return "msgpack-core "
        + Artifacts.version("org.msgpack:msgpack-core")
        + ": MessageBufferPacker and MessageUnpacker reused for each thread, fields by hand";
  }

  @SuppressWarnings("unchecked") // The shape says that its elements are of this class.
  private static <T> Template<T> template(Shape<T> shape) {
    if (shape.element() == Item.class) {
      return (Template<T>) new ItemTemplate();
    }
    return (Template<T>)
        (shape.element() == ItemBean.class ? new ItemBeanTemplate() : new MapTemplate());
  }

  /**
   * Skips a value that has no field. The library's own skipValue loses count of a map32 header that
   * lies (https://github.com/msgpack/msgpack-java/issues/1014), so containers are read and
   * forgotten.
   */
  private static void skip(MessageUnpacker unpacker) throws IOException {
    switch (unpacker.getNextFormat().getValueType()) {
      case MAP, ARRAY -> MapTemplate.unpackValue(unpacker, MAX_DEPTH);
      default -> unpacker.skipValue();
    }
  }

  private static final class ItemTemplate implements Template<Item> {
    @Override
    public void pack(MessagePacker packer, Item item) throws IOException {
      packer
          .packMapHeader(6)
          .packString("id")
          .packInt(item.id())
          .packString("name")
          .packString(item.name())
          .packString("description")
          .packString(item.description())
          .packString("type")
          .packString(item.type())
          .packString("count")
          .packInt(item.count())
          .packString("created_at")
          .packDouble(item.created_at());
    }

    @Override
    public Item unpack(MessageUnpacker unpacker) throws IOException {
      int id = 0;
      String name = "";
      String description = "";
      String type = "";
      int count = 0;
      double created_at = 0;
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        switch (unpacker.unpackString()) {
          case "id" -> id = unpacker.unpackInt();
          case "name" -> name = unpacker.unpackString();
          case "description" -> description = unpacker.unpackString();
          case "type" -> type = unpacker.unpackString();
          case "count" -> count = unpacker.unpackInt();
          case "created_at" -> created_at = unpacker.unpackDouble();
          default -> skip(unpacker);
        }
      }
      return new Item(id, name, description, type, count, created_at);
    }
  }

  private static final class ItemBeanTemplate implements Template<ItemBean> {
    @Override
    public void pack(MessagePacker packer, ItemBean item) throws IOException {
      packer
          .packMapHeader(6)
          .packString("id")
          .packInt(item.getId())
          .packString("name")
          .packString(item.getName())
          .packString("description")
          .packString(item.getDescription())
          .packString("type")
          .packString(item.getType())
          .packString("count")
          .packInt(item.getCount())
          .packString("created_at")
          .packDouble(item.getCreated_at());
    }

    @Override
    public ItemBean unpack(MessageUnpacker unpacker) throws IOException {
      ItemBean item = new ItemBean();
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        switch (unpacker.unpackString()) {
          case "id" -> item.setId(unpacker.unpackInt());
          case "name" -> item.setName(unpacker.unpackString());
          case "description" -> item.setDescription(unpacker.unpackString());
          case "type" -> item.setType(unpacker.unpackString());
          case "count" -> item.setCount(unpacker.unpackInt());
          case "created_at" -> item.setCreated_at(unpacker.unpackDouble());
          default -> skip(unpacker);
        }
      }
      return item;
    }
  }

  private static final class MapTemplate implements Template<Map<String, @Nullable Object>> {
    @Override
    public void pack(MessagePacker packer, Map<String, @Nullable Object> map) throws IOException {
      packMap(packer, map);
    }

    @Override
    public Map<String, @Nullable Object> unpack(MessageUnpacker unpacker) throws IOException {
      return unpackMap(unpacker, MAX_DEPTH);
    }

    private static void packMap(MessagePacker packer, Map<?, ?> map) throws IOException {
      packer.packMapHeader(map.size());
      for (Map.Entry<?, ?> member : map.entrySet()) {
        packer.packString((String) member.getKey());
        packValue(packer, member.getValue());
      }
    }

    private static void packValue(MessagePacker packer, @Nullable Object value) throws IOException {
      if (value instanceof String string) {
        packer.packString(string);
      } else if (value instanceof Integer number) {
        packer.packInt(number);
      } else if (value instanceof Double number) {
        packer.packDouble(number);
      } else if (value instanceof Long number) {
        packer.packLong(number);
      } else if (value instanceof Boolean bool) {
        packer.packBoolean(bool);
      } else if (value == null) {
        packer.packNil();
      } else if (value instanceof Map<?, ?> map) {
        packMap(packer, map);
      } else if (value instanceof List<?> list) {
        packer.packArrayHeader(list.size());
        for (Object element : list) {
          packValue(packer, element);
        }
      } else {
        throw new IOException("no MessagePack form for " + value.getClass().getName());
      }
    }

    private static Map<String, @Nullable Object> unpackMap(MessageUnpacker unpacker, int depth)
        throws IOException {
      int size = unpacker.unpackMapHeader();
      Map<String, @Nullable Object> map =
          new LinkedHashMap<>(Math.min(size, MAX_INITIAL_CAPACITY) * 4 / 3 + 1);
      for (int left = size; left > 0; left--) {
        String name = unpacker.unpackString();
        map.put(name, unpackValue(unpacker, depth - 1));
      }
      return map;
    }

    private static List<@Nullable Object> unpackList(MessageUnpacker unpacker, int depth)
        throws IOException {
      int size = unpacker.unpackArrayHeader();
      List<@Nullable Object> list = new ArrayList<>(Math.min(size, MAX_INITIAL_CAPACITY));
      for (int left = size; left > 0; left--) {
        list.add(unpackValue(unpacker, depth - 1));
      }
      return list;
    }

    private static @Nullable Object unpackValue(MessageUnpacker unpacker, int depth)
        throws IOException {
      if (depth < 0) {
        throw new IOException("nested deeper than " + MAX_DEPTH);
      }
      MessageFormat format = unpacker.getNextFormat();
      return switch (format.getValueType()) {
        case STRING -> unpacker.unpackString();
        case INTEGER -> unpackInteger(unpacker, format);
        case FLOAT -> unpacker.unpackDouble();
        case BOOLEAN -> unpacker.unpackBoolean();
        case NIL -> {
          unpacker.unpackNil();
          yield null;
        }
        case MAP -> unpackMap(unpacker, depth);
        case ARRAY -> unpackList(unpacker, depth);
        case BINARY, EXTENSION ->
            throw new IOException("a map of names to values has no place for " + format);
      };
    }

    /** The smallest of Integer, Long and BigInteger that the format can hold, as Jackson does. */
    private static Number unpackInteger(MessageUnpacker unpacker, MessageFormat format)
        throws IOException {
      return switch (format) {
        case UINT64 -> unpacker.unpackBigInteger();
        case UINT32, INT64 -> unpacker.unpackLong();
        default -> unpacker.unpackInt();
      };
    }
  }
}
