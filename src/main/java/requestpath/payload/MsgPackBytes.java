package requestpath.payload;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link Tree} as MessagePack, in the smallest form that the specification offers for each
 * value and with doubles as float 64.
 *
 * <p>It is written by hand for the same reasons as {@link JsonText}. The format bytes are those of
 * the specification, https://github.com/msgpack/msgpack/blob/master/spec.md.
 */
final class MsgPackBytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private MsgPackBytes() {}

  /**
   * The tree as one MessagePack value.
   *
   * @throws IllegalArgumentException for a value that has no MessagePack form here
   */
  static byte[] of(@Nullable Object tree) {
    MsgPackBytes writer = new MsgPackBytes();
    try {
      writer.value(tree);
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory does not fail", e);
    }
    return writer.bytes.toByteArray();
  }

  private void value(@Nullable Object value) throws IOException {
    if (value == null) {
      out.write(0xc0);
    } else if (value instanceof Boolean bool) {
      out.write(bool ? 0xc3 : 0xc2);
    } else if (value instanceof Integer || value instanceof Long) {
      integer(((Number) value).longValue());
    } else if (value instanceof Double number) {
      out.write(0xcb);
      out.writeDouble(number);
    } else if (value instanceof String string) {
      string(string.getBytes(StandardCharsets.UTF_8));
    } else if (value instanceof List<?> list) {
      header(list.size(), 15, 0x90, -1, 0xdc, 0xdd);
      for (Object element : list) {
        value(element);
      }
    } else if (value instanceof Map<?, ?> map) {
      header(map.size(), 15, 0x80, -1, 0xde, 0xdf);
      for (Map.Entry<?, ?> member : map.entrySet()) {
        value(member.getKey());
        value(member.getValue());
      }
    } else {
      throw new IllegalArgumentException("no MessagePack form for " + value.getClass().getName());
    }
  }

  private void integer(long number) throws IOException {
    if (-32 <= number && number <= 127) {
      out.write((int) number);
    } else if (number > 0) {
      unsigned(number);
    } else {
      signed(number);
    }
  }

  private void unsigned(long number) throws IOException {
    if (number <= 0xff) {
      out.write(0xcc);
      out.write((int) number);
    } else if (number <= 0xffff) {
      out.write(0xcd);
      out.writeShort((int) number);
    } else if (number <= 0xffff_ffffL) {
      out.write(0xce);
      out.writeInt((int) number);
    } else {
      out.write(0xcf);
      out.writeLong(number);
    }
  }

  private void signed(long number) throws IOException {
    if (number >= Byte.MIN_VALUE) {
      out.write(0xd0);
      out.write((int) number);
    } else if (number >= Short.MIN_VALUE) {
      out.write(0xd1);
      out.writeShort((int) number);
    } else if (number >= Integer.MIN_VALUE) {
      out.write(0xd2);
      out.writeInt((int) number);
    } else {
      out.write(0xd3);
      out.writeLong(number);
    }
  }

  private void string(byte[] utf8) throws IOException {
    header(utf8.length, 31, 0xa0, 0xd9, 0xda, 0xdb);
    out.write(utf8);
  }

  /**
   * A length in the smallest of its forms; {@code form8} is -1 where the specification has no 8-bit
   * one.
   */
  private void header(int length, int fixMaximum, int fixForm, int form8, int form16, int form32)
      throws IOException {
    if (length <= fixMaximum) {
      out.write(fixForm | length);
    } else if (form8 >= 0 && length <= 0xff) {
      out.write(form8);
      out.write(length);
    } else if (length <= 0xffff) {
      out.write(form16);
      out.writeShort(length);
    } else {
      out.write(form32);
      out.writeInt(length);
    }
  }
}
