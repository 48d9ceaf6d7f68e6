package requestpath.codec.json.jackson2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import requestpath.codec.json.jackson2.Jackson2StreamingCodec.Template;
import requestpath.payload.Address;
import requestpath.payload.ApplicationInfo;
import requestpath.payload.Item;
import requestpath.payload.KeyValue;
import requestpath.payload.Message;
import requestpath.payload.Numbers;
import requestpath.payload.Order;
import requestpath.payload.OrderLine;

/**
 * Records of the payloads through Jackson's generator and parser, field by field. Long, as it is a
 * list: each field of each record is written and read by hand.
 */
final class Jackson2StreamingRecords {
  private static final AddressTemplate ADDRESS = new AddressTemplate();
  private static final OrderLineTemplate LINE = new OrderLineTemplate();
  private static final Map<Class<?>, Template<?>> TEMPLATES =
      Map.of(
          Item.class,
          new ItemTemplate(),
          Numbers.class,
          new NumbersTemplate(),
          Order.class,
          new OrderTemplate(),
          Message.class,
          new MessageTemplate(),
          ApplicationInfo.class,
          new ApplicationInfoTemplate(),
          KeyValue.class,
          new KeyValueTemplate());

  private Jackson2StreamingRecords() {}

  /** The template of a class; null when nobody wrote one. */
  static @Nullable Template<?> template(Class<?> type) {
    return TEMPLATES.get(type);
  }

  private static final class ItemTemplate implements Template<Item> {
    @Override
    public void write(JsonGenerator generator, Item value) throws IOException {
      generator.writeStartObject();
      Jackson2Streaming.number(generator, Jackson2Streaming.ID, value.id());
      Jackson2Streaming.text(generator, Jackson2Streaming.NAME, value.name());
      Jackson2Streaming.text(generator, Jackson2Streaming.DESCRIPTION, value.description());
      Jackson2Streaming.text(generator, Jackson2Streaming.TYPE, value.type());
      Jackson2Streaming.number(generator, Jackson2Streaming.COUNT, value.count());
      Jackson2Streaming.number(generator, Jackson2Streaming.CREATED_AT, value.created_at());
      generator.writeEndObject();
    }

    @Override
    public Item read(JsonParser parser) throws IOException {
      Jackson2Streaming.require(parser, JsonToken.START_OBJECT);
      int id = 0;
      @Nullable String name = null;
      @Nullable String description = null;
      @Nullable String type = null;
      int count = 0;
      double created_at = 0;
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        switch (field) {
          case "id" -> id = Jackson2Streaming.nextInt(parser);
          case "name" -> name = Jackson2Streaming.nextText(parser);
          case "description" -> description = Jackson2Streaming.nextText(parser);
          case "type" -> type = Jackson2Streaming.nextText(parser);
          case "count" -> count = Jackson2Streaming.nextInt(parser);
          case "created_at" -> created_at = Jackson2Streaming.nextDouble(parser);
          default -> Jackson2Streaming.skip(parser);
        }
      }
      Jackson2Streaming.require(parser, JsonToken.END_OBJECT);
      return new Item(id, name, description, type, count, created_at);
    }
  }

  private static final class NumbersTemplate implements Template<Numbers> {
    @Override
    public void write(JsonGenerator generator, Numbers value) throws IOException {
      generator.writeStartObject();
      Jackson2Streaming.number(generator, Jackson2Streaming.ID, value.id());
      Jackson2Streaming.number(generator, Jackson2Streaming.COUNTER, value.counter());
      Jackson2Streaming.number(generator, Jackson2Streaming.OFFSET, value.offset());
      Jackson2Streaming.number(generator, Jackson2Streaming.AMOUNT, value.amount());
      Jackson2Streaming.number(generator, Jackson2Streaming.RATIO, value.ratio());
      Jackson2Streaming.number(generator, Jackson2Streaming.FACTOR, value.factor());
      generator.writeEndObject();
    }

    @Override
    public Numbers read(JsonParser parser) throws IOException {
      Jackson2Streaming.require(parser, JsonToken.START_OBJECT);
      int id = 0;
      long counter = 0;
      long offset = 0;
      double amount = 0;
      double ratio = 0;
      double factor = 0;
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        switch (field) {
          case "id" -> id = Jackson2Streaming.nextInt(parser);
          case "counter" -> counter = Jackson2Streaming.nextLong(parser);
          case "offset" -> offset = Jackson2Streaming.nextLong(parser);
          case "amount" -> amount = Jackson2Streaming.nextDouble(parser);
          case "ratio" -> ratio = Jackson2Streaming.nextDouble(parser);
          case "factor" -> factor = Jackson2Streaming.nextDouble(parser);
          default -> Jackson2Streaming.skip(parser);
        }
      }
      Jackson2Streaming.require(parser, JsonToken.END_OBJECT);
      return new Numbers(id, counter, offset, amount, ratio, factor);
    }
  }

  private static final class OrderTemplate implements Template<Order> {
    @Override
    public void write(JsonGenerator generator, Order value) throws IOException {
      generator.writeStartObject();
      Jackson2Streaming.number(generator, Jackson2Streaming.ID, value.id());
      Jackson2Streaming.text(generator, Jackson2Streaming.CUSTOMER, value.customer());
      generator.writeFieldName(Jackson2Streaming.ADDRESS);
      Address address = value.address();
      if (address == null) {
        generator.writeNull();
      } else {
        ADDRESS.write(generator, address);
      }
      generator.writeFieldName(Jackson2Streaming.LINES);
      Jackson2Streaming.writeList(generator, value.lines(), LINE);
      Jackson2Streaming.number(generator, Jackson2Streaming.TOTAL, value.total());
      Jackson2Streaming.flag(generator, Jackson2Streaming.PAID, value.paid());
      Jackson2Streaming.text(generator, Jackson2Streaming.NOTE, value.note());
      generator.writeEndObject();
    }

    @Override
    public Order read(JsonParser parser) throws IOException {
      Jackson2Streaming.require(parser, JsonToken.START_OBJECT);
      long id = 0;
      @Nullable String customer = null;
      @Nullable Address address = null;
      List<OrderLine> lines = List.of();
      double total = 0;
      boolean paid = false;
      @Nullable String note = null;
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        switch (field) {
          case "id" -> id = Jackson2Streaming.nextLong(parser);
          case "customer" -> customer = Jackson2Streaming.nextText(parser);
          case "address" ->
              address = Jackson2Streaming.nextIsNull(parser) ? null : ADDRESS.read(parser);
          case "lines" ->
              lines =
                  Jackson2Streaming.nextIsNull(parser)
                      ? List.of()
                      : Jackson2Streaming.readList(parser, LINE);
          case "total" -> total = Jackson2Streaming.nextDouble(parser);
          case "paid" -> paid = Jackson2Streaming.nextBoolean(parser);
          case "note" -> note = Jackson2Streaming.nextText(parser);
          default -> Jackson2Streaming.skip(parser);
        }
      }
      Jackson2Streaming.require(parser, JsonToken.END_OBJECT);
      return new Order(id, customer, address, lines, total, paid, note);
    }
  }

  private static final class AddressTemplate implements Template<Address> {
    @Override
    public void write(JsonGenerator generator, Address value) throws IOException {
      generator.writeStartObject();
      Jackson2Streaming.text(generator, Jackson2Streaming.STREET, value.street());
      Jackson2Streaming.text(generator, Jackson2Streaming.CITY, value.city());
      Jackson2Streaming.text(generator, Jackson2Streaming.POSTCODE, value.postcode());
      Jackson2Streaming.text(generator, Jackson2Streaming.COUNTRY, value.country());
      generator.writeEndObject();
    }

    @Override
    public Address read(JsonParser parser) throws IOException {
      Jackson2Streaming.require(parser, JsonToken.START_OBJECT);
      @Nullable String street = null;
      @Nullable String city = null;
      @Nullable String postcode = null;
      @Nullable String country = null;
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        switch (field) {
          case "street" -> street = Jackson2Streaming.nextText(parser);
          case "city" -> city = Jackson2Streaming.nextText(parser);
          case "postcode" -> postcode = Jackson2Streaming.nextText(parser);
          case "country" -> country = Jackson2Streaming.nextText(parser);
          default -> Jackson2Streaming.skip(parser);
        }
      }
      Jackson2Streaming.require(parser, JsonToken.END_OBJECT);
      return new Address(street, city, postcode, country);
    }
  }

  private static final class OrderLineTemplate implements Template<OrderLine> {
    @Override
    public void write(JsonGenerator generator, OrderLine value) throws IOException {
      generator.writeStartObject();
      Jackson2Streaming.text(generator, Jackson2Streaming.ARTICLE, value.article());
      Jackson2Streaming.number(generator, Jackson2Streaming.QUANTITY, value.quantity());
      Jackson2Streaming.number(generator, Jackson2Streaming.PRICE, value.price());
      generator.writeEndObject();
    }

    @Override
    public OrderLine read(JsonParser parser) throws IOException {
      Jackson2Streaming.require(parser, JsonToken.START_OBJECT);
      @Nullable String article = null;
      int quantity = 0;
      double price = 0;
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        switch (field) {
          case "article" -> article = Jackson2Streaming.nextText(parser);
          case "quantity" -> quantity = Jackson2Streaming.nextInt(parser);
          case "price" -> price = Jackson2Streaming.nextDouble(parser);
          default -> Jackson2Streaming.skip(parser);
        }
      }
      Jackson2Streaming.require(parser, JsonToken.END_OBJECT);
      return new OrderLine(article, quantity, price);
    }
  }

  private static final class MessageTemplate implements Template<Message> {
    @Override
    public void write(JsonGenerator generator, Message value) throws IOException {
      generator.writeStartObject();
      Jackson2Streaming.text(generator, Jackson2Streaming.MESSAGE, value.message());
      generator.writeEndObject();
    }

    @Override
    @SuppressWarnings("NullAway") // A text that is missing is null, as from databind.
    public Message read(JsonParser parser) throws IOException {
      Jackson2Streaming.require(parser, JsonToken.START_OBJECT);
      @Nullable String message = null;
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        switch (field) {
          case "message" -> message = Jackson2Streaming.nextText(parser);
          default -> Jackson2Streaming.skip(parser);
        }
      }
      Jackson2Streaming.require(parser, JsonToken.END_OBJECT);
      return new Message(message);
    }
  }

  private static final class ApplicationInfoTemplate implements Template<ApplicationInfo> {
    @Override
    public void write(JsonGenerator generator, ApplicationInfo value) throws IOException {
      generator.writeStartObject();
      Jackson2Streaming.text(generator, Jackson2Streaming.NAME, value.name());
      Jackson2Streaming.number(generator, Jackson2Streaming.RELEASE_YEAR, value.releaseYear());
      generator.writeEndObject();
    }

    @Override
    @SuppressWarnings("NullAway") // A text that is missing is null, as from databind.
    public ApplicationInfo read(JsonParser parser) throws IOException {
      Jackson2Streaming.require(parser, JsonToken.START_OBJECT);
      @Nullable String name = null;
      int releaseYear = 0;
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        switch (field) {
          case "name" -> name = Jackson2Streaming.nextText(parser);
          case "releaseYear" -> releaseYear = Jackson2Streaming.nextInt(parser);
          default -> Jackson2Streaming.skip(parser);
        }
      }
      Jackson2Streaming.require(parser, JsonToken.END_OBJECT);
      return new ApplicationInfo(name, releaseYear);
    }
  }

  private static final class KeyValueTemplate implements Template<KeyValue> {
    @Override
    public void write(JsonGenerator generator, KeyValue value) throws IOException {
      generator.writeStartObject();
      Jackson2Streaming.text(generator, Jackson2Streaming.KEY, value.key());
      Jackson2Streaming.text(generator, Jackson2Streaming.VALUE, value.value());
      generator.writeEndObject();
    }

    @Override
    @SuppressWarnings("NullAway") // A text that is missing is null, as from databind.
    public KeyValue read(JsonParser parser) throws IOException {
      Jackson2Streaming.require(parser, JsonToken.START_OBJECT);
      @Nullable String key = null;
      @Nullable String value = null;
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        switch (field) {
          case "key" -> key = Jackson2Streaming.nextText(parser);
          case "value" -> value = Jackson2Streaming.nextText(parser);
          default -> Jackson2Streaming.skip(parser);
        }
      }
      Jackson2Streaming.require(parser, JsonToken.END_OBJECT);
      return new KeyValue(key, value);
    }
  }
}
