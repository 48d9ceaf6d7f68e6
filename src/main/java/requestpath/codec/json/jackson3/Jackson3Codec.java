package requestpath.codec.json.jackson3;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import requestpath.codec.DocumentLimits;
import requestpath.codec.json.JsonCodec;
import requestpath.codec.json.JsonDescriptor;
import requestpath.payload.Shape;
import requestpath.payload.Support;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Jackson 3 databind, the way that Spring Boot 4 deploys it; and, as variants of their own, with
 * its fast writer of doubles, with Blackbird, with both, and with serializers and deserializers
 * written by hand ({@link Jackson3Serializers}).
 *
 * <p>One mapper, from it one {@code ObjectWriter} and one {@code ObjectReader} for the shape, all
 * immutable and safe from many threads, as in Jackson 2. What differs by itself: it reads doubles
 * with the fast parser, takes its buffers from a shared queue, refuses what follows a document,
 * ignores unknown fields and sorts the properties of beans by name
 * (https://github.com/FasterXML/jackson/blob/main/jackson3/MIGRATING_TO_JACKSON_3.md,
 * https://github.com/FasterXML/jackson-core/blob/jackson-core-3.3.0/src/main/java/tools/jackson/core/StreamReadFeature.java);
 * only the order on the wire is changed by that. Depth is limited to 500 and strings to 100 million
 * characters, by its own constraints.
 *
 * <p>Blackbird is registered with the mapper, as its documentation says, and nothing else is
 * changed. Since 3.3 it generates a class for each bean with the ClassFile API of the JDK, which is
 * there from Java 25 on; on an older one its module refuses to be registered, so it is skipped
 * there
 * (https://github.com/FasterXML/jackson-modules-base/tree/jackson-modules-base-3.3.0/blackbird).
 * Doubles are still left to databind, and for maps it has nothing to do. It silently keeps
 * reflection where it must (https://github.com/FasterXML/jackson-modules-base/issues/355), hence
 * {@link #description()} looks at the serializer and the deserializer that the mapper really uses.
 * The constructor does not: a cold start times it, in one direction.
 *
 * <p>JACKSON3_SERIALIZERS has the slow writer of doubles, as JACKSON3 has, so that what differs is
 * who reads and writes the fields.
 */
public final class Jackson3Codec<T> implements JsonCodec<T> {
  /** What is changed from databind as it comes. */
  public enum Configuration {
    DEFAULT,
    FAST_NUMBERS,
    BLACKBIRD,
    BLACKBIRD_FAST_NUMBERS,
    SERIALIZERS;

    /** The module to register, which may be none; without it none of its classes are loaded. */
    private @Nullable JacksonModule module() {
      return switch (this) {
        case DEFAULT, FAST_NUMBERS -> null;
        case BLACKBIRD, BLACKBIRD_FAST_NUMBERS -> Jackson3Modules.blackbird();
        case SERIALIZERS -> Jackson3Serializers.module();
      };
    }

    private boolean fastNumbers() {
      return this == FAST_NUMBERS || this == BLACKBIRD_FAST_NUMBERS;
    }
  }

  private final ObjectWriter writer;
  private final ObjectReader reader;
  private final JsonMapper mapper;
  private final @Nullable JacksonModule module;
  private final Class<?> element;
  private final Configuration configuration;
  private final boolean fastNumbers;

  /**
   * The codec of a variant.
   *
   * @throws UnsupportedOperationException when it does not support the shape
   */
  public Jackson3Codec(Shape<T> shape, Configuration configuration) {
    if (!binds(shape, configuration)) {
      supports(shape, configuration).require();
    }
    this.configuration = configuration;
    element = shape.element();
    fastNumbers = configuration.fastNumbers();
    JsonMapper.Builder builder =
        JsonMapper.builder().configure(StreamWriteFeature.USE_FAST_DOUBLE_WRITER, fastNumbers);
    module = configuration.module();
    if (module != null) {
      builder.addModule(module);
    }
    mapper = builder.build();
    JavaType type = mapper.constructType(shape.type());
    writer = mapper.writerFor(type);
    reader = mapper.readerFor(type);
  }

  /** What is known of a variant before it runs. */
  public static JsonDescriptor descriptor(Configuration configuration) {
    String constraints =
        "https://github.com/FasterXML/jackson-core/blob/jackson-core-3.3.0/src/main/java/tools/jackson/core/StreamReadConstraints.java";
    // Its limit for texts is above the limit for files.
    JsonDescriptor both =
        JsonDescriptor.supporting(shape -> supports(shape, configuration))
            .reading(DocumentLimits.NONE.name(50_000, constraints).number(1000, constraints));
    return switch (configuration) {
      case FAST_NUMBERS -> both.decoding(shape -> onlyWrites("JACKSON3"));
      case BLACKBIRD_FAST_NUMBERS -> both.decoding(shape -> onlyWrites("JACKSON3_BLACKBIRD"));
      default -> both;
    };
  }

  /** What a variant supports. */
  private static Support supports(Shape<?> shape, Configuration configuration) {
    return switch (configuration) {
      case DEFAULT, FAST_NUMBERS -> Support.YES;
      case SERIALIZERS -> Jackson3Serializers.supports(shape);
      case BLACKBIRD, BLACKBIRD_FAST_NUMBERS ->
          shape.isMap()
              ? Support.no(
                  "it replaces the accessors of properties, and a map has none",
                  "https://github.com/FasterXML/jackson-modules-base/tree/jackson-modules-base-3.3.0/blackbird")
              : Jackson3Modules.support();
    };
  }

  /** Whether a variant binds the shape here: only a comparison, since a cold start times it. */
  private static boolean binds(Shape<?> shape, Configuration configuration) {
    return switch (configuration) {
      case DEFAULT, FAST_NUMBERS -> true;
      case SERIALIZERS -> Jackson3Templates.TEMPLATES.containsKey(shape.element());
      case BLACKBIRD, BLACKBIRD_FAST_NUMBERS -> !shape.isMap() && Jackson3Modules.isSupported();
    };
  }

  /** Fast numbers change only writing; reading is measured by the variant without them. */
  private static Support onlyWrites(String toRead) {
    return Support.no(
        "the setting is for writing doubles, and the fast reader is on by default: to read, use "
            + toRead,
        "https://github.com/FasterXML/jackson-core/blob/jackson-core-3.3.0/src/main/java/tools/jackson/core/StreamReadFeature.java");
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
        + binding()
        + ", fast writer of doubles "
        + (fastNumbers ? "on" : "off");
  }

  /** How the mapper binds. It resolves both directions, so the constructor does not ask. */
  private String binding() {
    return switch (configuration) {
      case DEFAULT, FAST_NUMBERS -> "bound by reflection";
      case SERIALIZERS -> Jackson3Serializers.requireEffect(mapper, element);
      case BLACKBIRD, BLACKBIRD_FAST_NUMBERS ->
          Jackson3Modules.requireEffect(mapper, requireNonNull(module), element);
    };
  }
}
