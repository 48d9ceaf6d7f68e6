package requestpath.codec.json;

import com.dslplatform.json.JsonReader.DoublePrecision;
import java.util.ArrayList;
import java.util.List;
import requestpath.codec.DocumentLimits;
import requestpath.codec.Equivalence;
import requestpath.codec.json.gson.GsonAdapters;
import requestpath.codec.json.gson.GsonCodec;
import requestpath.codec.json.jackson2.Jackson2Codec;
import requestpath.codec.json.jackson2.Jackson2StreamingCodec;
import requestpath.codec.json.jackson3.Jackson3Codec;
import requestpath.payload.DataClasses;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * The JSON libraries. A constant builds its codec in a body of its own, so that choosing one loads
 * nothing of the others. Each codec class describes its own variant ({@link JsonDescriptor}). Long,
 * as it is a list.
 */
public enum JsonLibrary {
  /** Jackson 2 databind as it comes. What Spring Boot 3, WebFlux and Quarkus use. */
  JACKSON2 {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson2Codec<>(shape, Jackson2Codec.Configuration.DEFAULT);
    }

    @Override
    JsonDescriptor descriptor() {
      return Jackson2Codec.descriptor(Jackson2Codec.Configuration.DEFAULT);
    }
  },
  /** Jackson 2 databind with its fast reader and writer of doubles, which are off by default. */
  JACKSON2_FAST_NUMBERS {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson2Codec<>(shape, Jackson2Codec.Configuration.FAST_NUMBERS);
    }

    @Override
    JsonDescriptor descriptor() {
      return Jackson2Codec.descriptor(Jackson2Codec.Configuration.FAST_NUMBERS);
    }
  },
  /** Jackson 2 databind with the Afterburner module: byte code generated at run time. */
  JACKSON2_AFTERBURNER {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson2Codec<>(shape, Jackson2Codec.Configuration.AFTERBURNER);
    }

    @Override
    JsonDescriptor descriptor() {
      return Jackson2Codec.descriptor(Jackson2Codec.Configuration.AFTERBURNER);
    }
  },
  /**
   * Jackson 2 databind with the Blackbird module: method handles and lambdas instead of reflection.
   */
  JACKSON2_BLACKBIRD {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson2Codec<>(shape, Jackson2Codec.Configuration.BLACKBIRD);
    }

    @Override
    JsonDescriptor descriptor() {
      return Jackson2Codec.descriptor(Jackson2Codec.Configuration.BLACKBIRD);
    }
  },
  /** Jackson 2 databind with the Blackbird module and its fast reader and writer of doubles. */
  JACKSON2_BLACKBIRD_FAST_NUMBERS {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson2Codec<>(shape, Jackson2Codec.Configuration.BLACKBIRD_FAST_NUMBERS);
    }

    @Override
    JsonDescriptor descriptor() {
      return Jackson2Codec.descriptor(Jackson2Codec.Configuration.BLACKBIRD_FAST_NUMBERS);
    }
  },
  /** Jackson 2 databind with a hand-written serializer and deserializer for each type. */
  JACKSON2_SERIALIZERS {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson2Codec<>(shape, Jackson2Codec.Configuration.SERIALIZERS);
    }

    @Override
    JsonDescriptor descriptor() {
      return Jackson2Codec.descriptor(Jackson2Codec.Configuration.SERIALIZERS);
    }
  },
  /**
   * Jackson 2 databind with the module for Kotlin. RECORD is Kotlin's data classes, as in KOTLINX.
   */
  JACKSON2_KOTLIN {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson2Codec<>(shape, Jackson2Codec.Configuration.KOTLIN);
    }

    @Override
    public Object inOwnClass(Object value) {
      return DataClasses.of(value);
    }

    @Override
    JsonDescriptor descriptor() {
      return Jackson2Codec.descriptor(Jackson2Codec.Configuration.KOTLIN);
    }
  },
  /** Jackson 2 without databind: its generator and parser by hand. */
  JACKSON2_STREAMING {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson2StreamingCodec<>(shape, false);
    }

    @Override
    JsonDescriptor descriptor() {
      return Jackson2StreamingCodec.descriptor();
    }
  },
  /** Jackson 2 without databind, with its fast reader and writer of doubles. */
  JACKSON2_STREAMING_FAST_NUMBERS {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson2StreamingCodec<>(shape, true);
    }

    @Override
    JsonDescriptor descriptor() {
      return Jackson2StreamingCodec.descriptor();
    }
  },
  /** jackson-jr: the small databinding over the core of Jackson 2. */
  JACKSON_JR {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new JacksonJrCodec<>(shape);
    }

    @Override
    JsonDescriptor descriptor() {
      return JacksonJrCodec.descriptor();
    }
  },
  /** Jackson 3 databind as it comes. What Spring Boot 4 uses. */
  JACKSON3 {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson3Codec<>(shape, Jackson3Codec.Configuration.DEFAULT);
    }

    @Override
    JsonDescriptor descriptor() {
      return Jackson3Codec.descriptor(Jackson3Codec.Configuration.DEFAULT);
    }
  },
  /**
   * Jackson 3 databind with its fast writer of doubles, which is off by default; its fast reader is
   * on.
   */
  JACKSON3_FAST_NUMBERS {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson3Codec<>(shape, Jackson3Codec.Configuration.FAST_NUMBERS);
    }

    @Override
    JsonDescriptor descriptor() {
      return Jackson3Codec.descriptor(Jackson3Codec.Configuration.FAST_NUMBERS);
    }
  },
  /** Jackson 3 databind with the Blackbird module, which wants Java 25. */
  JACKSON3_BLACKBIRD {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson3Codec<>(shape, Jackson3Codec.Configuration.BLACKBIRD);
    }

    @Override
    JsonDescriptor descriptor() {
      return Jackson3Codec.descriptor(Jackson3Codec.Configuration.BLACKBIRD);
    }
  },
  /** Jackson 3 databind with the Blackbird module and its fast writer of doubles. */
  JACKSON3_BLACKBIRD_FAST_NUMBERS {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson3Codec<>(shape, Jackson3Codec.Configuration.BLACKBIRD_FAST_NUMBERS);
    }

    @Override
    JsonDescriptor descriptor() {
      return Jackson3Codec.descriptor(Jackson3Codec.Configuration.BLACKBIRD_FAST_NUMBERS);
    }
  },
  /** Jackson 3 databind with a hand-written serializer and deserializer for each type. */
  JACKSON3_SERIALIZERS {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson3Codec<>(shape, Jackson3Codec.Configuration.SERIALIZERS);
    }

    @Override
    JsonDescriptor descriptor() {
      return Jackson3Codec.descriptor(Jackson3Codec.Configuration.SERIALIZERS);
    }
  },
  /** Gson with its reflective adapters. What Spark Java's users reach for. */
  GSON {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new GsonCodec<>(shape);
    }

    @Override
    JsonDescriptor descriptor() {
      return GsonCodec.descriptor();
    }
  },
  /** Gson with a hand-written TypeAdapter for each type. */
  GSON_ADAPTER {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return GsonAdapters.codec(shape);
    }

    @Override
    JsonDescriptor descriptor() {
      return GsonAdapters.descriptor();
    }
  },
  /** DSL-JSON with generated code and doubles read exactly. */
  DSL_JSON {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new DslJsonCodec<>(shape, DoublePrecision.EXACT, true);
    }

    @Override
    JsonDescriptor descriptor() {
      return DslJsonCodec.descriptor();
    }
  },
  /**
   * DSL-JSON with generated code and doubles read as it does by default: some are off in the last
   * bit.
   */
  DSL_JSON_INEXACT {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new DslJsonCodec<>(shape, DoublePrecision.DEFAULT, true);
    }

    @Override
    JsonDescriptor descriptor() {
      return DslJsonCodec.inexactDescriptor();
    }
  },
  /** DSL-JSON without generated code: it analyses classes at run time. */
  DSL_JSON_RUNTIME {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new DslJsonCodec<>(shape, DoublePrecision.EXACT, false);
    }

    @Override
    JsonDescriptor descriptor() {
      return DslJsonCodec.runtimeDescriptor();
    }
  },
  /** fastjson2. */
  FASTJSON2 {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Fastjson2Codec<>(shape);
    }

    @Override
    JsonDescriptor descriptor() {
      return Fastjson2Codec.descriptor();
    }
  },
  /** Apache Fory JSON. */
  FORY_JSON {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new ForyJsonCodec<>(shape);
    }
  },
  /**
   * avaje-jsonb with generated code; adapters read numbers with its own exact method. Avaje Jex
   * uses it without these adapters.
   */
  AVAJE_JSONB {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new AvajeJsonbCodec<>(shape, true);
    }

    @Override
    JsonDescriptor descriptor() {
      return AvajeJsonbCodec.descriptor();
    }
  },
  /** avaje-jsonb with generated code and doubles read as it does: some are off in the last bit. */
  AVAJE_JSONB_INEXACT {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new AvajeJsonbCodec<>(shape, false);
    }

    @Override
    JsonDescriptor descriptor() {
      return AvajeJsonbCodec.inexactDescriptor();
    }
  },
  /** Moshi with its reflective adapters. */
  MOSHI {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new MoshiCodec<>(shape);
    }
  },
  /** Yasson: JSON-B. What KumuluzEE uses, and Quarkus optionally. */
  YASSON {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new YassonCodec<>(shape);
    }

    @Override
    public <T> JsonCodec<T> codecToCheck(Shape<T> shape) {
      return YassonCodec.interruptible(shape);
    }

    @Override
    JsonDescriptor descriptor() {
      return YassonCodec.descriptor();
    }
  },
  /** Apache Johnzon: JSON-B. What TomEE uses. */
  JOHNZON {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new JohnzonCodec<>(shape);
    }

    @Override
    JsonDescriptor descriptor() {
      return JohnzonCodec.descriptor();
    }
  },
  /**
   * Micronaut Serialization 2.x over Jackson 2, with generated code. Micronaut 4 uses it; Micronaut
   * 5 needs Java 25.
   */
  MICRONAUT_SERDE {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new MicronautSerdeCodec<>(shape);
    }

    @Override
    JsonDescriptor descriptor() {
      return MicronautSerdeCodec.descriptor();
    }
  },
  /**
   * Vert.x with Jackson 2's databind on the class path: its JsonObject and JsonArray. Maps alone.
   */
  VERTX {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new VertxCodec<>(shape, true);
    }

    @Override
    JsonDescriptor descriptor() {
      return VertxCodec.descriptor();
    }
  },
  /** Vert.x over the core of Jackson 2, as it is without databind on the class path. Maps alone. */
  VERTX_WITHOUT_DATABIND {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new VertxCodec<>(shape, false);
    }

    @Override
    JsonDescriptor descriptor() {
      return VertxCodec.descriptor();
    }
  },
  /** org.json: the reference implementation. Maps alone. */
  ORG_JSON {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new OrgJsonCodec<>(shape);
    }

    @Override
    JsonDescriptor descriptor() {
      return OrgJsonCodec.descriptor();
    }
  },
  /**
   * Parsson: the JsonObject and JsonArray of Jakarta JSON Processing. Yasson is built on it. Only
   * maps.
   */
  PARSSON {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new ParssonCodec<>(shape);
    }

    @Override
    JsonDescriptor descriptor() {
      return ParssonCodec.descriptor();
    }
  },
  /**
   * kotlinx.serialization with generated serializers. RECORD is Kotlin's data classes, which have
   * the records' components. Ktor can use it.
   */
  KOTLINX {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new KotlinxCodec<>(shape);
    }

    @Override
    public Object inOwnClass(Object value) {
      return DataClasses.of(value);
    }

    @Override
    JsonDescriptor descriptor() {
      return KotlinxCodec.descriptor();
    }
  },
  /** wast. */
  WAST {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new WastCodec<>(shape);
    }

    @Override
    JsonDescriptor descriptor() {
      return WastCodec.descriptor();
    }
  },
  /** No library but the reference: written by hand in plain Java for the articles' records. */
  HANDWRITTEN {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new HandwrittenJsonCodec<>(shape);
    }

    @Override
    JsonDescriptor descriptor() {
      return HandwrittenJsonCodec.descriptor();
    }
  };

  /**
   * The library's codec for a shape.
   *
   * @throws UnsupportedOperationException when the library cannot bind the shape. A variant that
   *     {@link #supports} excludes only because it reads or writes wrong values has a codec: tests
   *     show the fault with it.
   */
  public abstract <T> JsonCodec<T> codec(Shape<T> shape);

  /**
   * The same codec for {@code verify}, which gives it documents that it may never return from: it
   * ends when its thread is interrupted, where that takes more than the measured codec has.
   *
   * @throws UnsupportedOperationException as {@link #codec} does
   */
  public <T> JsonCodec<T> codecToCheck(Shape<T> shape) {
    return codec(shape);
  }

  /** What is known of the variant before it runs; no limits unless a constant says otherwise. */
  JsonDescriptor descriptor() {
    return JsonDescriptor.UNLIMITED;
  }

  /**
   * The value in the class that the library binds: the value itself, unless the library binds no
   * records but classes of another language. For inputs and expected values, outside of what is
   * measured.
   *
   * @param value a record of {@link requestpath.payload.Payload}, a bean or a map
   */
  public Object inOwnClass(Object value) {
    return value;
  }

  /**
   * A new list of the values, each {@linkplain #inOwnClass in the class that the library binds}.
   */
  public final List<Object> inOwnClasses(List<Object> values) {
    List<Object> own = new ArrayList<>(values.size());
    values.forEach(value -> own.add(inOwnClass(value)));
    return own;
  }

  /** Whether the library has a codec for the shape. */
  public Support supports(Shape<?> shape) {
    return descriptor().supports().apply(shape);
  }

  /** Whether encoding the shape is measured. */
  public Support supportsEncoding(Shape<?> shape) {
    return descriptor().encoding().apply(shape);
  }

  /** Whether decoding the shape is measured. */
  public Support supportsDecoding(Shape<?> shape) {
    return descriptor().decoding().apply(shape);
  }

  /** Its limits when it reads documents as maps. */
  public DocumentLimits readingLimits() {
    return descriptor().readingLimits();
  }

  /** Its limits when it writes documents from maps. */
  public DocumentLimits writingLimits() {
    return descriptor().writingLimits();
  }

  /** How closely what the library reads must match what was written. */
  public Equivalence equivalence() {
    return descriptor().equivalence();
  }
}
