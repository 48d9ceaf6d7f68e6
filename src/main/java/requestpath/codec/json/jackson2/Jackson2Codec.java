package requestpath.codec.json.jackson2;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import requestpath.codec.AddedCheckException;
import requestpath.codec.DocumentLimits;
import requestpath.codec.Jackson2Modules;
import requestpath.codec.json.JsonCodec;
import requestpath.codec.json.JsonDescriptor;
import requestpath.payload.DataClasses;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * Jackson 2 databind, the way that Spring Boot 3, WebFlux and Quarkus deploy it; and, as variants
 * of their own, with its fast reader and writer of doubles, with Afterburner, with Blackbird, with
 * Blackbird and fast doubles, with serializers and deserializers written by hand ({@link
 * Jackson2Serializers}), and with the module for Kotlin.
 *
 * <p>One mapper, from it one {@code ObjectWriter} and one {@code ObjectReader} for the shape, all
 * immutable and safe from many threads; bytes in and bytes out, never a String between. That is
 * what the project advises for speed:
 * https://github.com/FasterXML/jackson-docs/wiki/Presentation:-Jackson-Performance. Its buffers
 * come from its default pool, one for each thread, which its maintainers found the fastest on
 * platform threads: https://github.com/FasterXML/jackson-core/issues/1266.
 *
 * <p>Settings that make the contract equal to the others': what follows the document is refused,
 * unknown fields are ignored (Spring Boot sets the latter, too). The fast reader and writer of
 * doubles are off by default out of caution
 * (https://github.com/FasterXML/jackson-core/issues/1231): both ways are exact, and whoever adds
 * Jackson to a service gets the slow ones, hence two variants. Depth is limited to 1000 and strings
 * to 20 million characters, by its own constraints. When it writes maps, a stack of 512 KB
 * overflows before that depth; the error is turned into an exception here.
 *
 * <p>The modules are registered with the mapper, as their documentation says, and nothing else is
 * changed. Both replace reflection in the getters and setters of properties and write and read int,
 * long, boolean and String directly; Blackbird does so for double, too, since 2.23. Afterburner
 * generates byte code and leaves constructors with arguments to reflection, so that it changes
 * nothing when records are read
 * (https://github.com/FasterXML/jackson-modules-base/blob/2.18/afterburner/). Blackbird makes
 * lambdas, also of such constructors; its lambdas live as long as the class loader of the bound
 * class, so that a mapper must be kept, as it is here
 * (https://github.com/FasterXML/jackson-modules-base/tree/jackson-modules-base-2.23.0/blackbird).
 * Neither has anything to do for maps. Both fall back to reflection where they cannot get at a
 * class, hence {@link #description()} looks at the serializer and the deserializer that the mapper
 * really uses. The constructor does not: a cold start times it, in one direction.
 *
 * <p>The module for Kotlin is what its users add
 * (https://github.com/FasterXML/jackson-module-kotlin) and what Spring requires for Kotlin's
 * classes
 * (https://docs.spring.io/spring-framework/reference/6.2/languages/kotlin/requirements.html). It
 * calls their constructors by Kotlin's reflection
 * (https://github.com/FasterXML/jackson-module-kotlin/blob/2.19/src/main/kotlin/com/fasterxml/jackson/module/kotlin/KotlinValueInstantiator.kt)
 * and, for the fields of these payloads, changes nothing in how they are written. So RECORD is the
 * {@link DataClasses} that stand for the records, as in KOTLINX: nothing is converted within the
 * measurement.
 *
 * <p>JACKSON2_SERIALIZERS has the slow doubles, as JACKSON2 has, so that what differs is who reads
 * and writes the fields.
 */
public final class Jackson2Codec<T> implements JsonCodec<T> {
  /** What is changed from databind as it comes. */
  public enum Configuration {
    DEFAULT,
    FAST_NUMBERS,
    AFTERBURNER,
    BLACKBIRD,
    BLACKBIRD_FAST_NUMBERS,
    SERIALIZERS,
    KOTLIN;

    /** The module to register, which may be none; the classes of no other are loaded. */
    private @Nullable Module module() {
      return switch (this) {
        case DEFAULT, FAST_NUMBERS -> null;
        case AFTERBURNER -> Jackson2Modules.Afterburner.module();
        case BLACKBIRD, BLACKBIRD_FAST_NUMBERS -> Jackson2Modules.Blackbird.module();
        case SERIALIZERS -> Jackson2Serializers.module();
        case KOTLIN -> Jackson2Modules.Kotlin.module();
      };
    }

    private boolean fastNumbers() {
      return this == FAST_NUMBERS || this == BLACKBIRD_FAST_NUMBERS;
    }
  }

  private final ObjectWriter writer;
  private final ObjectReader reader;
  private final JsonMapper mapper;
  private final @Nullable Module module;
  private final Class<?> element;
  private final Configuration configuration;
  private final boolean fastNumbers;

  /**
   * The codec of a variant.
   *
   * @throws UnsupportedOperationException when it does not support the shape
   */
  public Jackson2Codec(Shape<T> shape, Configuration configuration) {
    if (!binds(shape, configuration)) {
      supports(shape, configuration).require();
    }
    this.configuration = configuration;
    Shape<?> bound = configuration == Configuration.KOTLIN ? DataClasses.shape(shape) : shape;
    element = bound.element();
    fastNumbers = configuration.fastNumbers();
    JsonMapper.Builder builder =
        withSettings(JsonMapper.builder())
            .configure(StreamReadFeature.USE_FAST_DOUBLE_PARSER, fastNumbers)
            .configure(StreamWriteFeature.USE_FAST_DOUBLE_WRITER, fastNumbers);
    module = configuration.module();
    if (module != null) {
      builder.addModule(module);
    }
    mapper = builder.build();
    JavaType type = mapper.constructType(bound.type());
    writer = mapper.writerFor(type);
    reader = mapper.readerFor(type);
  }

  /** The settings that make the contract equal to the others', in every use of Jackson 2. */
  static JsonMapper.Builder withSettings(JsonMapper.Builder builder) {
    return builder
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  /** What is known of a variant before it runs. */
  public static JsonDescriptor descriptor(Configuration configuration) {
    JsonDescriptor both =
        JsonDescriptor.supporting(shape -> supports(shape, configuration)).reading(parserLimits());
    return configuration == Configuration.AFTERBURNER
        ? both.decoding(Jackson2Codec::afterburnerReads)
        : both;
  }

  /** The limits of everything that reads through the parser of Jackson 2. */
  public static DocumentLimits parserLimits() {
    String constraints =
        "https://github.com/FasterXML/jackson-core/blob/jackson-core-2.23.0/src/main/java/com/fasterxml/jackson/core/StreamReadConstraints.java";
    return DocumentLimits.NONE
        .name(50_000, constraints)
        .number(1000, constraints)
        .text(20_000_000, constraints);
  }

  /** What a variant supports in both directions. */
  private static Support supports(Shape<?> shape, Configuration configuration) {
    if (binds(shape, configuration)) {
      return Support.YES;
    }
    return switch (configuration) {
      case SERIALIZERS -> Jackson2Serializers.unsupported(shape);
      case KOTLIN ->
          Support.no(
              "it changes only how Kotlin's classes are bound: use JACKSON2",
              "https://github.com/FasterXML/jackson-module-kotlin");
      case AFTERBURNER ->
          noAccessors("https://github.com/FasterXML/jackson-modules-base/blob/2.18/afterburner/");
      case DEFAULT, FAST_NUMBERS, BLACKBIRD, BLACKBIRD_FAST_NUMBERS ->
          noAccessors(
              "https://github.com/FasterXML/jackson-modules-base/tree/jackson-modules-base-2.23.0/blackbird");
    };
  }

  private static Support noAccessors(String source) {
    return Support.no("it replaces the accessors of properties, and a map has none", source);
  }

  /** Whether a variant binds the shape: only a comparison, since a cold start times it. */
  private static boolean binds(Shape<?> shape, Configuration configuration) {
    return switch (configuration) {
      case DEFAULT, FAST_NUMBERS -> true;
      case AFTERBURNER, BLACKBIRD, BLACKBIRD_FAST_NUMBERS -> !shape.isMap();
      case SERIALIZERS -> Jackson2Serializers.TYPES.contains(shape.element());
      case KOTLIN -> DataClasses.standFor(shape);
    };
  }

  /** Afterburner leaves the constructors of records alone. */
  private static Support afterburnerReads(Shape<?> shape) {
    return shape.element().isRecord()
        ? Support.no(
            "it replaces setters and constructors without arguments, and a record has neither: to"
                + " read it is JACKSON2",
            "https://github.com/FasterXML/jackson-modules-base/blob/2.18/afterburner/")
        : supports(shape, Configuration.AFTERBURNER);
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    try {
      return writer.writeValueAsBytes(value);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public String toText(T value) throws IOException {
    try {
      return writer.writeValueAsString(value);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public T fromBytes(byte[] json) throws IOException {
    return reader.readValue(json);
  }

  @Override
  public String description() {
    return "jackson-databind "
        + writer.version()
        + ": ObjectWriter.writeValueAsBytes and writeValueAsString, ObjectReader.readValue(byte[]), "
        + binding()
        + ", fast reader and writer of doubles "
        + (fastNumbers ? "on" : "off");
  }

  /** How the mapper binds. It resolves both directions, so the constructor does not ask. */
  private String binding() {
    return switch (configuration) {
      case DEFAULT, FAST_NUMBERS -> "bound by reflection";
      case SERIALIZERS -> Jackson2Serializers.requireEffect(mapper, element);
      case KOTLIN -> Jackson2Modules.Kotlin.requireEffect(mapper, requireNonNull(module), element);
      case AFTERBURNER, BLACKBIRD, BLACKBIRD_FAST_NUMBERS ->
          Jackson2Modules.requireEffect(mapper, requireNonNull(module), element);
    };
  }
}
