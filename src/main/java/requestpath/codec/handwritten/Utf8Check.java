package requestpath.codec.handwritten;

/**
 * Is this array well-formed UTF-8, as RFC 3629 defines it: no surrogates, nothing overlong, nothing
 * above U+10FFFF? By hand, many bytes at a time.
 */
public final class Utf8Check {
  private Utf8Check() {}

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
