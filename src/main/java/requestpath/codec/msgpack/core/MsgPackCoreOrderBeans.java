package requestpath.codec.msgpack.core;

import static requestpath.codec.msgpack.core.MsgPackCoreFields.packList;
import static requestpath.codec.msgpack.core.MsgPackCoreFields.packNullable;
import static requestpath.codec.msgpack.core.MsgPackCoreFields.packText;
import static requestpath.codec.msgpack.core.MsgPackCoreFields.skip;
import static requestpath.codec.msgpack.core.MsgPackCoreFields.unpackList;
import static requestpath.codec.msgpack.core.MsgPackCoreFields.unpackNullable;
import static requestpath.codec.msgpack.core.MsgPackCoreFields.unpackText;

import java.io.IOException;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;
import requestpath.payload.AddressBean;
import requestpath.payload.OrderBean;
import requestpath.payload.OrderLineBean;

/** {@link OrderBean} and what it holds through msgpack-core. */
final class MsgPackCoreOrderBeans {
  private MsgPackCoreOrderBeans() {}

  static final class OfOrder implements MsgPackCoreTemplate<OrderBean> {
    private final OfAddress addresses = new OfAddress();
    private final OfLine orderLines = new OfLine();

    @Override
    public void pack(MessagePacker packer, OrderBean order) throws IOException {
      packer.packMapHeader(7).packString("id").packLong(order.getId()).packString("customer");
      packText(packer, order.getCustomer());
      packer.packString("address");
      packNullable(packer, order.getAddress(), addresses);
      packer.packString("lines");
      packList(packer, order.getLines(), orderLines);
      packer
          .packString("total")
          .packDouble(order.getTotal())
          .packString("paid")
          .packBoolean(order.isPaid())
          .packString("note");
      packText(packer, order.getNote());
    }

    @Override
    public OrderBean unpack(MessageUnpacker unpacker) throws IOException {
      OrderBean order = new OrderBean();
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        switch (unpacker.unpackString()) {
          case "id" -> order.setId(unpacker.unpackLong());
          case "customer" -> order.setCustomer(unpackText(unpacker));
          case "address" -> order.setAddress(unpackNullable(unpacker, addresses));
          case "lines" -> order.setLines(unpackList(unpacker, orderLines));
          case "total" -> order.setTotal(unpacker.unpackDouble());
          case "paid" -> order.setPaid(unpacker.unpackBoolean());
          case "note" -> order.setNote(unpackText(unpacker));
          default -> skip(unpacker);
        }
      }
      return order;
    }
  }

  private static final class OfAddress implements MsgPackCoreTemplate<AddressBean> {
    @Override
    public void pack(MessagePacker packer, AddressBean address) throws IOException {
      packer.packMapHeader(4).packString("street");
      packText(packer, address.getStreet());
      packer.packString("city");
      packText(packer, address.getCity());
      packer.packString("postcode");
      packText(packer, address.getPostcode());
      packer.packString("country");
      packText(packer, address.getCountry());
    }

    @Override
    public AddressBean unpack(MessageUnpacker unpacker) throws IOException {
      AddressBean address = new AddressBean();
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        switch (unpacker.unpackString()) {
          case "street" -> address.setStreet(unpackText(unpacker));
          case "city" -> address.setCity(unpackText(unpacker));
          case "postcode" -> address.setPostcode(unpackText(unpacker));
          case "country" -> address.setCountry(unpackText(unpacker));
          default -> skip(unpacker);
        }
      }
      return address;
    }
  }

  private static final class OfLine implements MsgPackCoreTemplate<OrderLineBean> {
    @Override
    public void pack(MessagePacker packer, OrderLineBean line) throws IOException {
      packer.packMapHeader(3).packString("article");
      packText(packer, line.getArticle());
      packer
          .packString("quantity")
          .packInt(line.getQuantity())
          .packString("price")
          .packDouble(line.getPrice());
    }

    @Override
    public OrderLineBean unpack(MessageUnpacker unpacker) throws IOException {
      OrderLineBean line = new OrderLineBean();
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        switch (unpacker.unpackString()) {
          case "article" -> line.setArticle(unpackText(unpacker));
          case "quantity" -> line.setQuantity(unpacker.unpackInt());
          case "price" -> line.setPrice(unpacker.unpackDouble());
          default -> skip(unpacker);
        }
      }
      return line;
    }
  }
}
