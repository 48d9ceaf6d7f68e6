package requestpath.codec.handwritten;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Utf8;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/**
 * Is this array well-formed UTF-8, as RFC 3629 defines it: no surrogates, nothing overlong, nothing
 * above U+10FFFF? In the ways that Java code asks.
 */
public final class Utf8Check {
  private Utf8Check() {}

  /** The JDK's decoder, set to report malformed input; the text is not used. */
  public static boolean jdkDecoder(byte[] bytes) {
    try {
      CharBuffer text =
          UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return text.remaining() <= bytes.length;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /**
   * The JDK's String: what is malformed becomes U+FFFD, so it must not be there unless it was sent.
   */
  public static boolean jdkString(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    return text.indexOf('\uFFFD') < 0 || Arrays.equals(text.getBytes(UTF_8), bytes);
  }

  /** Guava's {@code Utf8.isWellFormed}, which makes no text. */
  public static boolean guava(byte[] bytes) {
    return Utf8.isWellFormed(bytes);
  }

  /**
   * Thirty-two bytes at a time while they are ASCII, then eight; a sequence at a time where they
   * are not, for as long as they are not.
   */
  public static boolean eightBytes(byte[] bytes) {
    return eightBytes(bytes, 0, bytes.length);
  }

  /**
   * The same for a part of an array.
   *
   * @throws IndexOutOfBoundsException when the part is not within the array
   */
  public static boolean eightBytes(byte[] bytes, int from, int end) {
    int i = from;
    while (i < end) {
      i = afterAscii(bytes, i, end);
      while (i < end && bytes[i] < 0) {
        int length = sequenceLength(bytes, i, end);
        if (length == 0) {
          return false;
        }
        i += length;
      }
    }
    return true;
  }

  /** The position of the next byte that is not ASCII, or the end. */
  private static int afterAscii(byte[] bytes, int from, int end) {
    int i = from;
    while (i <= end - 4 * Long.BYTES
        && ((Bytes.eight(bytes, i)
                    | Bytes.eight(bytes, i + Long.BYTES)
                    | Bytes.eight(bytes, i + 2 * Long.BYTES)
                    | Bytes.eight(bytes, i + 3 * Long.BYTES))
                & Bytes.NOT_ASCII)
            == 0) {
      i += 4 * Long.BYTES;
    }
    while (i <= end - Long.BYTES) {
      long others = Bytes.eight(bytes, i) & Bytes.NOT_ASCII;
      if (others != 0) {
        return i + (Long.numberOfTrailingZeros(others) >>> 3);
      }
      i += Long.BYTES;
    }
    while (i < end && bytes[i] >= 0) {
      i++;
    }
    return i;
  }

  /**
   * The length of the well-formed sequence at a position, 1 to 4; 0 when there is none. Table 3-7
   * of Unicode.
   */
  private static int sequenceLength(byte[] bytes, int i, int end) {
    int first = bytes[i];
    if (first >= 0) {
      return 1;
    }
    if (first < (byte) 0xe0) {
      return first >= (byte) 0xc2 && i + 1 < end && isContinuation(bytes[i + 1]) ? 2 : 0;
    }
    if (first < (byte) 0xf0) {
      return i + 2 < end && isThreeBytes(first, bytes[i + 1], bytes[i + 2]) ? 3 : 0;
    }
    return i + 3 < end && isFourBytes(first, bytes[i + 1], bytes[i + 2], bytes[i + 3]) ? 4 : 0;
  }

  private static boolean isThreeBytes(int first, byte second, byte third) {
    return isContinuation(second)
        && isContinuation(third)
        && (first != (byte) 0xe0 || second >= (byte) 0xa0)
        && (first != (byte) 0xed || second < (byte) 0xa0);
  }

  private static boolean isFourBytes(int first, byte second, byte third, byte fourth) {
    return first <= (byte) 0xf4
        && isContinuation(second)
        && isContinuation(third)
        && isContinuation(fourth)
        && (first != (byte) 0xf0 || second >= (byte) 0x90)
        && (first != (byte) 0xf4 || second < (byte) 0x90);
  }

  private static boolean isContinuation(byte b) {
    return b < (byte) 0xc0;
  }
}
