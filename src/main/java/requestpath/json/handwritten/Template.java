package requestpath.json.handwritten;

import java.io.IOException;

/**
 * How the values of one Java type are written and read. A value's end is returned where it is
 * written; where it is read, it is left in {@link Input#end}.
 *
 * @param <T> the Java type
 */
abstract class Template<T> {
  /** Writes a value at a position of the output's buffer and returns the position behind it. */
  abstract int write(Output out, int at, T value) throws IOException;

  /** Reads the object whose brace is at a position. */
  abstract T read(Input in, int at) throws IOException;
}
