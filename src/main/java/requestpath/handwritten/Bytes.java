package requestpath.handwritten;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes eight at a time, and texts made of them. Positions are parameters and results, never
 * fields, so that a compiler keeps them in registers.
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

  /** Eight bytes, the first the lowest. */
  public static long eight(byte[] bytes, int at) {
    return (long) LITTLE_LONG.get(bytes, at);
  }

  /** Writes eight bytes, the lowest first. */
  public static void putEight(byte[] bytes, int at, long eight) {
    LITTLE_LONG.set(bytes, at, eight);
  }

  /** The eight bytes at a position, with zeros in the place of those beyond the end. */
  public static long eightOrFewer(byte[] bytes, int at) {
    if (at <= bytes.length - Long.BYTES) {
      return eight(bytes, at);
    }
    return fewer(bytes, at);
  }

  private static long fewer(byte[] bytes, int at) {
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
      // Of the eight bytes those that count, moved to the top; none of them is moved out by 64.
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
   * Copies a text that is ASCII, which is found out on the way. Some bytes from the position on are
   * overwritten in any case.
   *
   * @return whether it was ASCII
   */
  public static boolean copyAscii(String text, byte[] bytes, int at) {
    int seen = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      seen |= c;
      bytes[at + i] = (byte) c;
    }
    return seen < 0x80;
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
