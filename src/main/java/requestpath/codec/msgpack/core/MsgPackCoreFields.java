package requestpath.codec.msgpack.core;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;

/**
 * What templates write and read alike: fields that may be null, lists, fields that nobody knows.
 */
final class MsgPackCoreFields {
  /**
   * A header may lie about its length: containers start no larger than this and grow with what
   * really comes.
   */
  private static final int MAX_INITIAL_CAPACITY = 1024;

  private static final int MAX_INITIAL_BYTES = 1 << 16;

  private MsgPackCoreFields() {}

  /** The capacity for a container whose header says this size. */
  static int initialCapacity(int size) {
    return Math.min(size, MAX_INITIAL_CAPACITY);
  }

  static void packText(MessagePacker packer, @Nullable String text) throws IOException {
    if (text == null) {
      packer.packNil();
    } else {
      packer.packString(text);
    }
  }

  static @Nullable String unpackText(MessageUnpacker unpacker) throws IOException {
    return unpacker.tryUnpackNil() ? null : unpacker.unpackString();
  }

  static <E> void packNullable(
      MessagePacker packer, @Nullable E value, MsgPackCoreTemplate<E> template) throws IOException {
    if (value == null) {
      packer.packNil();
    } else {
      template.pack(packer, value);
    }
  }

  static <E> @Nullable E unpackNullable(MessageUnpacker unpacker, MsgPackCoreTemplate<E> template)
      throws IOException {
    return unpacker.tryUnpackNil() ? null : template.unpack(unpacker);
  }

  static <E> void packList(MessagePacker packer, List<E> list, MsgPackCoreTemplate<E> template)
      throws IOException {
    packer.packArrayHeader(list.size());
    for (E element : list) {
      packNullable(packer, element, template);
    }
  }

  static <E> List<E> unpackList(MessageUnpacker unpacker, MsgPackCoreTemplate<E> template)
      throws IOException {
    int size = unpacker.unpackArrayHeader();
    List<E> list = new ArrayList<>(initialCapacity(size));
    for (int left = size; left > 0; left--) {
      list.add(unpackNullable(unpacker, template));
    }
    return list;
  }

  /** Binary data, in an array that grows with the bytes that arrive. */
  static byte[] unpackBytes(MessageUnpacker unpacker) throws IOException {
    int length = unpacker.unpackBinaryHeader();
    byte[] bytes = new byte[Math.min(length, MAX_INITIAL_BYTES)];
    unpacker.readPayload(bytes);
    while (bytes.length < length) {
      int read = bytes.length;
      bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * read));
      unpacker.readPayload(bytes, read, bytes.length - read);
    }
    return bytes;
  }

  /**
   * Skips a value that has no field. The library's own skipValue loses count of a map32 header that
   * lies (https://github.com/msgpack/msgpack-java/issues/1014), so containers are read and
   * forgotten.
   */
  static void skip(MessageUnpacker unpacker) throws IOException {
    switch (unpacker.getNextFormat().getValueType()) {
      case MAP, ARRAY -> MsgPackCoreMaps.unpackValue(unpacker, MsgPackCoreMaps.MAX_DEPTH);
      default -> unpacker.skipValue();
    }
  }
}
