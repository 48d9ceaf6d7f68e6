package requestpath.codec.handwritten.json;

import java.io.IOException;

/** Passes over members that nobody knows. */
final class Skipping {
  private Skipping() {}

  /**
   * The position behind any value of a document, no deeper than this; it is read as strictly as any
   * other.
   */
  static int skip(Input in, int at, int depth) throws IOException {
    if (depth < 0) {
      throw Input.tooDeep();
    }
    switch (in.bytes[at]) {
      case '"' -> {
        Texts.check(in.bytes, at + 1, Texts.end(in.bytes, at + 1));
        return Texts.end(in.bytes, at + 1) + 1;
      }
      case '{' -> {
        int next = in.firstMember(at);
        while (next != Input.NONE) {
          skipName(in, next);
          next = in.nextMember(skip(in, in.end, depth - 1));
        }
        return in.end;
      }
      case '[' -> {
        int next = in.firstElement(at);
        while (next != Input.NONE) {
          next = in.nextElement(skip(in, next, depth - 1));
        }
        return in.end;
      }
      case 't', 'f' -> {
        in.flag(at);
        return in.end;
      }
      case 'n' -> {
        return in.afterNull(at);
      }
      default -> {
        return NumberText.end(in, at);
      }
    }
  }

  private static void skipName(Input in, int at) throws IOException {
    int close = Texts.end(in.bytes, at + 1);
    Texts.check(in.bytes, at + 1, close);
    int colon = in.afterBlanks(close + 1);
    if (in.bytes[colon] != ':') {
      throw in.unexpected(colon, "a colon");
    }
    in.end = in.afterBlanks(colon + 1);
  }
}
