package requestpath.msgpack;

import static requestpath.msgpack.MsgPackCoreFields.encodedName;
import static requestpath.msgpack.MsgPackCoreFields.packText;
import static requestpath.msgpack.MsgPackCoreFields.skip;
import static requestpath.msgpack.MsgPackCoreFields.unpackText;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;

/** {@link Item} and its bean through msgpack-core. */
final class MsgPackCoreItems {
  private static final byte[] ID = encodedName("id");
  private static final byte[] NAME = encodedName("name");
  private static final byte[] DESCRIPTION = encodedName("description");
  private static final byte[] TYPE = encodedName("type");
  private static final byte[] COUNT = encodedName("count");
  private static final byte[] CREATED_AT = encodedName("created_at");

  private MsgPackCoreItems() {}

  static final class OfRecord implements MsgPackCoreTemplate<Item> {
    @Override
    public void pack(MessagePacker packer, Item item) throws IOException {
      packer.packMapHeader(6).writePayload(ID).packInt(item.id()).writePayload(NAME);
      packText(packer, item.name());
      packer.writePayload(DESCRIPTION);
      packText(packer, item.description());
      packer.writePayload(TYPE);
      packText(packer, item.type());
      packer
          .writePayload(COUNT)
          .packInt(item.count())
          .writePayload(CREATED_AT)
          .packDouble(item.created_at());
    }

    @Override
    public Item unpack(MessageUnpacker unpacker) throws IOException {
      int id = 0;
      @Nullable String name = null;
      @Nullable String description = null;
      @Nullable String type = null;
      int count = 0;
      double created_at = 0;
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        switch (unpacker.unpackString()) {
          case "id" -> id = unpacker.unpackInt();
          case "name" -> name = unpackText(unpacker);
          case "description" -> description = unpackText(unpacker);
          case "type" -> type = unpackText(unpacker);
          case "count" -> count = unpacker.unpackInt();
          case "created_at" -> created_at = unpacker.unpackDouble();
          default -> skip(unpacker);
        }
      }
      return new Item(id, name, description, type, count, created_at);
    }
  }

  static final class OfBean implements MsgPackCoreTemplate<ItemBean> {
    @Override
    public void pack(MessagePacker packer, ItemBean item) throws IOException {
      packer.packMapHeader(6).writePayload(ID).packInt(item.getId()).writePayload(NAME);
      packText(packer, item.getName());
      packer.writePayload(DESCRIPTION);
      packText(packer, item.getDescription());
      packer.writePayload(TYPE);
      packText(packer, item.getType());
      packer
          .writePayload(COUNT)
          .packInt(item.getCount())
          .writePayload(CREATED_AT)
          .packDouble(item.getCreated_at());
    }

    @Override
    public ItemBean unpack(MessageUnpacker unpacker) throws IOException {
      ItemBean item = new ItemBean();
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        switch (unpacker.unpackString()) {
          case "id" -> item.setId(unpacker.unpackInt());
          case "name" -> item.setName(unpackText(unpacker));
          case "description" -> item.setDescription(unpackText(unpacker));
          case "type" -> item.setType(unpackText(unpacker));
          case "count" -> item.setCount(unpacker.unpackInt());
          case "created_at" -> item.setCreated_at(unpacker.unpackDouble());
          default -> skip(unpacker);
        }
      }
      return item;
    }
  }
}
