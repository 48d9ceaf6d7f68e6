package requestpath.codec.json;

import java.io.IOException;

/**
 * One library, set up once for one shape, used by many threads at a time.
 *
 * <p>The contract of every variant: null is written as null and read as null; doubles survive both
 * ways; unknown fields are ignored; one document, and nothing but blanks behind it. Where a library
 * does not do that by itself, its codec sets it or adds what is missing, and says so.
 *
 * @param <T> the shape's Java type
 */
public interface JsonCodec<T> {
  /**
   * The value as JSON in UTF-8.
   *
   * @return an array of exactly the document's length that the caller owns
   * @throws IOException when the library refuses the value
   */
  byte[] toBytes(T value) throws IOException;

  /**
   * The value as JSON text.
   *
   * @throws IOException when the library refuses the value
   */
  String toText(T value) throws IOException;

  /**
   * The value of a JSON document, with every field materialised: nothing refers to the array
   * afterwards.
   *
   * @param json one document in UTF-8; one that is null as a whole is nobody's subject: some refuse
   *     it
   * @throws IOException when it is not JSON or not of the shape; libraries also throw runtime
   *     exceptions of their own
   */
  T fromBytes(byte[] json) throws IOException;

  /**
   * What is really in use: library, version, entry points, generated code or reflection. Benchmarks
   * ask for it outside the measurement, in every fork.
   *
   * @throws IllegalStateException when what makes the variant has no effect, such as a module that
   *     left the class to reflection
   */
  String description();
}
