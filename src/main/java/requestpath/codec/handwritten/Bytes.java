package requestpath.codec.handwritten;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes eight at a time, and texts made of them. Positions are parameters and results, never
 * fields, so that the compiler keeps them in registers.
 */
public final class Bytes {
  private static final VarHandle LITTLE_LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle BIG_LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle BIG_INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle BIG_SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  /** The highest bit of each of eight bytes: set where a byte is not ASCII. */
  public static final long NOT_ASCII = 0x8080_8080_8080_8080L;

  private Bytes() {}

  /**
   * The eight bytes at a position; the first is the lowest byte of the long.
   *
   * @throws IndexOutOfBoundsException when they are not all within the array
   */
  public static long eight(byte[] bytes, int at) {
    return (long) LITTLE_LONG.get(bytes, at);
  }

  /**
   * Writes eight bytes at a position.
   *
   * @throws IndexOutOfBoundsException when there is no room for all of them
   */
  public static void putEight(byte[] bytes, int at, long eight) {
    LITTLE_LONG.set(bytes, at, eight);
  }

  /** The eight bytes at a position, with zeros instead of those beyond the end. */
  public static long eightOrFewer(byte[] bytes, int at) {
    return at <= bytes.length - Long.BYTES ? eight(bytes, at) : beyond(bytes, at);
  }

  /** Small, so that the compiler inlines it even where it is seldom called. */
  private static long beyond(byte[] bytes, int at) {
    return bytes.length >= Long.BYTES ? end(bytes, at) : endOfFew(bytes, at);
  }

  private static long end(byte[] bytes, int at) {
    int left = bytes.length - at;
    return left <= 0
        ? 0
        : eight(bytes, bytes.length - Long.BYTES) >>> (Long.SIZE - Byte.SIZE * left);
  }

  private static long endOfFew(byte[] bytes, int at) {
    long eight = 0;
    for (int i = bytes.length - 1; i >= at; i--) {
      eight = (eight << Byte.SIZE) | (bytes[i] & 0xff);
    }
    return eight;
  }

  /** A long, its highest byte first. */
  public static long bigLong(byte[] bytes, int at) {
    return (long) BIG_LONG.get(bytes, at);
  }

  /** Writes a long, its highest byte first. */
  public static void putBigLong(byte[] bytes, int at, long value) {
    BIG_LONG.set(bytes, at, value);
  }

  /** An int, its highest byte first. */
  public static int bigInt(byte[] bytes, int at) {
    return (int) BIG_INT.get(bytes, at);
  }

  /** Writes an int, its highest byte first. */
  public static void putBigInt(byte[] bytes, int at, int value) {
    BIG_INT.set(bytes, at, value);
  }

  /** A short, its highest byte first. */
  public static short bigShort(byte[] bytes, int at) {
    return (short) BIG_SHORT.get(bytes, at);
  }

  /** Writes a short, its highest byte first. */
  public static void putBigShort(byte[] bytes, int at, int value) {
    BIG_SHORT.set(bytes, at, (short) value);
  }

  /** Whether bytes within the array are all ASCII. */
  public static boolean isAscii(byte[] bytes, int from, int length) {
    int end = from + length;
    if (length < Long.BYTES) {
      return isAsciiBeforeEight(bytes, from, end);
    }
    int last = end - Long.BYTES;
    long seen = eight(bytes, last);
    for (int i = from; i < last; i += Long.BYTES) {
      seen |= eight(bytes, i);
    }
    return (seen & NOT_ASCII) == 0;
  }

  private static boolean isAsciiBeforeEight(byte[] bytes, int from, int end) {
    if (from <= bytes.length - Long.BYTES) {
      // Moves the bytes of the text to the top; a shift by 64 would move nothing.
      return end == from
          || ((eight(bytes, from) << (Long.SIZE - Byte.SIZE * (end - from))) & NOT_ASCII) == 0;
    }
    int seen = 0;
    for (int i = from; i < end; i++) {
      seen |= bytes[i];
    }
    return seen >= 0;
  }

  /**
   * The text of bytes known to be ASCII. The constructor is deprecated as it knows no character
   * sets; for ASCII it is right, and it is the only one that copies without looking again.
   */
  @SuppressWarnings("deprecation")
  public static String ascii(byte[] bytes, int from, int length) {
    return new String(bytes, 0, from, length);
  }

  /**
   * Copies a text that is ASCII, which is found out on the way. Bytes from the position on are
   * overwritten even if it is not: eight if the text is shorter.
   *
   * @return whether it was ASCII
   */
  public static boolean copyAscii(String text, byte[] bytes, int at) {
    int length = text.length();
    if (length < Long.BYTES) {
      long eight = fewerThanEight(text, length);
      putEight(bytes, at, eight);
      return eight >= 0;
    }
    copyLowBytes(text, length, bytes, at);
    return seen(text, length) < 0x80;
  }

  /**
   * Copies a text that JSON need not escape and that is ASCII, which is found out on the way; see
   * {@link #copyAscii}.
   *
   * @return whether it was such a text
   */
  public static boolean copyPlain(String text, byte[] bytes, int at) {
    int length = text.length();
    if (length < Long.BYTES) {
      long eight = fewerThanEight(text, length);
      putEight(bytes, at, eight);
      return eight >= 0 && special(eight) == 0;
    }
    copyLowBytes(text, length, bytes, at);
    if (seen(text, length) >= 0x80) {
      return false;
    }
    int last = at + length - Long.BYTES;
    long special = special(eight(bytes, last));
    for (int i = at; i < last; i += Long.BYTES) {
      special |= special(eight(bytes, i));
    }
    return special == 0;
  }

  /**
   * The same for a text of eight to sixteen characters, as two words that overlap. Nothing after
   * the text is overwritten.
   *
   * @throws IllegalArgumentException when the text is shorter or longer
   */
  public static boolean copyTwoWords(String text, byte[] bytes, int at) {
    int last = text.length() - Long.BYTES;
    if (last < 0 || last > Long.BYTES) {
      throw new IllegalArgumentException(
          "two words do not hold the " + text.length() + " characters of a text: take copyPlain");
    }
    long head = eight(text, 0);
    // A text of up to twelve characters has only its last four left to read.
    long tail =
        last <= 4
            ? (head >>> (Byte.SIZE * last)) | (four(text, last + 4) << Integer.SIZE)
            : eight(text, last);
    putEight(bytes, at, head);
    putEight(bytes, at + last, tail);
    return (head | tail) >= 0 && (special(head) | special(tail)) == 0;
  }

  /**
   * The highest bit of each of eight bytes that is a quote, a backslash, a control character or not
   * ASCII. The lowest bit that is set is right; higher ones may be wrong.
   */
  public static long special(long eight) {
    // A quote changes places with the blank, so that it and all control characters are below 0x21.
    long quotes = eight ^ 0x0202_0202_0202_0202L;
    long backslashes = eight ^ 0x5c5c_5c5c_5c5c_5c5cL;
    return ((quotes - 0x2121_2121_2121_2121L) | (backslashes - 0x0101_0101_0101_0101L) | eight)
        & NOT_ASCII;
  }

  /** Characters as bytes, then blanks; negative when one is not ASCII. */
  private static long fewerThanEight(String text, int length) {
    long blanks = 0x2020_2020_2020_2020L << (Byte.SIZE * length);
    if (length >= 4) {
      // What is in both halves is in both alike.
      return four(text, 0) | (four(text, length - 4) << (Byte.SIZE * (length - 4))) | blanks;
    }
    if (length >= 2) {
      return two(text, 0) | (two(text, length - 2) << (Byte.SIZE * (length - 2))) | blanks;
    }
    return length == 0 ? blanks : one(text, 0) | blanks;
  }

  private static long eight(String text, int at) {
    return four(text, at) | (four(text, at + 4) << Integer.SIZE);
  }

  private static long four(String text, int at) {
    return two(text, at) | (two(text, at + 2) << 16);
  }

  private static long two(String text, int at) {
    return one(text, at) | (one(text, at + 1) << 8);
  }

  /** A character; negative when it is not ASCII, and so also when it is moved by whole bytes. */
  private static long one(String text, int at) {
    char c = text.charAt(at);
    return c < 0x80 ? c : -1;
  }

  /** All bits of all characters: their low bytes do not show whether one is beyond ASCII. */
  private static int seen(String text, int length) {
    int seen = 0;
    for (int i = 0; i < length; i++) {
      seen |= text.charAt(i);
    }
    return seen;
  }

  /** The method is deprecated as it knows no character sets; for ASCII it is right, and a copy. */
  @SuppressWarnings("deprecation")
  private static void copyLowBytes(String text, int length, byte[] bytes, int at) {
    text.getBytes(0, length, bytes, at);
  }

  /** Whether bytes within the array are well-formed UTF-8; makes no text. */
  public static boolean isUtf8(byte[] bytes, int from, int length) {
    return isAscii(bytes, from, length) || Utf8Check.eightBytes(bytes, from, from + length);
  }

  /** The text of UTF-8 within the array; null when it is malformed. */
  public static @Nullable String utf8(byte[] bytes, int from, int length) {
    String text = new String(bytes, from, length, StandardCharsets.UTF_8);
    // Where a sequence is malformed the JDK puts U+FFFD, so it must have been sent.
    if (text.indexOf('\uFFFD') < 0) {
      return text;
    }
    byte[] back = text.getBytes(StandardCharsets.UTF_8);
    return Arrays.equals(back, 0, back.length, bytes, from, from + length) ? text : null;
  }
}
