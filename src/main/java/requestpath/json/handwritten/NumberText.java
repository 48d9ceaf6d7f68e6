package requestpath.json.handwritten;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import requestpath.handwritten.Bytes;

/** Numbers as RFC 8259 writes them, eight digits at a time. */
final class NumberText {
  /** Longer numbers are refused: to read one takes time with the square of its length. */
  private static final int MAX_LENGTH = 1000;

  /** Digits that a long holds whatever they are. */
  private static final int MAX_SAFE_DIGITS = 18;

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
    } while (count == Long.BYTES && next - first <= MAX_SAFE_DIGITS);
    int follows = next < bytes.length ? bytes[next] : ' ';
    if (next == first
        || next - first > MAX_SAFE_DIGITS
        || (bytes[first] == '0' && next - first > 1)
        || follows == '.'
        || (follows | 0x20) == 'e') {
      return otherInteger(in, at);
    }
    in.end = next;
    return negative ? -value : value;
  }

  private static long otherInteger(Input in, int at) throws IOException {
    int end = end(in, at);
    in.end = end;
    String text = new String(in.bytes, at, end - at, StandardCharsets.ISO_8859_1);
    try {
      BigDecimal number = new BigDecimal(text);
      if (number.signum() == 0) {
        return 0;
      }
      // Of a number with more digits before its point than a long has nothing need be known.
      if (number.precision() - (long) number.scale() <= MAX_SAFE_DIGITS + 1) {
        return number.longValueExact();
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IOException("the number " + text + " at byte " + at + " does not fit a long", e);
    }
    throw new IOException("the number " + text + " at byte " + at + " does not fit a long");
  }

  /** The double nearest to a number. */
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

  private static double otherReal(Input in, int at, long digits, int whole, int fraction)
      throws IOException {
    int end = end(in, at);
    in.end = end;
    if (whole + fraction > DoubleReader.MAX_DIGITS) {
      return DoubleReader.byLibrary(in.bytes, at, end - at);
    }
    boolean negative = in.bytes[at] == '-';
    int exponent = at + whole + fraction + (negative ? 1 : 0) + (fraction > 0 ? 1 : 0) + 1;
    double value = DoubleReader.positive(digits, exponent(in.bytes, exponent, end) - fraction);
    return negative ? -value : value;
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
    if (end - at > MAX_SAFE_DIGITS) {
      return large(new BigInteger(new String(in.bytes, at, end - at, StandardCharsets.US_ASCII)));
    }
    long value = integer(in, at);
    if ((int) value == value) {
      return (int) value;
    }
    return value;
  }

  private static Number large(BigInteger value) {
    if (value.bitLength() < Long.SIZE) {
      return value.longValue();
    }
    return value;
  }

  private static Number anyReal(Input in, int at, int end) throws IOException {
    double value = real(in, at);
    // Beyond what a double holds a BigDecimal's exponent may be beyond what that holds, too.
    boolean isHeld = value != 0 && Math.abs(value) <= Double.MAX_VALUE;
    if (isHeld && end - at > DoubleReader.MAX_DIGITS) {
      BigDecimal exact =
          new BigDecimal(new String(in.bytes, at, end - at, StandardCharsets.US_ASCII));
      if (exact.precision() > MAX_DIGITS_OF_DOUBLE
          && new BigDecimal(Double.toString(value)).compareTo(exact) != 0) {
        return exact;
      }
    }
    return value;
  }

  /** The position behind a number. */
  static int end(Input in, int at) throws IOException {
    byte[] bytes = in.bytes;
    int first = bytes[at] == '-' ? at + 1 : at;
    int next = afterDigits(in, first);
    if (bytes[first] == '0' && next > first + 1) {
      throw new IOException("the number at byte " + at + " begins with a zero");
    }
    if (next < bytes.length && bytes[next] == '.') {
      next = afterDigits(in, next + 1);
    }
    if (next < bytes.length && (bytes[next] | 0x20) == 'e') {
      boolean signed = bytes[next + 1] == '-' || bytes[next + 1] == '+';
      next = afterDigits(in, next + (signed ? 2 : 1));
    }
    if (next - at > MAX_LENGTH) {
      throw new IOException("the number at byte " + at + " has more than 1000 characters");
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
