package requestpath.codec.handwritten.msgpack;

import java.io.IOException;
import requestpath.codec.handwritten.Outputs;

/**
 * How the values of one Java type are written and read.
 *
 * @param <T> the Java type
 */
abstract class Template<T> implements Outputs.Writer<Output, T> {
  /**
   * Reads the value that is the whole message. Each template makes its own input: where one method
   * makes and uses it, a compiler keeps what it holds in registers.
   */
  abstract T read(byte[] message) throws IOException;

  /**
   * The value as a message in an array of its own. A template that knows the message's length
   * before it writes does without an output.
   */
  byte[] toBytes(Outputs<Output> outputs, T value) throws IOException {
    return outputs.toBytes(this, value);
  }
}
