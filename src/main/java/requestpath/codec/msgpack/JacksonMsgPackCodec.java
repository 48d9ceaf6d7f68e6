package requestpath.codec.msgpack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.msgpack.jackson.dataformat.MessagePackMapper;
import requestpath.codec.AddedCheckException;
import requestpath.codec.Jackson2Modules;
import requestpath.codec.LibraryCatalogue;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * jackson-dataformat-msgpack: Jackson 2 databind over msgpack-core; and, as a variant of its own,
 * with the Blackbird module of Jackson.
 *
 * <p>One {@code MessagePackMapper}, from it one {@code ObjectWriter} and one {@code ObjectReader}
 * for the shape, as with Jackson itself. The factory reuses its packer and unpacker for each thread
 * by default (https://github.com/msgpack/msgpack-java/blob/develop/msgpack-jackson/README.md). Its
 * generator keeps the document as a tree of nodes before it writes, as headers need to know how
 * many members follow; that is its design and part of its time. Short strings are read in the
 * platform's character set on JDK 17, hence {@code -Dfile.encoding=UTF-8} in every fork.
 *
 * <p>Set to make the contract equal to the others': unknown fields are ignored. What follows a
 * message it does not see, and Jackson's setting for that asks for another token, which this parser
 * answers with an error at the end of its input; a check of our own would cost an exception on each
 * message, so that here this variant does less than the others, by a comparison a message; nor does
 * it count depth. Its parser knows no limit of depth: what exhausts the stack is made an exception
 * here.
 *
 * <p>Blackbird is registered with the mapper, as its documentation says, and nothing else is
 * changed. It makes lambdas instead of reflection in getters, setters and constructors; for maps it
 * has nothing to do
 * (https://github.com/FasterXML/jackson-modules-base/tree/jackson-modules-base-2.23.0/blackbird).
 * Where it cannot get at a class it keeps reflection, hence {@link #description()} looks at the
 * serializer and the deserializer that the mapper really uses. The constructor does not: a cold
 * start times it, in one direction.
 */
final class JacksonMsgPackCodec<T> implements MsgPackCodec<T> {
  private final ObjectWriter writer;
  private final ObjectReader reader;
  private final MessagePackMapper mapper;
  private final @Nullable Module module;
  private final Class<?> element;

  JacksonMsgPackCodec(Shape<T> shape, boolean blackbird) {
    element = shape.element();
    mapper = new MessagePackMapper();
    mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    if (blackbird) {
      if (shape.isMap()) {
        supportsBlackbird(shape).require();
      }
      module = Jackson2Modules.Blackbird.module();
      mapper.registerModule(module);
    } else {
      module = null;
    }
    JavaType type = mapper.constructType(shape.type());
    writer = mapper.writerFor(type);
    reader = mapper.readerFor(type);
  }

  /** What Blackbird has to do for the shape. */
  static Support supportsBlackbird(Shape<?> shape) {
    return shape.isMap()
        ? Support.no(
            "it replaces the accessors of properties, and a map has none",
            "https://github.com/FasterXML/jackson-modules-base/tree/jackson-modules-base-2.23.0/blackbird")
        : Support.YES;
  }

  @Override
  public byte[] toBytes(T value) throws JsonProcessingException {
    return writer.writeValueAsBytes(value);
  }

  @Override
  public T fromBytes(byte[] message) throws IOException {
    try {
      return reader.readValue(message);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public String description() {
    return "jackson-dataformat-msgpack "
        + LibraryCatalogue.version("org.msgpack:jackson-dataformat-msgpack")
        + " over jackson-databind "
        + writer.version()
        + ": ObjectWriter.writeValueAsBytes, ObjectReader.readValue(byte[]), "
        + binding();
  }

  /** How the mapper binds. It resolves both directions, so the constructor does not ask. */
  private String binding() {
    return module == null
        ? "bound by reflection"
        : Jackson2Modules.requireEffect(mapper, module, element);
  }
}
