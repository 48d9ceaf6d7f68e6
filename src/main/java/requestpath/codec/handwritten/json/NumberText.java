package requestpath.codec.handwritten.json;

import ch.randelshofer.fastdoubleparser.JsonDoubleParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import requestpath.codec.handwritten.Bytes;

/** Numbers as RFC 8259 writes them, eight digits at a time. */
final class NumberText {
  /** Longer numbers are refused: reading one takes time with the square of its length. */
  private static final int MAX_LENGTH = 1000;

  /** A double's shortest decimal has no more digits. */
  private static final int MAX_DIGITS_OF_DOUBLE = 17;

  /** From 10^0 to 10^8. */
  private static final long[] TEN_TO = {
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
  };

  private NumberText() {}

  /** A number that is an integer and fits a long; it may have a point or an exponent. */
  static long integer(Input in, int at) throws IOException {
    byte[] bytes = in.bytes;
    int first = firstDigit(bytes, at);
    int next = Digits.end(bytes, first);
    int count = next - first;
    if (count > 0
        && count <= DoubleReader.MAX_DIGITS
        && (bytes[first] != '0' || count == 1)
        && !isReal(bytes, next)) {
      long magnitude = magnitude(0, bytes, first, next);
      // The smallest long has no positive.
      if (magnitude >= 0 || (magnitude == Long.MIN_VALUE && first != at)) {
        in.end = next;
        return first == at ? magnitude : -magnitude;
      }
    }
    return otherInteger(in, at);
  }

  private static int firstDigit(byte[] bytes, int at) {
    return bytes[at] == '-' ? at + 1 : at;
  }

  /** Whether a point or an exponent follows the digits that end at a position. */
  private static boolean isReal(byte[] bytes, int end) {
    return end < bytes.length && (bytes[end] == '.' || hasExponent(bytes, end));
  }

  private static boolean hasExponent(byte[] bytes, int end) {
    return end < bytes.length && (bytes[end] | 0x20) == 'e';
  }

  /** Written with a point, an exponent or too many digits. */
  private static long otherInteger(Input in, int at) throws IOException {
    int end = end(in, at);
    in.end = end;
    String text = text(in, at, end);
    try {
      return new BigDecimal(text).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IOException(
          "the number " + text + " at byte " + at + " is not a long: send an integer of 64 bits",
          e);
    }
  }

  /**
   * The double nearest to a number.
   *
   * @throws IOException also when the double would be infinite, which JSON cannot hold
   */
  static double real(Input in, int at) throws IOException {
    byte[] bytes = in.bytes;
    int first = firstDigit(bytes, at);
    int point = Digits.end(bytes, first);
    int next = point;
    long digits = magnitude(0, bytes, first, point);
    int fraction = 0;
    if (point < bytes.length && bytes[point] == '.') {
      next = Digits.end(bytes, point + 1);
      fraction = next - point - 1;
      digits = magnitude(digits, bytes, point + 1, next);
    }
    int whole = point - first;
    if (whole == 0
        || whole + fraction > DoubleReader.MAX_DIGITS
        || (bytes[first] == '0' && whole > 1)
        || bytes[next - 1] == '.'
        || hasExponent(bytes, next)) {
      return otherReal(in, at);
    }
    in.end = next;
    double value = DoubleReader.positive(digits, fraction);
    return first == at ? value : -value;
  }

  /** Whether the digits between two positions are a valid whole part before a point. */
  static boolean isWholePart(byte[] bytes, int first, int point) {
    return point > first
        && point < bytes.length
        && bytes[point] == '.'
        && (bytes[first] != '0' || point - first == 1);
  }

  /** Written with an exponent or too many digits. */
  private static double otherReal(Input in, int at) throws IOException {
    int end = end(in, at);
    in.end = end;
    double value = JsonDoubleParser.parseDouble(in.bytes, at, end - at);
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

  /**
   * An Integer, Long or BigInteger for an integer, the smallest that holds it. A Double for any
   * other number, or a BigDecimal if it has more digits than a double can hold.
   */
  static Number any(Input in, int at) throws IOException {
    int first = firstDigit(in.bytes, at);
    int end = Digits.end(in.bytes, first);
    if (isReal(in.bytes, end)) {
      return anyReal(in, at);
    }
    long value;
    if (end - first < DoubleReader.MAX_DIGITS) {
      value = integer(in, at);
    } else {
      in.end = end(in, at);
      BigInteger large = new BigInteger(text(in, at, in.end));
      if (large.bitLength() >= Long.SIZE) {
        return large;
      }
      value = large.longValue();
    }
    if ((int) value == value) {
      return (int) value;
    }
    return value;
  }

  /** Appends digits to a number; the result is wrong if there are more than 19 in all. */
  static long magnitude(long before, byte[] bytes, int from, int to) {
    long value = before;
    for (int next = from; next < to; next += Long.BYTES) {
      int count = Math.min(to - next, Long.BYTES);
      value = value * TEN_TO[count] + Digits.value(Bytes.eightOrFewer(bytes, next), count);
    }
    return value;
  }

  private static Number anyReal(Input in, int at) throws IOException {
    double value = real(in, at);
    // The exponent of a number that is too small for a double may be too small for a BigDecimal.
    if (value != 0 && significantDigits(in.bytes, at, in.end) > MAX_DIGITS_OF_DOUBLE) {
      BigDecimal exact = new BigDecimal(text(in, at, in.end));
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

  /** The position after a number. */
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
