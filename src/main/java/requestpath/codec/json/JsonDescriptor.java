package requestpath.codec.json;

import java.util.function.Function;
import requestpath.codec.DocumentLimits;
import requestpath.codec.Equivalence;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * What is known of a variant before it runs: what it supports, its limits, and how exact it is.
 * Each codec describes itself; that builds no codec.
 *
 * @param supports whether the library has a codec for a shape
 * @param encoding whether encoding the shape is measured
 * @param decoding whether decoding the shape is measured
 * @param readingLimits its limits when it reads documents as maps
 * @param writingLimits its limits when it writes documents from maps
 * @param equivalence how closely what it reads must match what was written
 */
public record JsonDescriptor(
    Function<Shape<?>, Support> supports,
    Function<Shape<?>, Support> encoding,
    Function<Shape<?>, Support> decoding,
    DocumentLimits readingLimits,
    DocumentLimits writingLimits,
    Equivalence equivalence) {

  /** Supports everything, without a limit, exactly. */
  public static final JsonDescriptor UNLIMITED = supporting(shape -> Support.YES);

  /** Supports in both directions what the function says, without a limit, exactly. */
  public static JsonDescriptor supporting(Function<Shape<?>, Support> supports) {
    return new JsonDescriptor(
        supports, supports, supports, DocumentLimits.NONE, DocumentLimits.NONE, Equivalence.EXACT);
  }

  /** The same, but encoding is measured only where the function says so. */
  public JsonDescriptor encoding(Function<Shape<?>, Support> measured) {
    return new JsonDescriptor(
        supports, measured, decoding, readingLimits, writingLimits, equivalence);
  }

  /** The same, but decoding is measured only where the function says so. */
  public JsonDescriptor decoding(Function<Shape<?>, Support> measured) {
    return new JsonDescriptor(
        supports, encoding, measured, readingLimits, writingLimits, equivalence);
  }

  /** The same with limits when it reads documents as maps. */
  public JsonDescriptor reading(DocumentLimits limits) {
    return new JsonDescriptor(supports, encoding, decoding, limits, writingLimits, equivalence);
  }

  /** The same with limits when it writes documents from maps. */
  public JsonDescriptor writing(DocumentLimits limits) {
    return new JsonDescriptor(supports, encoding, decoding, readingLimits, limits, equivalence);
  }

  /** The same, but doubles may be read one unit in the last place off. */
  public JsonDescriptor inexact() {
    return new JsonDescriptor(
        supports, encoding, decoding, readingLimits, writingLimits, Equivalence.ONE_ULP);
  }
}
