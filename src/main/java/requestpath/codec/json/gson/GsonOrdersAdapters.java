package requestpath.codec.json.gson;

import static requestpath.codec.json.gson.GsonAdapters.readLines;
import static requestpath.codec.json.gson.GsonAdapters.text;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import requestpath.payload.Address;
import requestpath.payload.AddressBean;
import requestpath.payload.Order;
import requestpath.payload.OrderBean;
import requestpath.payload.OrderLine;
import requestpath.payload.OrderLineBean;

/** Orders, their addresses and lines, written and read by hand for Gson. */
final class GsonOrdersAdapters {
  private GsonOrdersAdapters() {}

  static final class OfOrder extends TypeAdapter<Order> {
    private final TypeAdapter<Address> addresses = new OfAddress().nullSafe();
    private final TypeAdapter<OrderLine> orderLines = new OfLine().nullSafe();

    @Override
    public void write(JsonWriter out, Order order) throws IOException {
      out.beginObject();
      out.name("id").value(order.id());
      out.name("customer").value(order.customer());
      out.name("address");
      addresses.write(out, order.address());
      out.name("lines").beginArray();
      for (OrderLine line : order.lines()) {
        orderLines.write(out, line);
      }
      out.endArray();
      out.name("total").value(order.total());
      out.name("paid").value(order.paid());
      out.name("note").value(order.note());
      out.endObject();
    }

    @Override
    public Order read(JsonReader in) throws IOException {
      long id = 0;
      @Nullable String customer = null;
      @Nullable Address address = null;
      List<OrderLine> lines = List.of();
      double total = 0;
      boolean paid = false;
      @Nullable String note = null;
      in.beginObject();
      while (in.hasNext()) {
        switch (in.nextName()) {
          case "id" -> id = in.nextLong();
          case "customer" -> customer = text(in);
          case "address" -> address = addresses.read(in);
          case "lines" -> lines = readLines(in, orderLines);
          case "total" -> total = in.nextDouble();
          case "paid" -> paid = in.nextBoolean();
          case "note" -> note = text(in);
          default -> in.skipValue();
        }
      }
      in.endObject();
      return new Order(id, customer, address, lines, total, paid, note);
    }
  }

  static final class OfAddress extends TypeAdapter<Address> {
    @Override
    public void write(JsonWriter out, Address address) throws IOException {
      out.beginObject();
      out.name("street").value(address.street());
      out.name("city").value(address.city());
      out.name("postcode").value(address.postcode());
      out.name("country").value(address.country());
      out.endObject();
    }

    @Override
    public Address read(JsonReader in) throws IOException {
      @Nullable String street = null;
      @Nullable String city = null;
      @Nullable String postcode = null;
      @Nullable String country = null;
      in.beginObject();
      while (in.hasNext()) {
        switch (in.nextName()) {
          case "street" -> street = text(in);
          case "city" -> city = text(in);
          case "postcode" -> postcode = text(in);
          case "country" -> country = text(in);
          default -> in.skipValue();
        }
      }
      in.endObject();
      return new Address(street, city, postcode, country);
    }
  }

  static final class OfLine extends TypeAdapter<OrderLine> {
    @Override
    public void write(JsonWriter out, OrderLine line) throws IOException {
      out.beginObject();
      out.name("article").value(line.article());
      out.name("quantity").value(line.quantity());
      out.name("price").value(line.price());
      out.endObject();
    }

    @Override
    public OrderLine read(JsonReader in) throws IOException {
      @Nullable String article = null;
      int quantity = 0;
      double price = 0;
      in.beginObject();
      while (in.hasNext()) {
        switch (in.nextName()) {
          case "article" -> article = text(in);
          case "quantity" -> quantity = in.nextInt();
          case "price" -> price = in.nextDouble();
          default -> in.skipValue();
        }
      }
      in.endObject();
      return new OrderLine(article, quantity, price);
    }
  }

  static final class OfOrderBean extends TypeAdapter<OrderBean> {
    private final TypeAdapter<AddressBean> addresses = new OfAddressBean().nullSafe();
    private final TypeAdapter<OrderLineBean> orderLines = new OfLineBean().nullSafe();

    @Override
    public void write(JsonWriter out, OrderBean order) throws IOException {
      out.beginObject();
      out.name("id").value(order.getId());
      out.name("customer").value(order.getCustomer());
      out.name("address");
      addresses.write(out, order.getAddress());
      out.name("lines").beginArray();
      for (OrderLineBean line : order.getLines()) {
        orderLines.write(out, line);
      }
      out.endArray();
      out.name("total").value(order.getTotal());
      out.name("paid").value(order.isPaid());
      out.name("note").value(order.getNote());
      out.endObject();
    }

    @Override
    public OrderBean read(JsonReader in) throws IOException {
      OrderBean order = new OrderBean();
      in.beginObject();
      while (in.hasNext()) {
        switch (in.nextName()) {
          case "id" -> order.setId(in.nextLong());
          case "customer" -> order.setCustomer(text(in));
          case "address" -> order.setAddress(addresses.read(in));
          case "lines" -> order.setLines(readLines(in, orderLines));
          case "total" -> order.setTotal(in.nextDouble());
          case "paid" -> order.setPaid(in.nextBoolean());
          case "note" -> order.setNote(text(in));
          default -> in.skipValue();
        }
      }
      in.endObject();
      return order;
    }
  }

  static final class OfAddressBean extends TypeAdapter<AddressBean> {
    @Override
    public void write(JsonWriter out, AddressBean address) throws IOException {
      out.beginObject();
      out.name("street").value(address.getStreet());
      out.name("city").value(address.getCity());
      out.name("postcode").value(address.getPostcode());
      out.name("country").value(address.getCountry());
      out.endObject();
    }

    @Override
    public AddressBean read(JsonReader in) throws IOException {
      AddressBean address = new AddressBean();
      in.beginObject();
      while (in.hasNext()) {
        switch (in.nextName()) {
          case "street" -> address.setStreet(text(in));
          case "city" -> address.setCity(text(in));
          case "postcode" -> address.setPostcode(text(in));
          case "country" -> address.setCountry(text(in));
          default -> in.skipValue();
        }
      }
      in.endObject();
      return address;
    }
  }

  static final class OfLineBean extends TypeAdapter<OrderLineBean> {
    @Override
    public void write(JsonWriter out, OrderLineBean line) throws IOException {
      out.beginObject();
      out.name("article").value(line.getArticle());
      out.name("quantity").value(line.getQuantity());
      out.name("price").value(line.getPrice());
      out.endObject();
    }

    @Override
    public OrderLineBean read(JsonReader in) throws IOException {
      OrderLineBean line = new OrderLineBean();
      in.beginObject();
      while (in.hasNext()) {
        switch (in.nextName()) {
          case "article" -> line.setArticle(text(in));
          case "quantity" -> line.setQuantity(in.nextInt());
          case "price" -> line.setPrice(in.nextDouble());
          default -> in.skipValue();
        }
      }
      in.endObject();
      return line;
    }
  }
}
