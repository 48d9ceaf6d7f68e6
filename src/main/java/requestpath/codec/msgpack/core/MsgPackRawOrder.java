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

/** Orders, their addresses and lines through msgpack-core, names as raw bytes. */
final class MsgPackRawOrder {
  private MsgPackRawOrder() {}

  static final class OfOrder implements MsgPackCoreTemplate<Order> {
    private static final int ID = 0;
    private static final int CUSTOMER = 1;
    private static final int ADDRESS = 2;
    private static final int LINES = 3;
    private static final int TOTAL = 4;
    private static final int PAID = 5;
    private static final int NOTE = 6;

    private final MsgPackRawNames names =
        new MsgPackRawNames(List.of("id", "customer", "address", "lines", "total", "paid", "note"));
    private final OfAddress addresses = new OfAddress();
    private final OfLine orderLines = new OfLine();

    @Override
    public void pack(MessagePacker packer, Order order) throws IOException {
      packer.packMapHeader(7);
      names.pack(packer, ID).packLong(order.id());
      names.pack(packer, CUSTOMER);
      packText(packer, order.customer());
      names.pack(packer, ADDRESS);
      packNullable(packer, order.address(), addresses);
      names.pack(packer, LINES);
      packList(packer, order.lines(), orderLines);
      names.pack(packer, TOTAL).packDouble(order.total());
      names.pack(packer, PAID).packBoolean(order.paid());
      names.pack(packer, NOTE);
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
      int field = MsgPackRawNames.UNKNOWN;
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        field = names.next(unpacker, field);
        switch (field) {
          case ID -> id = unpacker.unpackLong();
          case CUSTOMER -> customer = unpackText(unpacker);
          case ADDRESS -> address = unpackNullable(unpacker, addresses);
          case LINES -> lines = unpackList(unpacker, orderLines);
          case TOTAL -> total = unpacker.unpackDouble();
          case PAID -> paid = unpacker.unpackBoolean();
          case NOTE -> note = unpackText(unpacker);
          default -> skip(unpacker);
        }
      }
      return new Order(id, customer, address, lines, total, paid, note);
    }
  }

  private static final class OfAddress implements MsgPackCoreTemplate<Address> {
    private static final int STREET = 0;
    private static final int CITY = 1;
    private static final int POSTCODE = 2;
    private static final int COUNTRY = 3;

    private final MsgPackRawNames names =
        new MsgPackRawNames(List.of("street", "city", "postcode", "country"));

    @Override
    public void pack(MessagePacker packer, Address address) throws IOException {
      packer.packMapHeader(4);
      names.pack(packer, STREET);
      packText(packer, address.street());
      names.pack(packer, CITY);
      packText(packer, address.city());
      names.pack(packer, POSTCODE);
      packText(packer, address.postcode());
      names.pack(packer, COUNTRY);
      packText(packer, address.country());
    }

    @Override
    public Address unpack(MessageUnpacker unpacker) throws IOException {
      @Nullable String street = null;
      @Nullable String city = null;
      @Nullable String postcode = null;
      @Nullable String country = null;
      int field = MsgPackRawNames.UNKNOWN;
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        field = names.next(unpacker, field);
        switch (field) {
          case STREET -> street = unpackText(unpacker);
          case CITY -> city = unpackText(unpacker);
          case POSTCODE -> postcode = unpackText(unpacker);
          case COUNTRY -> country = unpackText(unpacker);
          default -> skip(unpacker);
        }
      }
      return new Address(street, city, postcode, country);
    }
  }

  private static final class OfLine implements MsgPackCoreTemplate<OrderLine> {
    private static final int ARTICLE = 0;
    private static final int QUANTITY = 1;
    private static final int PRICE = 2;

    private final MsgPackRawNames names =
        new MsgPackRawNames(List.of("article", "quantity", "price"));

    @Override
    public void pack(MessagePacker packer, OrderLine line) throws IOException {
      packer.packMapHeader(3);
      names.pack(packer, ARTICLE);
      packText(packer, line.article());
      names.pack(packer, QUANTITY).packInt(line.quantity());
      names.pack(packer, PRICE).packDouble(line.price());
    }

    @Override
    public OrderLine unpack(MessageUnpacker unpacker) throws IOException {
      @Nullable String article = null;
      int quantity = 0;
      double price = 0;
      int field = MsgPackRawNames.UNKNOWN;
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        field = names.next(unpacker, field);
        switch (field) {
          case ARTICLE -> article = unpackText(unpacker);
          case QUANTITY -> quantity = unpacker.unpackInt();
          case PRICE -> price = unpacker.unpackDouble();
          default -> skip(unpacker);
        }
      }
      return new OrderLine(article, quantity, price);
    }
  }

  static final class OfOrderBean implements MsgPackCoreTemplate<OrderBean> {
    private static final int ID = 0;
    private static final int CUSTOMER = 1;
    private static final int ADDRESS = 2;
    private static final int LINES = 3;
    private static final int TOTAL = 4;
    private static final int PAID = 5;
    private static final int NOTE = 6;

    private final MsgPackRawNames names =
        new MsgPackRawNames(List.of("id", "customer", "address", "lines", "total", "paid", "note"));
    private final OfAddressBean addresses = new OfAddressBean();
    private final OfLineBean orderLines = new OfLineBean();

    @Override
    public void pack(MessagePacker packer, OrderBean order) throws IOException {
      packer.packMapHeader(7);
      names.pack(packer, ID).packLong(order.getId());
      names.pack(packer, CUSTOMER);
      packText(packer, order.getCustomer());
      names.pack(packer, ADDRESS);
      packNullable(packer, order.getAddress(), addresses);
      names.pack(packer, LINES);
      packList(packer, order.getLines(), orderLines);
      names.pack(packer, TOTAL).packDouble(order.getTotal());
      names.pack(packer, PAID).packBoolean(order.isPaid());
      names.pack(packer, NOTE);
      packText(packer, order.getNote());
    }

    @Override
    public OrderBean unpack(MessageUnpacker unpacker) throws IOException {
      OrderBean order = new OrderBean();
      int field = MsgPackRawNames.UNKNOWN;
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        field = names.next(unpacker, field);
        switch (field) {
          case ID -> order.setId(unpacker.unpackLong());
          case CUSTOMER -> order.setCustomer(unpackText(unpacker));
          case ADDRESS -> order.setAddress(unpackNullable(unpacker, addresses));
          case LINES -> order.setLines(unpackList(unpacker, orderLines));
          case TOTAL -> order.setTotal(unpacker.unpackDouble());
          case PAID -> order.setPaid(unpacker.unpackBoolean());
          case NOTE -> order.setNote(unpackText(unpacker));
          default -> skip(unpacker);
        }
      }
      return order;
    }
  }

  private static final class OfAddressBean implements MsgPackCoreTemplate<AddressBean> {
    private static final int STREET = 0;
    private static final int CITY = 1;
    private static final int POSTCODE = 2;
    private static final int COUNTRY = 3;

    private final MsgPackRawNames names =
        new MsgPackRawNames(List.of("street", "city", "postcode", "country"));

    @Override
    public void pack(MessagePacker packer, AddressBean address) throws IOException {
      packer.packMapHeader(4);
      names.pack(packer, STREET);
      packText(packer, address.getStreet());
      names.pack(packer, CITY);
      packText(packer, address.getCity());
      names.pack(packer, POSTCODE);
      packText(packer, address.getPostcode());
      names.pack(packer, COUNTRY);
      packText(packer, address.getCountry());
    }

    @Override
    public AddressBean unpack(MessageUnpacker unpacker) throws IOException {
      AddressBean address = new AddressBean();
      int field = MsgPackRawNames.UNKNOWN;
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        field = names.next(unpacker, field);
        switch (field) {
          case STREET -> address.setStreet(unpackText(unpacker));
          case CITY -> address.setCity(unpackText(unpacker));
          case POSTCODE -> address.setPostcode(unpackText(unpacker));
          case COUNTRY -> address.setCountry(unpackText(unpacker));
          default -> skip(unpacker);
        }
      }
      return address;
    }
  }

  private static final class OfLineBean implements MsgPackCoreTemplate<OrderLineBean> {
    private static final int ARTICLE = 0;
    private static final int QUANTITY = 1;
    private static final int PRICE = 2;

    private final MsgPackRawNames names =
        new MsgPackRawNames(List.of("article", "quantity", "price"));

    @Override
    public void pack(MessagePacker packer, OrderLineBean line) throws IOException {
      packer.packMapHeader(3);
      names.pack(packer, ARTICLE);
      packText(packer, line.getArticle());
      names.pack(packer, QUANTITY).packInt(line.getQuantity());
      names.pack(packer, PRICE).packDouble(line.getPrice());
    }

    @Override
    public OrderLineBean unpack(MessageUnpacker unpacker) throws IOException {
      OrderLineBean line = new OrderLineBean();
      int field = MsgPackRawNames.UNKNOWN;
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        field = names.next(unpacker, field);
        switch (field) {
          case ARTICLE -> line.setArticle(unpackText(unpacker));
          case QUANTITY -> line.setQuantity(unpacker.unpackInt());
          case PRICE -> line.setPrice(unpacker.unpackDouble());
          default -> skip(unpacker);
        }
      }
      return line;
    }
  }
}
