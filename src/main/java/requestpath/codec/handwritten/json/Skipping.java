package requestpath.codec.handwritten.json;

import java.io.IOException;

/** Skips unknown members. */
final class Skipping {
  private Skipping() {}

  /** The position after any value, which is read strictly and may be nested as deep as this. */
  static int skip(Input in, int at, int depth) throws IOException {
    if (depth < 0) {
      throw Input.tooDeep();
    }
    switch (in.bytes[at]) {
      case '"' -> {
        in.text(at);
        return in.end;
      }
      case '{' -> {
        int next = in.firstMember(at);
        while (next != Input.NONE) {
          in.name(next);
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
}
