package requestpath.codec.json.jackson3;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import requestpath.codec.json.jackson3.Jackson3Templates.Template;
import requestpath.payload.Shape;
import requestpath.payload.Support;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * A {@code StdSerializer} and a {@code StdDeserializer} written by hand for each type, registered
 * with databind by a module
 * (https://github.com/FasterXML/jackson/blob/main/jackson3/MIGRATING_TO_JACKSON_3.md has the new
 * names). For items, numbers and the small messages; other types are skipped.
 *
 * <p>Names are encoded once. They are read as databind reads them: {@code nextNameMatchAndToken}
 * looks a name up by its bytes and makes no text of it
 * (https://github.com/FasterXML/jackson-core/pull/1688). Fields come in any order, unknown ones are
 * skipped, a text may be null. Doubles are written by the slow code, as in JACKSON3. A number is
 * not taken for text, nor text or null for a number.
 */
final class Jackson3Serializers {
  private Jackson3Serializers() {}

  static Support supports(Shape<?> shape) {
    return Jackson3Templates.TEMPLATES.containsKey(shape.element())
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
    Jackson3Templates.TEMPLATES.forEach((type, template) -> add(module, type, template));
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
    private @Nullable PropertyNameMatcher names;

    Deserializer(Class<T> type, Template<T> template) {
      super(type);
      this.template = template;
    }

    @Override
    public void resolve(DeserializationContext context) {
      List<Named> named = template.names().stream().map(Named::fromString).toList();
      names = context.tokenStreamFactory().constructNameMatcher(named, false);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      require(parser, context, JsonToken.START_OBJECT);
      T value = template.read(parser, requireNonNull(names, "not resolved"));
      require(parser, context, JsonToken.END_OBJECT);
      return value;
    }

    private void require(JsonParser parser, DeserializationContext context, JsonToken token) {
      if (!parser.hasToken(token)) {
        context.reportWrongTokenException(this, token, "found %s", parser.currentToken());
      }
    }
  }
}
