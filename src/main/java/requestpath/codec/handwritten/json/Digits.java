package requestpath.codec.handwritten.json;

import requestpath.codec.handwritten.Bytes;

/** Decimal digits, eight at a time in one long: a byte each, the first in the lowest byte. */
final class Digits {
  static final int HUNDRED_MILLION = 100_000_000;

  private static final long ZEROS = 0x3030_3030_3030_3030L;

  /** The digits of each number below a thousand, the first in the lowest byte; how many on top. */
  private static final int[] BELOW_THOUSAND = new int[1000];

  static {
    for (int i = 0; i < BELOW_THOUSAND.length; i++) {
      String digits = String.valueOf(i);
      int packed = digits.length() << 24;
      for (int j = 0; j < digits.length(); j++) {
        packed |= digits.charAt(j) << (Byte.SIZE * j);
      }
      BELOW_THOUSAND[i] = packed;
    }
  }

  private Digits() {}

  /** Eight digits of ASCII for a number below a hundred million, zeros in front. */
  static long eight(int number) {
    long high = number / 10_000;
    long fours = high | ((number - high * 10_000) << Integer.SIZE);
    // Divided by 100 in both halves at once; right for numbers below ten thousand.
    long hundreds = ((fours * 10_486) >>> 20) & 0x0000_007f_0000_007fL;
    long twos = hundreds + ((fours - 100 * hundreds) << 16);
    long tens = ((twos * 103) >>> 10) & 0x000f_000f_000f_000fL;
    return tens + ((twos - 10 * tens) << 8) + ZEROS;
  }

  /** Writes a number below a hundred million; up to seven bytes after it are overwritten. */
  private static int write(byte[] bytes, int at, int number) {
    if (number < BELOW_THOUSAND.length) {
      int packed = BELOW_THOUSAND[number];
      Bytes.putEight(bytes, at, packed);
      return at + (packed >>> 24);
    }
    long digits = eight(number);
    int zeros = Long.numberOfTrailingZeros(digits ^ ZEROS) & 0x38;
    Bytes.putEight(bytes, at, digits >>> zeros);
    return at + Long.BYTES - (zeros >>> 3);
  }

  /** Writes a number that is not negative; up to seven bytes after it are overwritten. */
  static int write(byte[] bytes, int at, long number) {
    if (number < HUNDRED_MILLION) {
      return write(bytes, at, (int) number);
    }
    long high = number / HUNDRED_MILLION;
    int next = write(bytes, at, high);
    Bytes.putEight(bytes, next, eight((int) (number - high * HUNDRED_MILLION)));
    return next + Long.BYTES;
  }

  /** Writes any number. */
  static int writeSigned(byte[] bytes, int at, long number) {
    if (number >= 0) {
      return write(bytes, at, number);
    }
    bytes[at] = '-';
    if (number == Long.MIN_VALUE) {
      // It has no positive.
      int next = write(bytes, at + 1, 9_223_372_036L);
      return write(bytes, next, 854_775_808L);
    }
    return write(bytes, at + 1, -number);
  }

  /** Writes eight digits of a fraction without the zeros at their end, but at least one digit. */
  static int writeFraction(byte[] bytes, int at, int eightDigits) {
    long digits = eight(eightDigits);
    Bytes.putEight(bytes, at, digits);
    int zeros = Long.numberOfLeadingZeros((digits ^ ZEROS) | 1) >>> 3;
    return at + Long.BYTES - zeros;
  }

  /** How many of eight bytes from the lowest on are digits. */
  static int count(long eight) {
    long values = eight ^ ZEROS;
    long others = ((values + 0x7676_7676_7676_7676L) | values) & Bytes.NOT_ASCII;
    return Long.numberOfTrailingZeros(others) >>> 3;
  }

  /** The position after the digits that begin at a position. */
  static int end(byte[] bytes, int from) {
    int next = from;
    int count;
    do {
      count = count(Bytes.eightOrFewer(bytes, next));
      next += count;
    } while (count == Long.BYTES);
    return next;
  }

  /** Whether the lowest bytes, all digits, are one to seven and have no leading zero. */
  static boolean isShortInteger(long eight, int count) {
    return count > 0 && count < Long.BYTES && ((byte) eight != '0' || count == 1);
  }

  /** The number of the lowest bytes, at least one of them, all digits. */
  static int value(long eight, int count) {
    long values = (eight ^ ZEROS) << (Long.SIZE - Byte.SIZE * count);
    long twos = values * 10 + (values >>> 8);
    return (int)
        (((twos & 0x0000_00ff_0000_00ffL) * 0x000f_4240_0000_0064L
                + ((twos >>> 16) & 0x0000_00ff_0000_00ffL) * 0x0000_2710_0000_0001L)
            >>> 32);
  }
}
