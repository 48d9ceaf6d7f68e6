package requestpath.codec.handwritten.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import requestpath.codec.handwritten.Bytes;

/** Numbers as RFC 8259 writes them, eight digits at a time. */
final class NumberText {
  /** Longer numbers are refused: to read one takes time with the square of its length. */
  private static final int MAX_LENGTH = 1000;

  /** Digits that a long without a sign holds whatever they are. */
  private static final int MAX_DIGITS_OF_LONG = 19;

  /**
   * Any decimal of no more digits is told from its neighbours by the nearest double, or was one.
   */
  private static final int MAX_DIGITS_OF_DOUBLE = 17;

  /** A greater exponent makes any number of that length zero or infinite. */
  private static final int MAX_EXPONENT = 99_999;

  private NumberText() {}

  /** A number that is an integer and fits a long; written with a point or an exponent, too. */
  static long integer(Input in, int at) throws IOException {
    byte[] bytes = in.bytes;
    boolean negative = bytes[at] == '-';
    int first = negative ? at + 1 : at;
    long value = 0;
    int next = first;
    int count;
    do {
      long eight = Bytes.eightOrFewer(bytes, next);
      count = Digits.count(eight);
      if (count > 0) {
        value = value * Powers.TEN_TO[count] + Digits.value(eight, count);
        next += count;
      }
    } while (count == Long.BYTES && next - first < MAX_DIGITS_OF_LONG);
    int follows = next < bytes.length ? bytes[next] : ' ';
    if (next == first
        || next - first > MAX_DIGITS_OF_LONG
        || !fitsLong(value, negative)
        || (bytes[first] == '0' && next - first > 1)
        || follows == '.'
        || (follows | 0x20) == 'e') {
      return otherInteger(in, at);
    }
    in.end = next;
    return negative ? -value : value;
  }

  /** Whether a number without a sign is a long once it has its sign. */
  private static boolean fitsLong(long magnitude, boolean negative) {
    return magnitude >= 0 || (negative && magnitude == Long.MIN_VALUE);
  }

  /** Written with a point, an exponent or too many digits. */
  private static long otherInteger(Input in, int at) throws IOException {
    int end = end(in, at);
    in.end = end;
    String text = text(in, at, end);
    try {
      BigDecimal number = new BigDecimal(text);
      if (number.signum() == 0) {
        return 0;
      }
      // Of a number with more digits before its point than a long has nothing need be known.
      if (number.precision() - (long) number.scale() <= MAX_DIGITS_OF_LONG) {
        return number.longValueExact();
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IOException(noLong(text, at), e);
    }
    throw new IOException(noLong(text, at));
  }

  private static String noLong(String text, int at) {
    return "the number " + text + " at byte " + at + " is no long: send an integer of 64 bits";
  }

  /**
   * The double nearest to a number.
   *
   * @throws IOException also when that would be infinite, which JSON could not say again
   */
  static double real(Input in, int at) throws IOException {
    byte[] bytes = in.bytes;
    int first = bytes[at] == '-' ? at + 1 : at;
    long digits = 0;
    int next = first;
    int count;
    do {
      long eight = Bytes.eightOrFewer(bytes, next);
      count = Digits.count(eight);
      if (count > 0) {
        digits = digits * Powers.TEN_TO[count] + Digits.value(eight, count);
        next += count;
      }
    } while (count == Long.BYTES);
    int whole = next - first;
    int fraction = 0;
    if (next < bytes.length && bytes[next] == '.') {
      int point = ++next;
      do {
        long eight = Bytes.eightOrFewer(bytes, next);
        count = Digits.count(eight);
        if (count > 0) {
          digits = digits * Powers.TEN_TO[count] + Digits.value(eight, count);
          next += count;
        }
      } while (count == Long.BYTES);
      fraction = next - point;
    }
    int follows = next < bytes.length ? bytes[next] : ' ';
    if (whole == 0
        || whole + fraction > DoubleReader.MAX_DIGITS
        || (bytes[first] == '0' && whole > 1)
        || (follows | 0x20) == 'e'
        || bytes[next - 1] == '.') {
      return otherReal(in, at, digits, whole, fraction);
    }
    in.end = next;
    double value = DoubleReader.positive(digits, -fraction);
    return first == at ? value : -value;
  }

  /** Whether the digits between two positions are a valid whole part before a point. */
  static boolean isWholePart(byte[] bytes, int first, int point) {
    return point > first
        && point < bytes.length
        && bytes[point] == '.'
        && (bytes[first] != '0' || point - first == 1);
  }

  private static double otherReal(Input in, int at, long digits, int whole, int fraction)
      throws IOException {
    int end = end(in, at);
    in.end = end;
    double value;
    if (whole + fraction > DoubleReader.MAX_DIGITS) {
      value = DoubleReader.byLibrary(in.bytes, at, end - at);
    } else {
      boolean negative = in.bytes[at] == '-';
      int exponent = at + whole + fraction + (negative ? 1 : 0) + (fraction > 0 ? 1 : 0) + 1;
      double magnitude =
          DoubleReader.positive(digits, exponent(in.bytes, exponent, end) - fraction);
      value = negative ? -magnitude : magnitude;
    }
    if (Double.isInfinite(value)) {
      throw new IOException(
          "the number "
              + text(in, at, end)
              + " at byte "
              + at
              + " is beyond the largest double: send one of at most 1.7976931348623157E308");
    }
    return value;
  }

  private static String text(Input in, int from, int to) {
    return new String(in.bytes, from, to - from, StandardCharsets.US_ASCII);
  }

  private static int exponent(byte[] bytes, int from, int to) {
    boolean negative = bytes[from] == '-';
    int value = 0;
    for (int i = negative || bytes[from] == '+' ? from + 1 : from; i < to; i++) {
      value = Math.min(10 * value + bytes[i] - '0', MAX_EXPONENT);
    }
    return negative ? -value : value;
  }

  /**
   * The smallest of Integer, Long and BigInteger that holds an integer; for any other number a
   * Double, or a BigDecimal when it has more digits than a double can tell.
   */
  static Number any(Input in, int at) throws IOException {
    int end = end(in, at);
    in.end = end;
    for (int i = at; i < end; i++) {
      if (in.bytes[i] == '.' || (in.bytes[i] | 0x20) == 'e') {
        return anyReal(in, at, end);
      }
    }
    int first = in.bytes[at] == '-' ? at + 1 : at;
    if (end - first <= MAX_DIGITS_OF_LONG) {
      long magnitude = magnitude(0, in.bytes, first, end);
      if (fitsLong(magnitude, first != at)) {
        long value = first == at ? magnitude : -magnitude;
        if ((int) value == value) {
          return (int) value;
        }
        return value;
      }
    }
    return new BigInteger(text(in, at, end));
  }

  /** Appends digits to a non-negative long; at most 19 digits in all. */
  static long magnitude(long before, byte[] bytes, int from, int to) {
    long value = before;
    for (int next = from; next < to; next += Long.BYTES) {
      int count = Math.min(to - next, Long.BYTES);
      value = value * Powers.TEN_TO[count] + Digits.value(Bytes.eightOrFewer(bytes, next), count);
    }
    return value;
  }

  private static Number anyReal(Input in, int at, int end) throws IOException {
    double value = real(in, at);
    // Of what is too small for a double a BigDecimal's exponent may be too small, too.
    if (value != 0 && significantDigits(in.bytes, at, end) > MAX_DIGITS_OF_DOUBLE) {
      BigDecimal exact = new BigDecimal(text(in, at, end));
      if (new BigDecimal(Double.toString(value)).compareTo(exact) != 0) {
        return exact;
      }
    }
    return value;
  }

  /** The digits from the first to the last that is not zero. */
  private static int significantDigits(byte[] bytes, int at, int end) {
    int digits = 0;
    int significant = 0;
    for (int i = at; i < end && (bytes[i] | 0x20) != 'e'; i++) {
      if (bytes[i] >= '0' && (digits > 0 || bytes[i] > '0')) {
        digits++;
        significant = bytes[i] > '0' ? digits : significant;
      }
    }
    return significant;
  }

  /** The position behind a number. */
  static int end(Input in, int at) throws IOException {
    byte[] bytes = in.bytes;
    int first = bytes[at] == '-' ? at + 1 : at;
    int next = afterDigits(in, first);
    if (bytes[first] == '0' && next > first + 1) {
      throw new IOException(
          "the number at byte " + at + " begins with a zero: write it without zeros in front");
    }
    if (next < bytes.length && bytes[next] == '.') {
      next = afterDigits(in, next + 1);
    }
    if (next < bytes.length && (bytes[next] | 0x20) == 'e') {
      boolean signed = bytes[next + 1] == '-' || bytes[next + 1] == '+';
      next = afterDigits(in, next + (signed ? 2 : 1));
    }
    if (next - at > MAX_LENGTH) {
      throw new IOException(
          "the number at byte "
              + at
              + " has "
              + (next - at)
              + " characters: send at most "
              + MAX_LENGTH);
    }
    return next;
  }

  private static int afterDigits(Input in, int at) throws IOException {
    byte[] bytes = in.bytes;
    int next = at;
    while (next < bytes.length && bytes[next] >= '0' && bytes[next] <= '9') {
      next++;
    }
    if (next == at) {
      if (at >= bytes.length) {
        throw new IOException("the document ends within a number");
      }
      throw in.unexpected(at, "a digit");
    }
    return next;
  }
}
