package requestpath.json;

import com.dslplatform.json.JsonReader.DoublePrecision;
import requestpath.payload.Equivalence;
import requestpath.payload.Numbers;
import requestpath.payload.NumbersBean;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * The JSON libraries. A constant builds its codec in a body of its own, so that choosing one loads
 * nothing of the others.
 */
public enum JsonLibrary {
  /** Jackson 2 databind as it comes. What Spring Boot 3, WebFlux and Quarkus use. */
  JACKSON2 {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson2Codec<>(shape, false);
    }
  },
  /** Jackson 2 databind with its fast reader and writer of doubles, which are off by default. */
  JACKSON2_FAST_NUMBERS {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson2Codec<>(shape, true);
    }
  },
  /** Jackson 3 databind as it comes. What Spring Boot 4 uses. */
  JACKSON3 {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson3Codec<>(shape, false);
    }
  },
  /**
   * Jackson 3 databind with its fast writer of doubles, which is off by default; its fast reader is
   * on.
   */
  JACKSON3_FAST_NUMBERS {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson3Codec<>(shape, true);
    }

    @Override
    public Support supportsDecoding(Shape<?> shape) {
      return Support.no(
          "the setting is for writing doubles, the fast reader is on by default: to read it is JACKSON3",
          "https://github.com/FasterXML/jackson/blob/main/jackson3/MIGRATING_TO_JACKSON_3.md");
    }
  },
  /** Gson with its reflective adapters. What Spark Java's users reach for. */
  GSON {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new GsonCodec<>(shape);
    }
  },
  /** DSL-JSON with generated code and doubles read exactly. */
  DSL_JSON {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new DslJsonCodec<>(shape, DoublePrecision.EXACT);
    }
  },
  /**
   * DSL-JSON with generated code and doubles read as it does by default: some are off in the last
   * bit.
   */
  DSL_JSON_INEXACT {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new DslJsonCodec<>(shape, DoublePrecision.DEFAULT);
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
  };

  /**
   * The library's codec for a shape.
   *
   * @throws UnsupportedOperationException when {@link #supports} says no
   */
  public abstract <T> JsonCodec<T> codec(Shape<T> shape);

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

  /**
   * How closely what the library reads must match what was written; exactly, but for rows named
   * INEXACT.
   */
  public Equivalence equivalence() {
    return Equivalence.EXACT;
  }
}
