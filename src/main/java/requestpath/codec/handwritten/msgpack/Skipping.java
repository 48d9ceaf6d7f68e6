package requestpath.codec.handwritten.msgpack;

import java.io.IOException;
import requestpath.codec.handwritten.Bytes;

/** Skips unknown members. */
final class Skipping {
  private Skipping() {}

  /** The position after any value, which may be nested as deep as this. */
  static int skip(Input in, int at, int depth) throws IOException {
    if (depth < 0) {
      throw Input.tooDeep();
    }
    int format = in.bytes[at] & 0xff;
    int next;
    if (format < 0x80 || format >= 0xe0) {
      return at + 1;
    } else if (format < 0x90 || format == 0xde || format == 0xdf) {
      long header = in.mapHeader(at);
      next = Input.next(header);
      for (int left = (int) header; left > 0; left--) {
        next = skip(in, Input.afterText(nameHeader(in, next)), depth - 1);
      }
      return next;
    } else if (format < 0xa0 || format == 0xdc || format == 0xdd) {
      long header = in.arrayHeader(at);
      next = Input.next(header);
      for (int left = (int) header; left > 0; left--) {
        next = skip(in, next, depth - 1);
      }
      return next;
    } else if (format < 0xc0 || format >= 0xd9) {
      return Input.afterText(requireUtf8(in, in.textHeader(at)));
    }
    return format >= 0xc4 && format <= 0xc6
        ? Input.afterText(in.textHeader(at))
        : skipFixed(in, at, format);
  }

  private static int skipFixed(Input in, int at, int format) throws IOException {
    long length =
        switch (format) {
          case 0xc0, 0xc2, 0xc3 -> 1;
          case 0xc7 -> 3L + (in.bytes[at + 1] & 0xff);
          case 0xc8 -> 4L + (Bytes.bigShort(in.bytes, at + 1) & 0xffff);
          case 0xc9 -> 6L + (Bytes.bigInt(in.bytes, at + 1) & 0xffff_ffffL);
          case 0xca -> 5;
          case 0xcb -> 9;
          case 0xcc, 0xcd, 0xce, 0xcf, 0xd0, 0xd1, 0xd2, 0xd3 ->
              NumberForms.integerLength(in.bytes, at);
          case 0xd4, 0xd5, 0xd6, 0xd7, 0xd8 -> 2L + (1 << (format - 0xd4));
          default -> throw in.unexpected(at, "a value");
        };
    if (length > in.bytes.length - at) {
      throw Input.cutShort(at);
    }
    return at + (int) length;
  }

  /** The header of a text that is a name within what is skipped: any text but nil. */
  private static long nameHeader(Input in, int at) throws IOException {
    if (in.isNil(at)) {
      throw in.unexpected(at, "a name");
    }
    return requireUtf8(in, in.textHeader(at));
  }

  private static long requireUtf8(Input in, long header) throws IOException {
    if (!Bytes.isUtf8(in.bytes, Input.next(header), (int) header)) {
      throw Input.malformed(Input.next(header));
    }
    return header;
  }
}
