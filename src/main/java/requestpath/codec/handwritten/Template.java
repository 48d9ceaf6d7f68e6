package requestpath.codec.handwritten;

import java.io.IOException;

/**
 * How the values of one Java type are written and read.
 *
 * @param <B> what the format writes into
 * @param <T> the Java type
 */
public abstract class Template<B extends OutputBuffer, T> {
  /** For one type. */
  protected Template() {}

  /** Writes a value at a position of the buffer and returns the position after it. */
  public abstract int write(B out, int at, T value) throws IOException;

  /**
   * The value in an array of its own. A template that knows the length before it writes needs no
   * buffer.
   */
  public byte[] toBytes(Outputs<B> outputs, T value) throws IOException {
    return outputs.toBytes(this, value);
  }

  /** Reads the value that is the whole input. */
  public abstract T fromBytes(byte[] input) throws IOException;
}
