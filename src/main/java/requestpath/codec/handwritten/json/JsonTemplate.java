package requestpath.codec.handwritten.json;

import java.io.IOException;
import requestpath.codec.handwritten.Template;

/** A template whose values may also be elements of a list. */
abstract class JsonTemplate<T> extends Template<Output, T> {
  /** Reads the value that begins at a position; sets {@link Input#end}. */
  abstract T read(Input in, int at) throws IOException;

  @Override
  public T fromBytes(byte[] document) throws IOException {
    Input in = new Input(document);
    T value = read(in, in.afterBlanks(0));
    in.requireEnd(in.end);
    return value;
  }
}
