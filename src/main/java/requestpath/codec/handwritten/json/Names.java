package requestpath.codec.handwritten.json;

import java.io.IOException;
import java.util.List;
import requestpath.codec.handwritten.Bytes;

/** The names of a type in the order in which they are written, to be found in any order. */
final class Names {
  private final List<String> texts;
  private final Name[] names;

  Names(String... names) {
    texts = List.of(names);
    this.names = new Name[names.length];
    for (int i = 0; i < names.length; i++) {
      this.names[i] = i == 0 ? Name.first(names[i]) : Name.next(names[i]);
    }
  }

  Name get(int index) {
    return names[index];
  }

  /**
   * The index of the name whose quote is at a position, tried from the expected one on; -1 for none
   * of them. The input's end is where the value begins.
   */
  int find(Input in, int at, int expected) throws IOException {
    long eight = Bytes.eightOrFewer(in.bytes, at);
    int index = expected;
    for (int i = 0; i < names.length; i++) {
      index = index < names.length ? index : 0;
      if (names[index].is(eight, in.bytes, at)) {
        in.end = in.afterBlanks(at + names[index].length());
        return index;
      }
      index++;
    }
    // A name with escapes or with blanks before its colon, or one that nobody knows.
    return texts.indexOf(in.name(at));
  }
}
