package requestpath.codec.json;

import com.dslplatform.json.JsonReader.DoublePrecision;
import requestpath.codec.DocumentLimits;
import requestpath.codec.Equivalence;
import requestpath.payload.Numbers;
import requestpath.payload.NumbersBean;
import requestpath.payload.OrderBean;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * The JSON libraries. A constant builds its codec in a body of its own, so that choosing one loads
 * nothing of the others. Long, as it is a list: a constant a row.
 */
public enum JsonLibrary {
  /** Jackson 2 databind as it comes. What Spring Boot 3, WebFlux and Quarkus use. */
  JACKSON2 {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson2Codec<>(shape, Jackson2Codec.Setup.DEFAULT);
    }

    @Override
    public DocumentLimits readingLimits() {
      return JsonLimits.JACKSON2_READS;
    }
  },
  /** Jackson 2 databind with its fast reader and writer of doubles, which are off by default. */
  JACKSON2_FAST_NUMBERS {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson2Codec<>(shape, Jackson2Codec.Setup.FAST_NUMBERS);
    }

    @Override
    public DocumentLimits readingLimits() {
      return JsonLimits.JACKSON2_READS;
    }
  },
  /** Jackson 2 databind with the Afterburner module: byte code generated at run time. */
  JACKSON2_AFTERBURNER {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson2Codec<>(shape, Jackson2Codec.Setup.AFTERBURNER);
    }

    @Override
    public Support supports(Shape<?> shape) {
      return Jackson2Codec.supports(shape, Jackson2Codec.Setup.AFTERBURNER);
    }

    @Override
    public Support supportsDecoding(Shape<?> shape) {
      return Jackson2Codec.supportsDecoding(shape, Jackson2Codec.Setup.AFTERBURNER);
    }
  },
  /**
   * Jackson 2 databind with the Blackbird module: method handles and lambdas in the place of
   * reflection.
   */
  JACKSON2_BLACKBIRD {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson2Codec<>(shape, Jackson2Codec.Setup.BLACKBIRD);
    }

    @Override
    public Support supports(Shape<?> shape) {
      return Jackson2Codec.supports(shape, Jackson2Codec.Setup.BLACKBIRD);
    }
  },
  /** Jackson 2 databind with the Blackbird module and its fast reader and writer of doubles. */
  JACKSON2_BLACKBIRD_FAST_NUMBERS {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson2Codec<>(shape, Jackson2Codec.Setup.BLACKBIRD_FAST_NUMBERS);
    }

    @Override
    public Support supports(Shape<?> shape) {
      return Jackson2Codec.supports(shape, Jackson2Codec.Setup.BLACKBIRD_FAST_NUMBERS);
    }
  },
  /** Jackson 2 databind with a hand-written serializer and deserializer for each type. */
  JACKSON2_SERIALIZERS {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson2Codec<>(shape, Jackson2Codec.Setup.SERIALIZERS);
    }

    @Override
    public Support supports(Shape<?> shape) {
      return Jackson2Codec.supports(shape, Jackson2Codec.Setup.SERIALIZERS);
    }
  },
  /** Jackson 2 without databind: its generator and parser by hand. */
  JACKSON2_STREAMING {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson2StreamingCodec<>(shape, false);
    }

    @Override
    public Support supports(Shape<?> shape) {
      return Jackson2StreamingCodec.supports(shape);
    }

    @Override
    public DocumentLimits readingLimits() {
      return JsonLimits.JACKSON2_READS;
    }
  },
  /** Jackson 2 without databind, with its fast reader and writer of doubles. */
  JACKSON2_STREAMING_FAST_NUMBERS {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson2StreamingCodec<>(shape, true);
    }

    @Override
    public Support supports(Shape<?> shape) {
      return Jackson2StreamingCodec.supports(shape);
    }

    @Override
    public DocumentLimits readingLimits() {
      return JsonLimits.JACKSON2_READS;
    }
  },
  /** jackson-jr: the small databinding over the core of Jackson 2. */
  JACKSON_JR {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new JacksonJrCodec<>(shape);
    }

    @Override
    public DocumentLimits readingLimits() {
      return JsonLimits.JACKSON2_READS;
    }
  },
  /** Jackson 3 databind as it comes. What Spring Boot 4 uses. */
  JACKSON3 {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson3Codec<>(shape, Jackson3Codec.Setup.DEFAULT);
    }

    @Override
    public DocumentLimits readingLimits() {
      return JsonLimits.JACKSON3_READS;
    }
  },
  /**
   * Jackson 3 databind with its fast writer of doubles, which is off by default; its fast reader is
   * on.
   */
  JACKSON3_FAST_NUMBERS {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson3Codec<>(shape, Jackson3Codec.Setup.FAST_NUMBERS);
    }

    @Override
    public Support supportsDecoding(Shape<?> shape) {
      return Jackson3Codec.onlyWrites("JACKSON3");
    }

    @Override
    public DocumentLimits readingLimits() {
      return JsonLimits.JACKSON3_READS;
    }
  },
  /** Jackson 3 databind with the Blackbird module, which wants Java 25. */
  JACKSON3_BLACKBIRD {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson3Codec<>(shape, Jackson3Codec.Setup.BLACKBIRD);
    }

    @Override
    public Support supports(Shape<?> shape) {
      return Jackson3Codec.supports(shape, Jackson3Codec.Setup.BLACKBIRD);
    }
  },
  /** Jackson 3 databind with the Blackbird module and its fast writer of doubles. */
  JACKSON3_BLACKBIRD_FAST_NUMBERS {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson3Codec<>(shape, Jackson3Codec.Setup.BLACKBIRD_FAST_NUMBERS);
    }

    @Override
    public Support supports(Shape<?> shape) {
      return Jackson3Codec.supports(shape, Jackson3Codec.Setup.BLACKBIRD_FAST_NUMBERS);
    }

    @Override
    public Support supportsDecoding(Shape<?> shape) {
      return Jackson3Codec.onlyWrites("JACKSON3_BLACKBIRD");
    }
  },
  /** Jackson 3 databind with a hand-written serializer and deserializer for each type. */
  JACKSON3_SERIALIZERS {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson3Codec<>(shape, Jackson3Codec.Setup.SERIALIZERS);
    }

    @Override
    public Support supports(Shape<?> shape) {
      return Jackson3Codec.supports(shape, Jackson3Codec.Setup.SERIALIZERS);
    }
  },
  /** Gson with its reflective adapters. What Spark Java's users reach for. */
  GSON {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new GsonCodec<>(shape);
    }

    @Override
    public DocumentLimits readingLimits() {
      return JsonLimits.GSON_READS;
    }
  },
  /** Gson with a hand-written TypeAdapter for each type. */
  GSON_ADAPTER {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return GsonAdapters.codec(shape);
    }

    @Override
    public Support supports(Shape<?> shape) {
      return GsonAdapters.supports(shape);
    }
  },
  /** DSL-JSON with generated code and doubles read exactly. */
  DSL_JSON {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new DslJsonCodec<>(shape, DoublePrecision.EXACT, true);
    }

    @Override
    public DocumentLimits readingLimits() {
      return JsonLimits.DSL_JSON_READS;
    }

    @Override
    public DocumentLimits writingLimits() {
      return JsonLimits.DSL_JSON_WRITES;
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
    public Support supports(Shape<?> shape) {
      return shape.element() == Numbers.class || shape.element() == NumbersBean.class
          ? Support.no(
              "its default reads doubles of some magnitudes wrong by far more than their last bit, or"
                  + " fails with an ArrayIndexOutOfBoundsException",
              "https://github.com/ngs-doo/dsl-json/issues/283")
          : Support.YES;
    }

    @Override
    public Support supportsEncoding(Shape<?> shape) {
      return Support.no(
          "the setting is for reading doubles: to write it is DSL_JSON",
          "https://github.com/ngs-doo/dsl-json/blob/master/README.md");
    }

    @Override
    public Equivalence equivalence() {
      return Equivalence.ONE_ULP;
    }

    @Override
    public DocumentLimits readingLimits() {
      return JsonLimits.DSL_JSON_READS;
    }

    @Override
    public DocumentLimits writingLimits() {
      return JsonLimits.DSL_JSON_WRITES;
    }
  },
  /** DSL-JSON without generated code: it analyses classes at run time. */
  DSL_JSON_RUNTIME {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new DslJsonCodec<>(shape, DoublePrecision.EXACT, false);
    }

    @Override
    public Support supports(Shape<?> shape) {
      return shape.element() == OrderBean.class
          ? Support.no(
              "its analysis at run time silently leaves out a boolean whose getter begins with is",
              "https://github.com/ngs-doo/dsl-json/issues/271")
          : Support.YES;
    }

    @Override
    public DocumentLimits readingLimits() {
      return JsonLimits.DSL_JSON_READS;
    }

    @Override
    public DocumentLimits writingLimits() {
      return JsonLimits.DSL_JSON_WRITES;
    }
  },
  /** fastjson2. */
  FASTJSON2 {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Fastjson2Codec<>(shape);
    }

    @Override
    public DocumentLimits readingLimits() {
      return JsonLimits.FASTJSON2_READS;
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
    public DocumentLimits readingLimits() {
      return JsonLimits.AVAJE_READS;
    }

    @Override
    public DocumentLimits writingLimits() {
      return JsonLimits.AVAJE_WRITES;
    }
  },
  /** avaje-jsonb with generated code and doubles read as it does: some are off in the last bit. */
  AVAJE_JSONB_INEXACT {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new AvajeJsonbCodec<>(shape, false);
    }

    @Override
    public Support supports(Shape<?> shape) {
      return AvajeJsonbCodec.supportsInexact(shape);
    }

    @Override
    public Support supportsEncoding(Shape<?> shape) {
      return Support.no(
          "only what it reads differs: to write it is AVAJE_JSONB",
          "https://github.com/avaje/avaje-jsonb/blob/master/json-core/src/main/java/io/avaje/json/stream/core/NumberParser.java");
    }

    @Override
    public Equivalence equivalence() {
      return Equivalence.ONE_ULP;
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
    public DocumentLimits readingLimits() {
      return JsonLimits.YASSON_READS;
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
    public DocumentLimits readingLimits() {
      return JsonLimits.JACKSON2_READS;
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
    public Support supports(Shape<?> shape) {
      return VertxCodec.supports(shape);
    }

    @Override
    public DocumentLimits readingLimits() {
      return JsonLimits.JACKSON2_READS;
    }
  },
  /** Vert.x over the core of Jackson 2, as it is without databind on the class path. Maps alone. */
  VERTX_WITHOUT_DATABIND {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new VertxCodec<>(shape, false);
    }

    @Override
    public Support supports(Shape<?> shape) {
      return VertxCodec.supports(shape);
    }

    @Override
    public DocumentLimits readingLimits() {
      return JsonLimits.JACKSON2_READS;
    }
  },
  /** org.json: the reference implementation. Maps alone. */
  ORG_JSON {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new OrgJsonCodec<>(shape);
    }

    @Override
    public Support supports(Shape<?> shape) {
      return OrgJsonCodec.supports(shape);
    }

    @Override
    public DocumentLimits readingLimits() {
      return JsonLimits.ORG_JSON_READS;
    }
  },
  /** wast. */
  WAST {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new WastCodec<>(shape);
    }

    @Override
    public DocumentLimits readingLimits() {
      return JsonLimits.WAST_READS;
    }
  },
  /** No library but the reference: written by hand in plain Java for the articles' records. */
  HANDWRITTEN {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new HandwrittenJsonCodec<>(shape);
    }

    @Override
    public Support supports(Shape<?> shape) {
      return HandwrittenJsonCodec.supports(shape);
    }

    @Override
    public DocumentLimits readingLimits() {
      return JsonLimits.HANDWRITTEN_READS;
    }
  };

  /**
   * The library's codec for a shape.
   *
   * @throws UnsupportedOperationException when {@link #supports} says no
   */
  public abstract <T> JsonCodec<T> codec(Shape<T> shape);

  /**
   * The same codec for {@code verify}, which gives it documents that it may never return from: it
   * ends when its thread is interrupted, where that takes more than the measured codec has.
   *
   * @throws UnsupportedOperationException when {@link #supports} says no
   */
  public <T> JsonCodec<T> codecToCheck(Shape<T> shape) {
    return codec(shape);
  }

  /** Whether the library can do the shape; all can, unless a constant says otherwise. */
  public Support supports(Shape<?> shape) {
    return Support.YES;
  }

  /**
   * Whether encoding the shape is a row of its own; it is where the shape can be done, unless a
   * constant says why not.
   */
  public Support supportsEncoding(Shape<?> shape) {
    return supports(shape);
  }

  /** The same for decoding. */
  public Support supportsDecoding(Shape<?> shape) {
    return supports(shape);
  }

  /** Its limits when reading documents as maps; none by default. */
  public DocumentLimits readingLimits() {
    return DocumentLimits.NONE;
  }

  /** Its limits when writing documents from maps; none by default. */
  public DocumentLimits writingLimits() {
    return DocumentLimits.NONE;
  }

  /**
   * How closely what the library reads must match what was written; exactly, but for rows named
   * INEXACT.
   */
  public Equivalence equivalence() {
    return Equivalence.EXACT;
  }
}
