package requestpath.codec.json.jackson2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import requestpath.codec.json.jackson2.Jackson2StreamingCodec.Template;
import requestpath.payload.AddressBean;
import requestpath.payload.ItemBean;
import requestpath.payload.NumbersBean;
import requestpath.payload.OrderBean;
import requestpath.payload.OrderLineBean;

/** Beans of the payloads through Jackson's generator and parser, field by field. */
final class Jackson2StreamingBeans {
  private static final AddressBeanTemplate ADDRESS = new AddressBeanTemplate();
  private static final OrderLineBeanTemplate LINE = new OrderLineBeanTemplate();
  private static final Map<Class<?>, Template<?>> TEMPLATES =
      Map.of(
          ItemBean.class,
          new ItemBeanTemplate(),
          NumbersBean.class,
          new NumbersBeanTemplate(),
          OrderBean.class,
          new OrderBeanTemplate());

  private Jackson2StreamingBeans() {}

  /** The template of a class; null when nobody wrote one. */
  static @Nullable Template<?> template(Class<?> type) {
    return TEMPLATES.get(type);
  }

  private static final class ItemBeanTemplate implements Template<ItemBean> {
    @Override
    public void write(JsonGenerator generator, ItemBean value) throws IOException {
      generator.writeStartObject();
      Jackson2Streaming.number(generator, Jackson2Streaming.ID, value.getId());
      Jackson2Streaming.text(generator, Jackson2Streaming.NAME, value.getName());
      Jackson2Streaming.text(generator, Jackson2Streaming.DESCRIPTION, value.getDescription());
      Jackson2Streaming.text(generator, Jackson2Streaming.TYPE, value.getType());
      Jackson2Streaming.number(generator, Jackson2Streaming.COUNT, value.getCount());
      Jackson2Streaming.number(generator, Jackson2Streaming.CREATED_AT, value.getCreated_at());
      generator.writeEndObject();
    }

    @Override
    public ItemBean read(JsonParser parser) throws IOException {
      Jackson2Streaming.require(parser, JsonToken.START_OBJECT);
      ItemBean value = new ItemBean();
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        switch (field) {
          case "id" -> value.setId(Jackson2Streaming.nextInt(parser));
          case "name" -> value.setName(Jackson2Streaming.nextText(parser));
          case "description" -> value.setDescription(Jackson2Streaming.nextText(parser));
          case "type" -> value.setType(Jackson2Streaming.nextText(parser));
          case "count" -> value.setCount(Jackson2Streaming.nextInt(parser));
          case "created_at" -> value.setCreated_at(Jackson2Streaming.nextDouble(parser));
          default -> Jackson2Streaming.skip(parser);
        }
      }
      Jackson2Streaming.require(parser, JsonToken.END_OBJECT);
      return value;
    }
  }

  private static final class NumbersBeanTemplate implements Template<NumbersBean> {
    @Override
    public void write(JsonGenerator generator, NumbersBean value) throws IOException {
      generator.writeStartObject();
      Jackson2Streaming.number(generator, Jackson2Streaming.ID, value.getId());
      Jackson2Streaming.number(generator, Jackson2Streaming.COUNTER, value.getCounter());
      Jackson2Streaming.number(generator, Jackson2Streaming.OFFSET, value.getOffset());
      Jackson2Streaming.number(generator, Jackson2Streaming.AMOUNT, value.getAmount());
      Jackson2Streaming.number(generator, Jackson2Streaming.RATIO, value.getRatio());
      Jackson2Streaming.number(generator, Jackson2Streaming.FACTOR, value.getFactor());
      generator.writeEndObject();
    }

    @Override
    public NumbersBean read(JsonParser parser) throws IOException {
      Jackson2Streaming.require(parser, JsonToken.START_OBJECT);
      NumbersBean value = new NumbersBean();
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        switch (field) {
          case "id" -> value.setId(Jackson2Streaming.nextInt(parser));
          case "counter" -> value.setCounter(Jackson2Streaming.nextLong(parser));
          case "offset" -> value.setOffset(Jackson2Streaming.nextLong(parser));
          case "amount" -> value.setAmount(Jackson2Streaming.nextDouble(parser));
          case "ratio" -> value.setRatio(Jackson2Streaming.nextDouble(parser));
          case "factor" -> value.setFactor(Jackson2Streaming.nextDouble(parser));
          default -> Jackson2Streaming.skip(parser);
        }
      }
      Jackson2Streaming.require(parser, JsonToken.END_OBJECT);
      return value;
    }
  }

  private static final class OrderBeanTemplate implements Template<OrderBean> {
    @Override
    public void write(JsonGenerator generator, OrderBean value) throws IOException {
      generator.writeStartObject();
      Jackson2Streaming.number(generator, Jackson2Streaming.ID, value.getId());
      Jackson2Streaming.text(generator, Jackson2Streaming.CUSTOMER, value.getCustomer());
      generator.writeFieldName(Jackson2Streaming.ADDRESS);
      AddressBean address = value.getAddress();
      if (address == null) {
        generator.writeNull();
      } else {
        ADDRESS.write(generator, address);
      }
      generator.writeFieldName(Jackson2Streaming.LINES);
      Jackson2Streaming.writeList(generator, value.getLines(), LINE);
      Jackson2Streaming.number(generator, Jackson2Streaming.TOTAL, value.getTotal());
      Jackson2Streaming.flag(generator, Jackson2Streaming.PAID, value.isPaid());
      Jackson2Streaming.text(generator, Jackson2Streaming.NOTE, value.getNote());
      generator.writeEndObject();
    }

    @Override
    public OrderBean read(JsonParser parser) throws IOException {
      Jackson2Streaming.require(parser, JsonToken.START_OBJECT);
      OrderBean value = new OrderBean();
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        switch (field) {
          case "id" -> value.setId(Jackson2Streaming.nextLong(parser));
          case "customer" -> value.setCustomer(Jackson2Streaming.nextText(parser));
          case "address" ->
              value.setAddress(Jackson2Streaming.nextIsNull(parser) ? null : ADDRESS.read(parser));
          case "lines" ->
              value.setLines(
                  Jackson2Streaming.nextIsNull(parser)
                      ? List.of()
                      : Jackson2Streaming.readList(parser, LINE));
          case "total" -> value.setTotal(Jackson2Streaming.nextDouble(parser));
          case "paid" -> value.setPaid(Jackson2Streaming.nextBoolean(parser));
          case "note" -> value.setNote(Jackson2Streaming.nextText(parser));
          default -> Jackson2Streaming.skip(parser);
        }
      }
      Jackson2Streaming.require(parser, JsonToken.END_OBJECT);
      return value;
    }
  }

  private static final class AddressBeanTemplate implements Template<AddressBean> {
    @Override
    public void write(JsonGenerator generator, AddressBean value) throws IOException {
      generator.writeStartObject();
      Jackson2Streaming.text(generator, Jackson2Streaming.STREET, value.getStreet());
      Jackson2Streaming.text(generator, Jackson2Streaming.CITY, value.getCity());
      Jackson2Streaming.text(generator, Jackson2Streaming.POSTCODE, value.getPostcode());
      Jackson2Streaming.text(generator, Jackson2Streaming.COUNTRY, value.getCountry());
      generator.writeEndObject();
    }

    @Override
    public AddressBean read(JsonParser parser) throws IOException {
      Jackson2Streaming.require(parser, JsonToken.START_OBJECT);
      AddressBean value = new AddressBean();
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        switch (field) {
          case "street" -> value.setStreet(Jackson2Streaming.nextText(parser));
          case "city" -> value.setCity(Jackson2Streaming.nextText(parser));
          case "postcode" -> value.setPostcode(Jackson2Streaming.nextText(parser));
          case "country" -> value.setCountry(Jackson2Streaming.nextText(parser));
          default -> Jackson2Streaming.skip(parser);
        }
      }
      Jackson2Streaming.require(parser, JsonToken.END_OBJECT);
      return value;
    }
  }

  private static final class OrderLineBeanTemplate implements Template<OrderLineBean> {
    @Override
    public void write(JsonGenerator generator, OrderLineBean value) throws IOException {
      generator.writeStartObject();
      Jackson2Streaming.text(generator, Jackson2Streaming.ARTICLE, value.getArticle());
      Jackson2Streaming.number(generator, Jackson2Streaming.QUANTITY, value.getQuantity());
      Jackson2Streaming.number(generator, Jackson2Streaming.PRICE, value.getPrice());
      generator.writeEndObject();
    }

    @Override
    public OrderLineBean read(JsonParser parser) throws IOException {
      Jackson2Streaming.require(parser, JsonToken.START_OBJECT);
      OrderLineBean value = new OrderLineBean();
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        switch (field) {
          case "article" -> value.setArticle(Jackson2Streaming.nextText(parser));
          case "quantity" -> value.setQuantity(Jackson2Streaming.nextInt(parser));
          case "price" -> value.setPrice(Jackson2Streaming.nextDouble(parser));
          default -> Jackson2Streaming.skip(parser);
        }
      }
      Jackson2Streaming.require(parser, JsonToken.END_OBJECT);
      return value;
    }
  }
}
