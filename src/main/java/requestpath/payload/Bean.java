package requestpath.payload;

/** A class with getters and setters that stands for a record. */
public interface Bean {
  /**
   * The same values as a record; {@code toRecord} and not a getter, so that no library takes it for
   * a property.
   */
  Record toRecord();
}
