package requestpath.codec.handwritten.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import requestpath.codec.handwritten.Bytes;
import requestpath.codec.handwritten.InputBytes;

/**
 * One JSON document in UTF-8. Readers take a position and set {@link #end} to the position after
 * what they read, or return it. A read beyond the end throws an {@link IndexOutOfBoundsException}.
 */
final class Input extends InputBytes {
  /** Returned in place of a position if there is no other member or element. */
  static final int NONE = -1;

  /** The names of maps, from the second map on: each name of the first map is new. */
  private @Nullable SeenNames seen;

  private boolean hasBegunMap;
  private @Nullable LastItem lastItem;

  Input(byte[] bytes) {
    super(bytes);
  }

  /** What the items read so far tell about the next one. */
  LastItem lastItem() {
    LastItem last = lastItem;
    if (last == null) {
      last = new LastItem(Items.VALUES);
      lastItem = last;
    }
    return last;
  }

  /** To be called before each map. */
  void beginMap() {
    if (seen == null && hasBegunMap) {
      seen = new SeenNames();
    }
    hasBegunMap = true;
  }

  /** The position of the next byte that is no blank, which may be the one given. */
  int afterBlanks(int at) throws IOException {
    return bytes[at] > ' ' ? at : skipBlanks(at);
  }

  private int skipBlanks(int at) throws IOException {
    int next = at;
    while (isBlank(bytes[next])) {
      next++;
    }
    return next;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /** Refuses all but blanks from a position on. */
  void requireEnd(int at) throws IOException {
    for (int i = at; i < bytes.length; i++) {
      if (!isBlank(bytes[i])) {
        throw unexpected(i, "the end of the document");
      }
    }
  }

  /** The quote of an object's first name; {@link #NONE} when it is empty. */
  int firstMember(int at) throws IOException {
    if (bytes[at] != '{') {
      throw unexpected(at, "an object");
    }
    int next = afterBlanks(at + 1);
    if (bytes[next] == '}') {
      end = next + 1;
      return NONE;
    }
    return requireQuote(next);
  }

  /** The quote of the next name, given the position after a value; {@link #NONE} at the end. */
  int nextMember(int at) throws IOException {
    if (bytes[at] == ',' && bytes[at + 1] == '"') {
      return at + 1;
    }
    return otherNextMember(at);
  }

  private int otherNextMember(int at) throws IOException {
    int next = afterBlanks(at);
    if (bytes[next] == ',') {
      return requireQuote(afterBlanks(next + 1));
    }
    if (bytes[next] == '}') {
      end = next + 1;
      return NONE;
    }
    throw unexpected(next, "a comma or a closing brace");
  }

  private int requireQuote(int at) throws IOException {
    if (bytes[at] != '"') {
      throw unexpected(at, "a name");
    }
    return at;
  }

  /** The position of an array's first element; {@link #NONE} when it is empty. */
  int firstElement(int at) throws IOException {
    if (bytes[at] != '[') {
      throw unexpected(at, "an array");
    }
    int next = afterBlanks(at + 1);
    if (bytes[next] == ']') {
      end = next + 1;
      return NONE;
    }
    return next;
  }

  /**
   * The position of the next element, given the position after another; {@link #NONE} at the end.
   */
  int nextElement(int at) throws IOException {
    int next = afterBlanks(at);
    if (bytes[next] == ',') {
      return afterBlanks(next + 1);
    }
    if (bytes[next] == ']') {
      end = next + 1;
      return NONE;
    }
    throw unexpected(next, "a comma or a closing bracket");
  }

  /** The eight bytes at a member's position; zero, which is no name, where there is none. */
  long wordAt(int member) {
    return member == NONE ? 0 : Bytes.eightOrFewer(bytes, member);
  }

  /** The name whose quote is at a position; the end is where its value begins. */
  String name(int at) throws IOException {
    String name = text(at);
    if (name == null) {
      throw unexpected(at, "a name");
    }
    int colon = afterBlanks(end);
    if (bytes[colon] != ':') {
      throw unexpected(colon, "a colon");
    }
    end = afterBlanks(colon + 1);
    return name;
  }

  /**
   * The name whose quote is at a position, the same text as before where it was seen before; the
   * end is where its value begins.
   */
  String sharedName(int at) throws IOException {
    int first = at + 1;
    int close = Texts.plainEnd(bytes, first);
    if (bytes[close] != '"' || bytes[close + 1] != ':') {
      return name(at);
    }
    int length = close - first;
    String known = seen == null ? null : seen.get(bytes, first, length);
    if (known != null) {
      end = afterBlanks(close + 2);
      return known;
    }
    String name = name(at);
    if (seen != null) {
      seen.put(bytes, first, length, name);
    }
    return name;
  }

  boolean isNull(int at) {
    return bytes[at] == 'n';
  }

  /** The position after a null. */
  int afterNull(int at) throws IOException {
    if (Output.NULL.is(bytes, at)) {
      return at + Output.NULL.length();
    }
    throw unexpected(at, "a value");
  }

  /** True or false. */
  boolean flag(int at) throws IOException {
    boolean value = Output.TRUE.is(bytes, at);
    if (!value && !Output.FALSE.is(bytes, at)) {
      throw unexpected(at, "true or false");
    }
    end = at + (value ? Output.TRUE : Output.FALSE).length();
    return value;
  }

  /** A text, or null for null. */
  @Nullable String text(int at) throws IOException {
    if (bytes[at] != '"') {
      end = afterNull(at);
      return null;
    }
    int first = at + 1;
    int next = Texts.plainEnd(bytes, first);
    if (bytes[next] == '"') {
      end = next + 1;
      return Bytes.ascii(bytes, first, next - first);
    }
    return otherText(first, next);
  }

  private String otherText(int first, int special) throws IOException {
    int close = Texts.end(bytes, special);
    end = close + 1;
    return Texts.decoded(bytes, first, close);
  }

  /** An integer that fits an int. */
  int intValue(int at) throws IOException {
    long eight = Bytes.eightOrFewer(bytes, at);
    int count = Digits.count(eight);
    int first = bytes[at];
    int follows =
        count < Long.BYTES && count > 0 && at + count < bytes.length ? bytes[at + count] : '.';
    if ((follows == ',' || follows == '}') && (first != '0' || count == 1)) {
      end = at + count;
      return Digits.value(eight, count);
    }
    long value = NumberText.integer(this, at);
    if ((int) value != value) {
      throw new IOException(
          "the integer "
              + value
              + " at byte "
              + at
              + " does not fit an int: send one from -2147483648 to 2147483647");
    }
    return (int) value;
  }
}
