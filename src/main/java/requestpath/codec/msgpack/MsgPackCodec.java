package requestpath.codec.msgpack;

import java.io.IOException;

/**
 * One library, set up once for one shape, used by many threads at a time. The contract is that of
 * JSON: null and doubles survive both ways, unknown fields are ignored.
 *
 * @param <T> the shape's Java type
 */
public interface MsgPackCodec<T> {
  /**
   * The value as one MessagePack value.
   *
   * @return an array of exactly the message's length that the caller owns
   * @throws IOException when the library refuses the value
   */
  byte[] toBytes(T value) throws IOException;

  /**
   * The value of one message, with every field materialised: nothing refers to the array
   * afterwards.
   *
   * @throws IOException when it is not MessagePack or not of the shape; libraries also throw
   *     runtime exceptions of their own
   */
  T fromBytes(byte[] message) throws IOException;

  /**
   * What is really in use: library, version, entry points. Benchmarks ask for it outside the
   * measurement, in every fork.
   *
   * @throws IllegalStateException when what makes the variant has no effect, such as a module that
   *     left the class to reflection
   */
  String description();
}
