package requestpath.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static requestpath.conformance.Ending.DEPTH;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** MessagePack messages, written out byte by byte. */
final class MsgPackMessage {
  private MsgPackMessage() {}

  /** A message: numbers are bytes, texts are short strings. */
  static byte[] message(Object... parts) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    for (Object part : parts) {
      if (part instanceof String text) {
        message.write(0xa0 | text.length());
        message.writeBytes(text.getBytes(UTF_8));
      } else {
        message.write(part instanceof Character c ? c : (Integer) part);
      }
    }
    return message.toByteArray();
  }

  /** Lists within each other, in a field that is not known. */
  static byte[] nested() {
    byte[] start = message(0x81, "new");
    byte[] message = Arrays.copyOf(start, start.length + DEPTH + 1);
    Arrays.fill(message, start.length, start.length + DEPTH, (byte) 0x91);
    return message;
  }
}
