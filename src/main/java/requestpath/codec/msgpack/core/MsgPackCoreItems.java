package requestpath.codec.msgpack.core;

import static requestpath.codec.msgpack.core.MsgPackCoreFields.packText;
import static requestpath.codec.msgpack.core.MsgPackCoreFields.skip;
import static requestpath.codec.msgpack.core.MsgPackCoreFields.unpackText;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;

/** {@link Item} and its bean through msgpack-core. */
final class MsgPackCoreItems {
  private MsgPackCoreItems() {}

  static final class OfRecord implements MsgPackCoreTemplate<Item> {
    @Override
    public void pack(MessagePacker packer, Item item) throws IOException {
      packer.packMapHeader(6).packString("id").packInt(item.id()).packString("name");
      packText(packer, item.name());
      packer.packString("description");
      packText(packer, item.description());
      packer.packString("type");
      packText(packer, item.type());
      packer
          .packString("count")
          .packInt(item.count())
          .packString("created_at")
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
      packer.packMapHeader(6).packString("id").packInt(item.getId()).packString("name");
      packText(packer, item.getName());
      packer.packString("description");
      packText(packer, item.getDescription());
      packer.packString("type");
      packText(packer, item.getType());
      packer
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
