package requestpath.payload;

/** The Java form that a document is bound to. */
public enum Binding {
  /** Java records: immutable, bound through the canonical constructor. */
  RECORD,
  /** Classes with getters and setters. */
  BEAN,
  /**
   * {@code Map<String, Object>}: the "dict" of the source articles; no field is known beforehand.
   */
  MAP
}
