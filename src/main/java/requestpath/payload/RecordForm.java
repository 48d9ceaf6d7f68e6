package requestpath.payload;

/** A class that stands for a record: a bean, or a class of another language. */
public interface RecordForm {
  /**
   * The same values as a record; {@code toRecord} and not a getter, so that no library takes it for
   * a property.
   */
  Record toRecord();
}
