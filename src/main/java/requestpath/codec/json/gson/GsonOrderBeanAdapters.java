package requestpath.codec.json.gson;

import static requestpath.codec.json.gson.GsonFields.readLines;
import static requestpath.codec.json.gson.GsonFields.text;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import requestpath.payload.AddressBean;
import requestpath.payload.OrderBean;
import requestpath.payload.OrderLineBean;

/** {@link OrderBean} and what it holds, written and read by hand for Gson. */
final class GsonOrderBeanAdapters {
  private GsonOrderBeanAdapters() {}

  static final class OfOrder extends TypeAdapter<OrderBean> {
    private final TypeAdapter<AddressBean> addresses = new OfAddress().nullSafe();
    private final TypeAdapter<OrderLineBean> orderLines = new OfLine().nullSafe();

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

  static final class OfAddress extends TypeAdapter<AddressBean> {
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

  static final class OfLine extends TypeAdapter<OrderLineBean> {
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
