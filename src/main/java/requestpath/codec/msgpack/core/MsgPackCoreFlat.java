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
import requestpath.payload.Numbers;
import requestpath.payload.NumbersBean;

/** Objects of texts and numbers through msgpack-core. */
final class MsgPackCoreFlat {
  private MsgPackCoreFlat() {}

  static final class OfItem implements MsgPackCoreTemplate<Item> {
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

  static final class OfItemBean implements MsgPackCoreTemplate<ItemBean> {
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

  static final class OfNumbers implements MsgPackCoreTemplate<Numbers> {
    @Override
    public void pack(MessagePacker packer, Numbers numbers) throws IOException {
      packer
          .packMapHeader(6)
          .packString("id")
          .packInt(numbers.id())
          .packString("counter")
          .packLong(numbers.counter())
          .packString("offset")
          .packLong(numbers.offset())
          .packString("amount")
          .packDouble(numbers.amount())
          .packString("ratio")
          .packDouble(numbers.ratio())
          .packString("factor")
          .packDouble(numbers.factor());
    }

    @Override
    public Numbers unpack(MessageUnpacker unpacker) throws IOException {
      int id = 0;
      long counter = 0;
      long offset = 0;
      double amount = 0;
      double ratio = 0;
      double factor = 0;
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        switch (unpacker.unpackString()) {
          case "id" -> id = unpacker.unpackInt();
          case "counter" -> counter = unpacker.unpackLong();
          case "offset" -> offset = unpacker.unpackLong();
          case "amount" -> amount = unpacker.unpackDouble();
          case "ratio" -> ratio = unpacker.unpackDouble();
          case "factor" -> factor = unpacker.unpackDouble();
          default -> skip(unpacker);
        }
      }
      return new Numbers(id, counter, offset, amount, ratio, factor);
    }
  }

  static final class OfNumbersBean implements MsgPackCoreTemplate<NumbersBean> {
    @Override
    public void pack(MessagePacker packer, NumbersBean numbers) throws IOException {
      packer
          .packMapHeader(6)
          .packString("id")
          .packInt(numbers.getId())
          .packString("counter")
          .packLong(numbers.getCounter())
          .packString("offset")
          .packLong(numbers.getOffset())
          .packString("amount")
          .packDouble(numbers.getAmount())
          .packString("ratio")
          .packDouble(numbers.getRatio())
          .packString("factor")
          .packDouble(numbers.getFactor());
    }

    @Override
    public NumbersBean unpack(MessageUnpacker unpacker) throws IOException {
      NumbersBean numbers = new NumbersBean();
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        switch (unpacker.unpackString()) {
          case "id" -> numbers.setId(unpacker.unpackInt());
          case "counter" -> numbers.setCounter(unpacker.unpackLong());
          case "offset" -> numbers.setOffset(unpacker.unpackLong());
          case "amount" -> numbers.setAmount(unpacker.unpackDouble());
          case "ratio" -> numbers.setRatio(unpacker.unpackDouble());
          case "factor" -> numbers.setFactor(unpacker.unpackDouble());
          default -> skip(unpacker);
        }
      }
      return numbers;
    }
  }
}
