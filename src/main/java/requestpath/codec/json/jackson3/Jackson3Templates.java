package requestpath.codec.json.jackson3;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import requestpath.payload.ApplicationInfo;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;
import requestpath.payload.KeyValue;
import requestpath.payload.Message;
import requestpath.payload.Numbers;
import requestpath.payload.NumbersBean;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.SerializableString;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.sym.PropertyNameMatcher;

/**
 * The fields of each type, written and read by hand through the generator and parser of Jackson 3.
 * Long, as it is a list: each field of each type stands in it twice.
 */
final class Jackson3Templates {
  /** By the class that they are for. */
  static final Map<Class<?>, Template<?>> TEMPLATES =
      Map.of(
          Item.class, new ItemTemplate(),
          ItemBean.class, new ItemBeanTemplate(),
          Numbers.class, new NumbersTemplate(),
          NumbersBean.class, new NumbersBeanTemplate(),
          Message.class, new MessageTemplate(),
          ApplicationInfo.class, new ApplicationInfoTemplate(),
          KeyValue.class, new KeyValueTemplate());

  private static final SerializableString ID = new SerializedString("id");
  private static final SerializableString NAME = new SerializedString("name");
  private static final SerializableString DESCRIPTION = new SerializedString("description");
  private static final SerializableString TYPE = new SerializedString("type");
  private static final SerializableString COUNT = new SerializedString("count");
  private static final SerializableString CREATED_AT = new SerializedString("created_at");
  private static final SerializableString COUNTER = new SerializedString("counter");
  private static final SerializableString OFFSET = new SerializedString("offset");
  private static final SerializableString AMOUNT = new SerializedString("amount");
  private static final SerializableString RATIO = new SerializedString("ratio");
  private static final SerializableString FACTOR = new SerializedString("factor");
  private static final SerializableString MESSAGE = new SerializedString("message");
  private static final SerializableString RELEASE_YEAR = new SerializedString("releaseYear");
  private static final SerializableString KEY = new SerializedString("key");
  private static final SerializableString VALUE = new SerializedString("value");

  private Jackson3Templates() {}

  /** How values of one Java type are written and read. */
  interface Template<T> {
    /** Writes the fields of an object. */
    void write(JsonGenerator generator, T value);

    /** The names of the fields. */
    List<String> names();

    /**
     * Reads the fields of an object up to its end.
     *
     * @param names gives each name its index in {@link #names}
     */
    T read(JsonParser parser, PropertyNameMatcher names);
  }

  private static final class ItemTemplate implements Template<Item> {
    @Override
    public List<String> names() {
      return List.of("id", "name", "description", "type", "count", "created_at");
    }

    @Override
    public void write(JsonGenerator generator, Item value) {
      writeItem(
          generator,
          value.id(),
          value.name(),
          value.description(),
          value.type(),
          value.count(),
          value.created_at());
    }

    @Override
    public Item read(JsonParser parser, PropertyNameMatcher names) {
      int id = 0;
      @Nullable String name = null;
      @Nullable String description = null;
      @Nullable String type = null;
      int count = 0;
      double created_at = 0;
      for (int field = next(parser, names); field >= 0; field = next(parser, names)) {
        switch (field) {
          case 0 -> id = parser.getIntValue();
          case 1 -> name = text(parser);
          case 2 -> description = text(parser);
          case 3 -> type = text(parser);
          case 4 -> count = parser.getIntValue();
          case 5 -> created_at = parser.getDoubleValue();
          default -> throw new AssertionError(field);
        }
      }
      return new Item(id, name, description, type, count, created_at);
    }
  }

  private static final class ItemBeanTemplate implements Template<ItemBean> {
    @Override
    public List<String> names() {
      return List.of("id", "name", "description", "type", "count", "created_at");
    }

    @Override
    public void write(JsonGenerator generator, ItemBean value) {
      writeItem(
          generator,
          value.getId(),
          value.getName(),
          value.getDescription(),
          value.getType(),
          value.getCount(),
          value.getCreated_at());
    }

    @Override
    public ItemBean read(JsonParser parser, PropertyNameMatcher names) {
      ItemBean bean = new ItemBean();
      for (int field = next(parser, names); field >= 0; field = next(parser, names)) {
        switch (field) {
          case 0 -> bean.setId(parser.getIntValue());
          case 1 -> bean.setName(text(parser));
          case 2 -> bean.setDescription(text(parser));
          case 3 -> bean.setType(text(parser));
          case 4 -> bean.setCount(parser.getIntValue());
          case 5 -> bean.setCreated_at(parser.getDoubleValue());
          default -> throw new AssertionError(field);
        }
      }
      return bean;
    }
  }

  private static final class NumbersTemplate implements Template<Numbers> {
    @Override
    public List<String> names() {
      return List.of("id", "counter", "offset", "amount", "ratio", "factor");
    }

    @Override
    public void write(JsonGenerator generator, Numbers value) {
      writeNumbers(
          generator,
          value.id(),
          value.counter(),
          value.offset(),
          value.amount(),
          value.ratio(),
          value.factor());
    }

    @Override
    public Numbers read(JsonParser parser, PropertyNameMatcher names) {
      int id = 0;
      long counter = 0;
      long offset = 0;
      double amount = 0;
      double ratio = 0;
      double factor = 0;
      for (int field = next(parser, names); field >= 0; field = next(parser, names)) {
        switch (field) {
          case 0 -> id = parser.getIntValue();
          case 1 -> counter = parser.getLongValue();
          case 2 -> offset = parser.getLongValue();
          case 3 -> amount = parser.getDoubleValue();
          case 4 -> ratio = parser.getDoubleValue();
          case 5 -> factor = parser.getDoubleValue();
          default -> throw new AssertionError(field);
        }
      }
      return new Numbers(id, counter, offset, amount, ratio, factor);
    }
  }

  private static final class NumbersBeanTemplate implements Template<NumbersBean> {
    @Override
    public List<String> names() {
      return List.of("id", "counter", "offset", "amount", "ratio", "factor");
    }

    @Override
    public void write(JsonGenerator generator, NumbersBean value) {
      writeNumbers(
          generator,
          value.getId(),
          value.getCounter(),
          value.getOffset(),
          value.getAmount(),
          value.getRatio(),
          value.getFactor());
    }

    @Override
    public NumbersBean read(JsonParser parser, PropertyNameMatcher names) {
      NumbersBean bean = new NumbersBean();
      for (int field = next(parser, names); field >= 0; field = next(parser, names)) {
        switch (field) {
          case 0 -> bean.setId(parser.getIntValue());
          case 1 -> bean.setCounter(parser.getLongValue());
          case 2 -> bean.setOffset(parser.getLongValue());
          case 3 -> bean.setAmount(parser.getDoubleValue());
          case 4 -> bean.setRatio(parser.getDoubleValue());
          case 5 -> bean.setFactor(parser.getDoubleValue());
          default -> throw new AssertionError(field);
        }
      }
      return bean;
    }
  }

  private static final class MessageTemplate implements Template<Message> {
    @Override
    public List<String> names() {
      return List.of("message");
    }

    @Override
    public void write(JsonGenerator generator, Message value) {
      text(generator, MESSAGE, value.message());
    }

    @Override
    @SuppressWarnings("NullAway") // A text that is missing is null, as from databind.
    public Message read(JsonParser parser, PropertyNameMatcher names) {
      @Nullable String message = null;
      for (int field = next(parser, names); field >= 0; field = next(parser, names)) {
        switch (field) {
          case 0 -> message = text(parser);
          default -> throw new AssertionError(field);
        }
      }
      return new Message(message);
    }
  }

  private static final class ApplicationInfoTemplate implements Template<ApplicationInfo> {
    @Override
    public List<String> names() {
      return List.of("name", "releaseYear");
    }

    @Override
    public void write(JsonGenerator generator, ApplicationInfo value) {
      text(generator, NAME, value.name());
      generator.writeName(RELEASE_YEAR).writeNumber(value.releaseYear());
    }

    @Override
    @SuppressWarnings("NullAway") // A text that is missing is null, as from databind.
    public ApplicationInfo read(JsonParser parser, PropertyNameMatcher names) {
      @Nullable String name = null;
      int releaseYear = 0;
      for (int field = next(parser, names); field >= 0; field = next(parser, names)) {
        switch (field) {
          case 0 -> name = text(parser);
          case 1 -> releaseYear = parser.getIntValue();
          default -> throw new AssertionError(field);
        }
      }
      return new ApplicationInfo(name, releaseYear);
    }
  }

  private static final class KeyValueTemplate implements Template<KeyValue> {
    @Override
    public List<String> names() {
      return List.of("key", "value");
    }

    @Override
    public void write(JsonGenerator generator, KeyValue value) {
      text(generator, KEY, value.key());
      text(generator, VALUE, value.value());
    }

    @Override
    @SuppressWarnings("NullAway") // A text that is missing is null, as from databind.
    public KeyValue read(JsonParser parser, PropertyNameMatcher names) {
      @Nullable String key = null;
      @Nullable String value = null;
      for (int field = next(parser, names); field >= 0; field = next(parser, names)) {
        switch (field) {
          case 0 -> key = text(parser);
          case 1 -> value = text(parser);
          default -> throw new AssertionError(field);
        }
      }
      return new KeyValue(key, value);
    }
  }

  private static void writeItem(
      JsonGenerator generator,
      int id,
      @Nullable String name,
      @Nullable String description,
      @Nullable String type,
      int count,
      double created_at) {
    generator.writeName(ID).writeNumber(id);
    text(generator, NAME, name);
    text(generator, DESCRIPTION, description);
    text(generator, TYPE, type);
    generator.writeName(COUNT).writeNumber(count);
    generator.writeName(CREATED_AT).writeNumber(created_at);
  }

  private static void writeNumbers(
      JsonGenerator generator,
      int id,
      long counter,
      long offset,
      double amount,
      double ratio,
      double factor) {
    generator.writeName(ID).writeNumber(id);
    generator.writeName(COUNTER).writeNumber(counter);
    generator.writeName(OFFSET).writeNumber(offset);
    generator.writeName(AMOUNT).writeNumber(amount);
    generator.writeName(RATIO).writeNumber(ratio);
    generator.writeName(FACTOR).writeNumber(factor);
  }

  private static void text(
      JsonGenerator generator, SerializableString name, @Nullable String text) {
    generator.writeName(name);
    if (text == null) {
      generator.writeNull();
    } else {
      generator.writeString(text);
    }
  }

  private static @Nullable String text(JsonParser parser) {
    if (parser.hasToken(JsonToken.VALUE_STRING)) {
      return parser.getString();
    }
    if (parser.hasToken(JsonToken.VALUE_NULL)) {
      return null;
    }
    throw new StreamReadException(parser, "expected a text and found " + parser.currentToken());
  }

  /**
   * Goes on to the value of the next field that is known; skips unknown ones.
   *
   * @return the index of its name, negative at the end of the object
   */
  private static int next(JsonParser parser, PropertyNameMatcher names) {
    int field = parser.nextNameMatchAndToken(names);
    while (field == PropertyNameMatcher.MATCH_UNKNOWN_NAME) {
      parser.nextToken();
      parser.skipChildren();
      field = parser.nextNameMatchAndToken(names);
    }
    return field;
  }
}
