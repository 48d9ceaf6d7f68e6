package requestpath.codec.handwritten;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import requestpath.payload.Address;
import requestpath.payload.ApplicationInfo;
import requestpath.payload.Item;
import requestpath.payload.KeyValue;
import requestpath.payload.Message;
import requestpath.payload.Numbers;
import requestpath.payload.Order;
import requestpath.payload.OrderLine;

/**
 * The names of the payload's types, so that maps share them, for the rows with caches alone: to
 * know them before a document is read is to know the fixture. A constant: what is decoded adds
 * nothing.
 */
public final class KnownNames {
  private static final int SIZE = 256;

  /** Each longer than any of them. */
  private static final int MAX_LENGTH = 15;

  private record Entry(long head, long tail, String name) {}

  private static final @Nullable Entry[] ENTRIES = entries();

  private KnownNames() {}

  /** The name that these bytes are; null when it is none of them. */
  public static @Nullable String get(byte[] bytes, int from, int length) {
    if (length <= 0 || length > MAX_LENGTH) {
      return null;
    }
    long head = Bytes.eightOrFewer(bytes, from);
    long tail = 0;
    if (length < Long.BYTES) {
      head &= (1L << (Byte.SIZE * length)) - 1;
    } else {
      tail = EightBytes.get(bytes, from + length - Long.BYTES);
    }
    Entry entry = ENTRIES[index(head, tail)];
    return entry != null
            && entry.head == head
            && entry.tail == tail
            && entry.name.length() == length
        ? entry.name
        : null;
  }

  private static int index(long head, long tail) {
    return (int) (((head ^ tail) * 0x9e37_79b9_7f4a_7c15L) >>> (Long.SIZE - 8));
  }

  private static @Nullable Entry[] entries() {
    @Nullable Entry[] entries = new @Nullable Entry[SIZE];
    for (Class<?> type :
        List.of(
            Item.class,
            Numbers.class,
            Order.class,
            OrderLine.class,
            Address.class,
            KeyValue.class,
            Message.class,
            ApplicationInfo.class)) {
      for (RecordComponent component : type.getRecordComponents()) {
        add(entries, component.getName());
      }
    }
    return entries;
  }

  /** Of two names in one place the first stays. */
  private static void add(@Nullable Entry[] entries, String name) {
    byte[] bytes = new byte[Math.max(name.length(), Long.BYTES)];
    for (int i = 0; i < name.length(); i++) {
      bytes[i] = (byte) name.charAt(i);
    }
    long head = EightBytes.get(bytes, 0);
    long tail = name.length() < Long.BYTES ? 0 : EightBytes.get(bytes, name.length() - Long.BYTES);
    int index = index(head, tail);
    if (entries[index] == null) {
      // The very text that the class file holds, as a field's name is, so that maps compare fast.
      entries[index] = new Entry(head, tail, name.intern());
    }
  }
}
