package requestpath.codec.msgpack.core;

import static requestpath.codec.msgpack.core.MsgPackCoreFields.packText;
import static requestpath.codec.msgpack.core.MsgPackCoreFields.skip;
import static requestpath.codec.msgpack.core.MsgPackCoreFields.unpackText;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;

/** {@link Item} and its bean through msgpack-core, names as raw bytes. */
final class MsgPackRawItems {
  private static final int ID = 0;
  private static final int NAME = 1;
  private static final int DESCRIPTION = 2;
  private static final int TYPE = 3;
  private static final int COUNT = 4;
  private static final int CREATED_AT = 5;

  private static final List<String> NAMES =
      List.of("id", "name", "description", "type", "count", "created_at");

  private MsgPackRawItems() {}

  static final class OfRecord implements MsgPackCoreTemplate<Item> {
    private final MsgPackRawNames names = new MsgPackRawNames(NAMES);

    @Override
    public void pack(MessagePacker packer, Item item) throws IOException {
      packer.packMapHeader(6);
      names.pack(packer, ID).packInt(item.id());
      names.pack(packer, NAME);
      packText(packer, item.name());
      names.pack(packer, DESCRIPTION);
      packText(packer, item.description());
      names.pack(packer, TYPE);
      packText(packer, item.type());
      names.pack(packer, COUNT).packInt(item.count());
      names.pack(packer, CREATED_AT).packDouble(item.created_at());
    }

    @Override
    public Item unpack(MessageUnpacker unpacker) throws IOException {
      int id = 0;
      @Nullable String name = null;
      @Nullable String description = null;
      @Nullable String type = null;
      int count = 0;
      double created_at = 0;
      int field = MsgPackRawNames.UNKNOWN;
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        field = names.next(unpacker, field);
        switch (field) {
          case ID -> id = unpacker.unpackInt();
          case NAME -> name = unpackText(unpacker);
          case DESCRIPTION -> description = unpackText(unpacker);
          case TYPE -> type = unpackText(unpacker);
          case COUNT -> count = unpacker.unpackInt();
          case CREATED_AT -> created_at = unpacker.unpackDouble();
          default -> skip(unpacker);
        }
      }
      return new Item(id, name, description, type, count, created_at);
    }
  }

  static final class OfBean implements MsgPackCoreTemplate<ItemBean> {
    private final MsgPackRawNames names = new MsgPackRawNames(NAMES);

    @Override
    public void pack(MessagePacker packer, ItemBean item) throws IOException {
      packer.packMapHeader(6);
      names.pack(packer, ID).packInt(item.getId());
      names.pack(packer, NAME);
      packText(packer, item.getName());
      names.pack(packer, DESCRIPTION);
      packText(packer, item.getDescription());
      names.pack(packer, TYPE);
      packText(packer, item.getType());
      names.pack(packer, COUNT).packInt(item.getCount());
      names.pack(packer, CREATED_AT).packDouble(item.getCreated_at());
    }

    @Override
    public ItemBean unpack(MessageUnpacker unpacker) throws IOException {
      ItemBean item = new ItemBean();
      int field = MsgPackRawNames.UNKNOWN;
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        field = names.next(unpacker, field);
        switch (field) {
          case ID -> item.setId(unpacker.unpackInt());
          case NAME -> item.setName(unpackText(unpacker));
          case DESCRIPTION -> item.setDescription(unpackText(unpacker));
          case TYPE -> item.setType(unpackText(unpacker));
          case COUNT -> item.setCount(unpacker.unpackInt());
          case CREATED_AT -> item.setCreated_at(unpacker.unpackDouble());
          default -> skip(unpacker);
        }
      }
      return item;
    }
  }
}
