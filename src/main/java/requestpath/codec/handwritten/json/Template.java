package requestpath.codec.handwritten.json;

import java.io.IOException;
import requestpath.codec.handwritten.Outputs;

/**
 * How the values of one Java type are written and read. A value's end is returned where it is
 * written; where it is read, it is left in {@link Input#end}.
 *
 * @param <T> the Java type
 */
abstract class Template<T> implements Outputs.Writer<Output, T> {
  /**
   * The value as a document in an array of its own. A template that knows the document's length
   * before it writes does without an output.
   */
  byte[] toBytes(Outputs<Output> outputs, T value) throws IOException {
    return outputs.toBytes(this, value);
  }

  /** Reads the object whose brace is at a position. */
  abstract T read(Input in, int at) throws IOException;

  /**
   * The value that is the whole document. A template may know the compact form that it is mostly
   * sent, and take this way where a document differs from it.
   */
  T fromBytes(byte[] document) throws IOException {
    Input in = new Input(document);
    T value = read(in, in.afterBlanks(0));
    in.requireEnd(in.end);
    return value;
  }
}
