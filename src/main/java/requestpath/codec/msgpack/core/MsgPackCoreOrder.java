package requestpath.codec.msgpack.core;

import static requestpath.codec.msgpack.core.MsgPackCoreFields.packList;
import static requestpath.codec.msgpack.core.MsgPackCoreFields.packNullable;
import static requestpath.codec.msgpack.core.MsgPackCoreFields.packText;
import static requestpath.codec.msgpack.core.MsgPackCoreFields.skip;
import static requestpath.codec.msgpack.core.MsgPackCoreFields.unpackList;
import static requestpath.codec.msgpack.core.MsgPackCoreFields.unpackNullable;
import static requestpath.codec.msgpack.core.MsgPackCoreFields.unpackText;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;
import requestpath.payload.Address;
import requestpath.payload.AddressBean;
import requestpath.payload.Order;
import requestpath.payload.OrderBean;
import requestpath.payload.OrderLine;
import requestpath.payload.OrderLineBean;

/** Orders, their addresses and lines through msgpack-core. */
final class MsgPackCoreOrder {
  private MsgPackCoreOrder() {}

  static final class OfOrder implements MsgPackCoreTemplate<Order> {
    private final OfAddress addresses = new OfAddress();
    private final OfLine orderLines = new OfLine();

    @Override
    public void pack(MessagePacker packer, Order order) throws IOException {
      packer.packMapHeader(7).packString("id").packLong(order.id()).packString("customer");
      packText(packer, order.customer());
      packer.packString("address");
      packNullable(packer, order.address(), addresses);
      packer.packString("lines");
      packList(packer, order.lines(), orderLines);
      packer
          .packString("total")
          .packDouble(order.total())
          .packString("paid")
          .packBoolean(order.paid())
          .packString("note");
      packText(packer, order.note());
    }

    @Override
    public Order unpack(MessageUnpacker unpacker) throws IOException {
      long id = 0;
      @Nullable String customer = null;
      @Nullable Address address = null;
      List<OrderLine> lines = List.of();
      double total = 0;
      boolean paid = false;
      @Nullable String note = null;
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        switch (unpacker.unpackString()) {
          case "id" -> id = unpacker.unpackLong();
          case "customer" -> customer = unpackText(unpacker);
          case "address" -> address = unpackNullable(unpacker, addresses);
          case "lines" -> lines = unpackList(unpacker, orderLines);
          case "total" -> total = unpacker.unpackDouble();
          case "paid" -> paid = unpacker.unpackBoolean();
          case "note" -> note = unpackText(unpacker);
          default -> skip(unpacker);
        }
      }
      return new Order(id, customer, address, lines, total, paid, note);
    }
  }

  private static final class OfAddress implements MsgPackCoreTemplate<Address> {
    @Override
    public void pack(MessagePacker packer, Address address) throws IOException {
      packer.packMapHeader(4).packString("street");
      packText(packer, address.street());
      packer.packString("city");
      packText(packer, address.city());
      packer.packString("postcode");
      packText(packer, address.postcode());
      packer.packString("country");
      packText(packer, address.country());
    }

    @Override
    public Address unpack(MessageUnpacker unpacker) throws IOException {
      @Nullable String street = null;
      @Nullable String city = null;
      @Nullable String postcode = null;
      @Nullable String country = null;
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        switch (unpacker.unpackString()) {
          case "street" -> street = unpackText(unpacker);
          case "city" -> city = unpackText(unpacker);
          case "postcode" -> postcode = unpackText(unpacker);
          case "country" -> country = unpackText(unpacker);
          default -> skip(unpacker);
        }
      }
      return new Address(street, city, postcode, country);
    }
  }

  private static final class OfLine implements MsgPackCoreTemplate<OrderLine> {
    @Override
    public void pack(MessagePacker packer, OrderLine line) throws IOException {
      packer.packMapHeader(3).packString("article");
      packText(packer, line.article());
      packer
          .packString("quantity")
          .packInt(line.quantity())
          .packString("price")
          .packDouble(line.price());
    }

    @Override
    public OrderLine unpack(MessageUnpacker unpacker) throws IOException {
      @Nullable String article = null;
      int quantity = 0;
      double price = 0;
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        switch (unpacker.unpackString()) {
          case "article" -> article = unpackText(unpacker);
          case "quantity" -> quantity = unpacker.unpackInt();
          case "price" -> price = unpacker.unpackDouble();
          default -> skip(unpacker);
        }
      }
      return new OrderLine(article, quantity, price);
    }
  }

  static final class OfOrderBean implements MsgPackCoreTemplate<OrderBean> {
    private final OfAddressBean addresses = new OfAddressBean();
    private final OfLineBean orderLines = new OfLineBean();

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

  private static final class OfAddressBean implements MsgPackCoreTemplate<AddressBean> {
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

  private static final class OfLineBean implements MsgPackCoreTemplate<OrderLineBean> {
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
