package requestpath.json;

import com.dslplatform.json.JsonReader.DoublePrecision;
import requestpath.payload.Equivalence;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * The JSON libraries. A constant builds its codec in a body of its own, so that choosing one loads
 * nothing of the others.
 */
public enum JsonLibrary {
  /** Jackson 2 databind as it comes. The default of Spring Boot 3, Quarkus, WebFlux. */
  JACKSON2 {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson2Codec<>(shape);
    }
  },
  /** Jackson 3 databind as it comes. */
  JACKSON3 {
    @Override
    public <T> JsonCodec<T> codec(Shape<T> shape) {
      return new Jackson3Codec<>(shape);
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
   * How closely what the library reads must match what was written; exactly, but for rows named
   * INEXACT.
   */
  public Equivalence equivalence() {
    return Equivalence.EXACT;
  }
}
