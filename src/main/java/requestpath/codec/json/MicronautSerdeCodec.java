package requestpath.codec.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.LimitingStream;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.jackson.JacksonDecoder;
import java.io.IOException;
import java.util.Map;
import requestpath.codec.AddedCheckException;
import requestpath.codec.LibraryCatalogue;
import requestpath.codec.json.jackson2.Jackson2Codec;
import requestpath.payload.Shape;

/**
 * Micronaut Serialization 2.x, of Micronaut 4, over the parser and generator of Jackson 2, with the
 * introspections that its annotation processor generates.
 *
 * <p>One mapper for all threads, from it one that is prepared for the shape. The types are named in
 * {@link GeneratedTypes}, as the guide tells for types of others
 * (https://micronaut-projects.github.io/micronaut-serialization/latest/guide). Without an
 * introspection it refuses a type; {@link #description()} checks that the one found was generated
 * here.
 *
 * <p>Settings that make the answer equal to the others': everything is written, where the default
 * leaves out what is null or empty
 * (https://github.com/micronaut-projects/micronaut-serialization/issues/560). Its mapper does not
 * look at what follows the document and does not say where that ended, so reading does here what
 * the mapper does, with a parser that can be asked, but for what the mapper looks up in its
 * configuration for each document (parser features, view, limits). The decoder over Jackson's
 * parser is one of its internal classes. The unprepared mapper looks its deserializer up for each
 * document. Depth is limited to 1024 by it and to 1000 by Jackson's constraints.
 *
 * <p>It passes a null to a setter only if the property is declared nullable; {@link
 * MicronautMixins} declares that for the beans. Micronaut 5 with its Serialization 3 needs Java 25.
 */
final class MicronautSerdeCodec<T> implements JsonCodec<T> {
  /** It starts a small application context, so there is one. */
  private static final ObjectMapper MAPPER =
      ObjectMapper.create(Map.of("micronaut.serde.serialization.inclusion", "ALWAYS"));

  private static final JsonFactory JSON = new JsonFactory();

  private final Shape<T> shape;
  private final Argument<T> type;
  private final JsonMapper writer;
  private final Deserializer.DecoderContext context;
  private final Deserializer<? extends T> reader;

  @SuppressWarnings("unchecked") // The shape says that its type is T's.
  MicronautSerdeCodec(Shape<T> shape) {
    this.shape = shape;
    type = (Argument<T>) Argument.of(shape.type());
    writer = MAPPER.createSpecific(type);
    context = MAPPER.getSerdeRegistry().newDecoderContext(null);
    try {
      reader = context.findDeserializer(type).createSpecific(context, type);
    } catch (SerdeException e) {
      throw new IllegalStateException("Micronaut Serialization cannot read " + shape, e);
    }
  }

  /** What is known of the variant before it runs. */
  static JsonDescriptor descriptor() {
    return JsonDescriptor.UNLIMITED.reading(Jackson2Codec.parserLimits());
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    try {
      return writer.writeValueAsBytes(type, value);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public String toText(T value) throws IOException {
    try {
      return writer.writeValueAsString(type, value);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public T fromBytes(byte[] json) throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      T value =
          reader.deserialize(
              JacksonDecoder.create(parser, LimitingStream.DEFAULT_LIMITS), context, type);
      if (parser.nextToken() != null) {
        throw new AddedCheckException("more follows the document");
      }
      return value;
    }
  }

  @Override
  public String description() {
    return "micronaut-serde-jackson "
        + LibraryCatalogue.version("io.micronaut.serde:micronaut-serde-jackson")
        + ": ObjectMapper.createSpecific, writeValueAsBytes and writeValueAsString,"
        + " Deserializer.deserialize from a JacksonDecoder, "
        + requireGenerated();
  }

  private String requireGenerated() {
    if (shape.isMap()) {
      return "its own serializer of maps";
    }
    String found =
        BeanIntrospector.SHARED
            .findIntrospection(shape.element())
            .map(BeanIntrospection::getClass)
            .map(Class::getName)
            .orElse("none");
    // Beside the class that imports it, or beside an annotated class.
    if (!found.startsWith(MicronautSerdeCodec.class.getPackageName() + ".$")
        && !found.startsWith(shape.element().getPackageName() + ".$")) {
      throw new IllegalStateException(
          "Micronaut Serialization has no generated introspection of "
              + shape.element().getName()
              + " but "
              + found
              + ": the build must name its annotation processor and GeneratedTypes the type");
    }
    return "generated " + found;
  }
}
