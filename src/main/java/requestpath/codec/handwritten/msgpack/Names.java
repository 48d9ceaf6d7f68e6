package requestpath.codec.handwritten.msgpack;

import java.io.IOException;
import java.util.List;
import requestpath.codec.handwritten.Bytes;

/** The names of a type in the order in which they are written, to be found in any order. */
final class Names {
  /** What {@link #find} says of a name that is not among them. */
  static final int UNKNOWN = -1;

  private final List<String> texts;
  private final Name[] names;

  Names(String... names) {
    this.texts = List.of(names);
    this.names = texts.stream().map(Name::of).toArray(Name[]::new);
  }

  Name get(int index) {
    return names[index];
  }

  /**
   * The index of the name at a position, tried from the expected one on, and the position behind.
   */
  long find(Input in, int at, int expected) throws IOException {
    long eight = Bytes.eightOrFewer(in.bytes, at);
    int index = expected;
    for (int i = 0; i < names.length; i++) {
      index = index < names.length ? index : 0;
      if (names[index].is(eight, in.bytes, at)) {
        return Input.with(index, at + names[index].length());
      }
      index++;
    }
    // A name in a larger form than it needs, or one that nobody knows.
    long header = in.textHeader(at);
    return Input.with(texts.indexOf(in.name(header)), Input.afterText(header));
  }
}
