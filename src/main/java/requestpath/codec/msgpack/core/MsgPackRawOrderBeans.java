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
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;
import requestpath.payload.AddressBean;
import requestpath.payload.OrderBean;
import requestpath.payload.OrderLineBean;

/** {@link OrderBean} and what it holds through msgpack-core, names as raw bytes. */
final class MsgPackRawOrderBeans {
  private MsgPackRawOrderBeans() {}

  static final class OfOrder implements MsgPackCoreTemplate<OrderBean> {
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

  private static final class OfAddress implements MsgPackCoreTemplate<AddressBean> {
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

  private static final class OfLine implements MsgPackCoreTemplate<OrderLineBean> {
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
