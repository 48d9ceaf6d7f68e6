package requestpath.codec.json.jackson2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.List;
import requestpath.codec.json.jackson2.Jackson2StreamingCodec.Template;
import requestpath.payload.ApplicationInfo;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;
import requestpath.payload.KeyValue;
import requestpath.payload.Message;
import requestpath.payload.Numbers;
import requestpath.payload.NumbersBean;
import requestpath.payload.Order;
import requestpath.payload.OrderBean;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * A {@code StdSerializer} and a {@code StdDeserializer} written by hand for each type, registered
 * with databind by a module, as its documentation shows
 * (https://github.com/FasterXML/jackson-docs/wiki/JacksonHowToCustomSerializers,
 * https://github.com/FasterXML/jackson-docs/wiki/JacksonHowToCustomDeserializers): what
 * GSON_ADAPTER is for Gson. Reflection is gone; mapper, reader, writer, lists and the handling of
 * null are databind's.
 *
 * <p>The fields are those of JACKSON2_STREAMING: the same code writes and reads them, with names
 * encoded once, in any order of fields, unknown ones skipped. An order writes and reads its address
 * and its lines itself. As there, a number is not taken for text, nor text or null for a number.
 */
final class Jackson2Serializers {
  /**
   * The types of the payloads; maps are not here: a serializer for them would be what it brings.
   */
  static final List<Class<?>> TYPES =
      List.of(
          Item.class,
          ItemBean.class,
          Numbers.class,
          NumbersBean.class,
          Order.class,
          OrderBean.class,
          Message.class,
          ApplicationInfo.class,
          KeyValue.class);

  private Jackson2Serializers() {}

  /** Why a shape that is not one of {@link #TYPES} is not supported. */
  static Support unsupported(Shape<?> shape) {
    return Support.no(
        "its serializers are written by hand, here not for "
            + shape.element().getSimpleName()
            + ": that is JACKSON2",
        "https://github.com/FasterXML/jackson-docs/wiki/JacksonHowToCustomSerializers");
  }

  /** A module with a serializer and a deserializer for each type. */
  static Module module() {
    SimpleModule module = new SimpleModule("by hand");
    for (Class<?> type : TYPES) {
      add(module, type);
    }
    return module;
  }

  @SuppressWarnings("unchecked") // Templates are kept by the class that they are for.
  private static <T> void add(SimpleModule module, Class<T> type) {
    Template<T> template = (Template<T>) Jackson2StreamingCodec.elementTemplate(type);
    if (template == null) {
      throw new IllegalStateException("no template for " + type);
    }
    module.addSerializer(type, new Serializer<>(type, template));
    module.addDeserializer(type, new Deserializer<>(type, template));
  }

  /**
   * In words, how the mapper binds a class.
   *
   * @throws IllegalStateException when that is not by hand
   */
  static String requireEffect(ObjectMapper mapper, Class<?> type) {
    try {
      Object serializer =
          mapper.getSerializerProviderInstance().findTypedValueSerializer(type, false, null);
      DeserializationContext context =
          ((DefaultDeserializationContext) mapper.getDeserializationContext())
              .createDummyInstance(mapper.getDeserializationConfig());
      Object deserializer = context.findRootValueDeserializer(mapper.constructType(type));
      if (!(serializer instanceof Serializer) || !(deserializer instanceof Deserializer)) {
        throw new IllegalStateException(
            type.getName()
                + " is written by "
                + serializer.getClass().getName()
                + " and read by "
                + deserializer.getClass().getName());
      }
      return "bound by a StdSerializer and a StdDeserializer by hand";
    } catch (JsonMappingException e) {
      throw new IllegalStateException(type.getName() + " cannot be bound", e);
    }
  }

  private static final class Serializer<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1;

    private final transient Template<T> template;

    Serializer(Class<T> type, Template<T> template) {
      super(type);
      this.template = template;
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      template.write(generator, value);
    }
  }

  private static final class Deserializer<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1;

    private final transient Template<T> template;

    Deserializer(Class<T> type, Template<T> template) {
      super(type);
      this.template = template;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      return template.read(parser);
    }
  }
}
