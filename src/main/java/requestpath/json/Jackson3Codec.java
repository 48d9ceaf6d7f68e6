package requestpath.json;

import org.jspecify.annotations.Nullable;
import requestpath.payload.Shape;
import requestpath.payload.Support;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Jackson 3 databind, the way that Spring Boot 4 deploys it; and, as rows of their own, with its
 * fast writer of doubles and with Blackbird.
 *
 * <p>One mapper, from it one {@code ObjectWriter} and one {@code ObjectReader} for the shape, all
 * immutable and safe from many threads, as in Jackson 2. What differs by itself: it reads doubles
 * with the fast parser, takes its buffers from a shared queue, refuses what follows a document,
 * ignores unknown fields and sorts the properties of beans by name
 * (https://github.com/FasterXML/jackson/blob/main/jackson3/MIGRATING_TO_JACKSON_3.md); only the
 * order on the wire is changed by that. Depth is limited to 500 and strings to 100 million
 * characters, by its own constraints.
 *
 * <p>Blackbird is registered with the mapper, as its documentation says, and nothing else is
 * changed. It makes lambdas in the place of reflection in getters, setters and constructors, and
 * writes and reads int, long, boolean and String directly; double is not among these, and for maps
 * it has nothing to do (https://github.com/FasterXML/jackson-modules-base/blob/2.18/blackbird/). It
 * silently keeps reflection where it must
 * (https://github.com/FasterXML/jackson-modules-base/issues/355), hence the constructor looks at
 * the serializer and the deserializer that the mapper really uses.
 *
 * <p>Set-ups tried, as ratios of time to JACKSON3, 1000 records, JDK 17: the thread-local pool of
 * Jackson 2 1.05 to encode and 0.98 to decode, no difference shown; fast writer of doubles 0.65 to
 * encode.
 */
final class Jackson3Codec<T> implements JsonCodec<T> {
  /** What is changed from databind as it comes. */
  enum Setup {
    DEFAULT,
    FAST_NUMBERS,
    BLACKBIRD;

    /** The module to register, which may be none; without it none of its classes are loaded. */
    private @Nullable JacksonModule module() {
      return switch (this) {
        case DEFAULT, FAST_NUMBERS -> null;
        case BLACKBIRD -> Jackson3Modules.blackbird();
      };
    }
  }

  private final ObjectWriter writer;
  private final ObjectReader reader;
  private final String binding;
  private final boolean fastNumbers;

  Jackson3Codec(Shape<T> shape, Setup setup) {
    supports(shape, setup).require();
    fastNumbers = setup == Setup.FAST_NUMBERS;
    JsonMapper.Builder builder =
        JsonMapper.builder().configure(StreamWriteFeature.USE_FAST_DOUBLE_WRITER, fastNumbers);
    JacksonModule module = setup.module();
    if (module != null) {
      builder.addModule(module);
    }
    JsonMapper mapper = builder.build();
    JavaType type = mapper.constructType(shape.type());
    writer = mapper.writerFor(type);
    reader = mapper.readerFor(type);
    binding =
        module == null
            ? "bound by reflection"
            : Jackson3Modules.requireEffect(mapper, module, shape.element());
  }

  /** What the set-up has to do for the shape. */
  static Support supports(Shape<?> shape, Setup setup) {
    return setup == Setup.BLACKBIRD && shape.isMap()
        ? Support.no(
            "it replaces the accessors of properties, which a map has not",
            "https://github.com/FasterXML/jackson-modules-base/blob/2.18/blackbird/")
        : Support.YES;
  }

  @Override
  public byte[] toBytes(T value) {
    return writer.writeValueAsBytes(value);
  }

  @Override
  public String toText(T value) {
    return writer.writeValueAsString(value);
  }

  @Override
  public T fromBytes(byte[] json) {
    return reader.readValue(json);
  }

  @Override
  public String description() {
    return "jackson-databind "
        + writer.version()
        + ": ObjectWriter.writeValueAsBytes and writeValueAsString, ObjectReader.readValue(byte[]), "
        + binding
        + ", fast writer of doubles "
        + (fastNumbers ? "on" : "off");
  }
}
