package requestpath.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import requestpath.payload.ApplicationInfo;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;
import requestpath.payload.KeyValue;
import requestpath.payload.Message;
import requestpath.payload.Numbers;
import requestpath.payload.NumbersBean;
import requestpath.payload.Shape;
import requestpath.payload.Support;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.SerializableString;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * What {@link Jackson2Serializers} is for Jackson 2, for Jackson 3: a {@code StdSerializer} and a
 * {@code StdDeserializer} written by hand for each type, registered with databind by a module
 * (https://github.com/FasterXML/jackson/blob/main/jackson3/MIGRATING_TO_JACKSON_3.md has the new
 * names). For items, numbers and the small messages; other types are skipped.
 *
 * <p>Names are encoded once, fields come in any order, unknown ones are skipped, a text may be
 * null. A number is not taken for text, nor text or null for a number. Long, as it is a list: each
 * field is written and read by hand.
 */
final class Jackson3Serializers {
  private static final Map<Class<?>, Template<?>> TEMPLATES =
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

  private Jackson3Serializers() {}

  static Support supports(Shape<?> shape) {
    return TEMPLATES.containsKey(shape.element())
        ? Support.YES
        : Support.no(
            "its serializers are written by hand, here not for "
                + shape.element().getSimpleName()
                + ": that is JACKSON3",
            "https://github.com/FasterXML/jackson-docs/wiki/JacksonHowToCustomSerializers");
  }

  /** A module with a serializer and a deserializer for each type. */
  static JacksonModule module() {
    SimpleModule module = new SimpleModule("by hand");
    TEMPLATES.forEach((type, template) -> add(module, type, template));
    return module;
  }

  @SuppressWarnings("unchecked") // Templates are kept by the class that they are for.
  private static <T> void add(SimpleModule module, Class<?> key, Template<T> template) {
    Class<T> type = (Class<T>) key;
    module.addSerializer(type, new Serializer<>(type, template));
    module.addDeserializer(type, new Deserializer<>(type, template));
  }

  /**
   * In words, how the mapper binds a class.
   *
   * @throws IllegalStateException when that is not by hand
   */
  static String requireEffect(ObjectMapper mapper, Class<?> type) {
    Object serializer = mapper._serializationContext().findTypedValueSerializer(type, false);
    Object deserializer =
        mapper._deserializationContext().findRootValueDeserializer(mapper.constructType(type));
    if (!(serializer instanceof Serializer) || !(deserializer instanceof Deserializer)) {
      throw new IllegalStateException(
          type.getName()
              + " is written by "
              + serializer.getClass().getName()
              + " and read by "
              + deserializer.getClass().getName());
    }
    return "bound by a StdSerializer and a StdDeserializer by hand";
  }

  /** How values of one Java type are written and read. */
  private interface Template<T> {
    /** Writes the fields of an object. */
    void write(JsonGenerator generator, T value);

    /** Reads the fields of an object up to its end. */
    T read(JsonParser parser);
  }

  private static final class Serializer<T> extends StdSerializer<T> {
    private final Template<T> template;

    Serializer(Class<T> type, Template<T> template) {
      super(type);
      this.template = template;
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializationContext context) {
      generator.writeStartObject(value);
      template.write(generator, value);
      generator.writeEndObject();
    }
  }

  private static final class Deserializer<T> extends StdDeserializer<T> {
    private final Template<T> template;

    Deserializer(Class<T> type, Template<T> template) {
      super(type);
      this.template = template;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      require(parser, context, JsonToken.START_OBJECT);
      T value = template.read(parser);
      require(parser, context, JsonToken.END_OBJECT);
      return value;
    }

    private void require(JsonParser parser, DeserializationContext context, JsonToken token) {
      if (!parser.hasToken(token)) {
        context.reportWrongTokenException(this, token, "found %s", parser.currentToken());
      }
    }
  }

  private static final class ItemTemplate implements Template<Item> {
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
    public Item read(JsonParser parser) {
      int id = 0;
      @Nullable String name = null;
      @Nullable String description = null;
      @Nullable String type = null;
      int count = 0;
      double created_at = 0;
      for (String field = parser.nextName(); field != null; field = parser.nextName()) {
        switch (field) {
          case "id" -> id = nextInt(parser);
          case "name" -> name = nextText(parser);
          case "description" -> description = nextText(parser);
          case "type" -> type = nextText(parser);
          case "count" -> count = nextInt(parser);
          case "created_at" -> created_at = nextDouble(parser);
          default -> skip(parser);
        }
      }
      return new Item(id, name, description, type, count, created_at);
    }
  }

  private static final class ItemBeanTemplate implements Template<ItemBean> {
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
    public ItemBean read(JsonParser parser) {
      ItemBean bean = new ItemBean();
      for (String field = parser.nextName(); field != null; field = parser.nextName()) {
        switch (field) {
          case "id" -> bean.setId(nextInt(parser));
          case "name" -> bean.setName(nextText(parser));
          case "description" -> bean.setDescription(nextText(parser));
          case "type" -> bean.setType(nextText(parser));
          case "count" -> bean.setCount(nextInt(parser));
          case "created_at" -> bean.setCreated_at(nextDouble(parser));
          default -> skip(parser);
        }
      }
      return bean;
    }
  }

  private static final class NumbersTemplate implements Template<Numbers> {
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
    public Numbers read(JsonParser parser) {
      int id = 0;
      long counter = 0;
      long offset = 0;
      double amount = 0;
      double ratio = 0;
      double factor = 0;
      for (String field = parser.nextName(); field != null; field = parser.nextName()) {
        switch (field) {
          case "id" -> id = nextInt(parser);
          case "counter" -> counter = nextLong(parser);
          case "offset" -> offset = nextLong(parser);
          case "amount" -> amount = nextDouble(parser);
          case "ratio" -> ratio = nextDouble(parser);
          case "factor" -> factor = nextDouble(parser);
          default -> skip(parser);
        }
      }
      return new Numbers(id, counter, offset, amount, ratio, factor);
    }
  }

  private static final class NumbersBeanTemplate implements Template<NumbersBean> {
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
    public NumbersBean read(JsonParser parser) {
      NumbersBean bean = new NumbersBean();
      for (String field = parser.nextName(); field != null; field = parser.nextName()) {
        switch (field) {
          case "id" -> bean.setId(nextInt(parser));
          case "counter" -> bean.setCounter(nextLong(parser));
          case "offset" -> bean.setOffset(nextLong(parser));
          case "amount" -> bean.setAmount(nextDouble(parser));
          case "ratio" -> bean.setRatio(nextDouble(parser));
          case "factor" -> bean.setFactor(nextDouble(parser));
          default -> skip(parser);
        }
      }
      return bean;
    }
  }

  private static final class MessageTemplate implements Template<Message> {
    @Override
    public void write(JsonGenerator generator, Message value) {
      text(generator, MESSAGE, value.message());
    }

    @Override
    @SuppressWarnings("NullAway") // A text that is missing is null, as from databind.
    public Message read(JsonParser parser) {
      @Nullable String message = null;
      for (String field = parser.nextName(); field != null; field = parser.nextName()) {
        switch (field) {
          case "message" -> message = nextText(parser);
          default -> skip(parser);
        }
      }
      return new Message(message);
    }
  }

  private static final class ApplicationInfoTemplate implements Template<ApplicationInfo> {
    @Override
    public void write(JsonGenerator generator, ApplicationInfo value) {
      text(generator, NAME, value.name());
      generator.writeName(RELEASE_YEAR).writeNumber(value.releaseYear());
    }

    @Override
    @SuppressWarnings("NullAway") // A text that is missing is null, as from databind.
    public ApplicationInfo read(JsonParser parser) {
      @Nullable String name = null;
      int releaseYear = 0;
      for (String field = parser.nextName(); field != null; field = parser.nextName()) {
        switch (field) {
          case "name" -> name = nextText(parser);
          case "releaseYear" -> releaseYear = nextInt(parser);
          default -> skip(parser);
        }
      }
      return new ApplicationInfo(name, releaseYear);
    }
  }

  private static final class KeyValueTemplate implements Template<KeyValue> {
    @Override
    public void write(JsonGenerator generator, KeyValue value) {
      text(generator, KEY, value.key());
      text(generator, VALUE, value.value());
    }

    @Override
    @SuppressWarnings("NullAway") // A text that is missing is null, as from databind.
    public KeyValue read(JsonParser parser) {
      @Nullable String key = null;
      @Nullable String value = null;
      for (String field = parser.nextName(); field != null; field = parser.nextName()) {
        switch (field) {
          case "key" -> key = nextText(parser);
          case "value" -> value = nextText(parser);
          default -> skip(parser);
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

  private static int nextInt(JsonParser parser) {
    parser.nextToken();
    return parser.getIntValue();
  }

  private static long nextLong(JsonParser parser) {
    parser.nextToken();
    return parser.getLongValue();
  }

  private static double nextDouble(JsonParser parser) {
    parser.nextToken();
    return parser.getDoubleValue();
  }

  private static @Nullable String nextText(JsonParser parser) {
    String text = parser.nextStringValue();
    if (text == null && !parser.hasToken(JsonToken.VALUE_NULL)) {
      throw new StreamReadException(parser, "expected a text and found " + parser.currentToken());
    }
    return text;
  }

  /** Skips the value of a field that is not known. */
  private static void skip(JsonParser parser) {
    parser.nextToken();
    parser.skipChildren();
  }
}
