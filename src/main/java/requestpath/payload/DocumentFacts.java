package requestpath.payload;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The properties of a JSON document for which a library may have a limit. Lengths are in UTF-16
 * characters, escapes read.
 *
 * @param heapBytes its approximate size as maps and lists, and twice as bytes
 * @param characters of the document as it is written
 * @param numbers how many it has
 * @param longestText of its values
 * @param longestName of its fields, in bytes of UTF-8, as parsers of bytes count them
 * @param longestNumber characters of a number as it is written
 * @param hasNegativeZero whether a fraction is {@code -0.0}
 * @param hasHardDecimal whether a fraction, as it is written or in its shortest form, is halfway
 *     between two doubles or so close that a reader of 64 bits misreads it ({@link HardDecimal})
 */
public record DocumentFacts(
    long heapBytes,
    int characters,
    int numbers,
    int longestText,
    int longestName,
    int longestNumber,
    boolean hasNegativeZero,
    boolean hasHardDecimal) {

  /** Collects the facts while a document is read. */
  static final class Scan {
    /** Bytes that a map or list, a field, a text and a number take beside their characters. */
    private static final int CONTAINER = 136;

    private static final int FIELD = 88;
    private static final int TEXT = 40;
    private static final int NUMBER = 24;

    private final int characters;
    private long heapBytes;
    private int numbers;
    private int longestText;
    private int longestName;
    private int longestNumber;
    private boolean hasNegativeZero;
    private boolean hasHardDecimal;

    Scan(int bytes, int characters) {
      heapBytes = 2L * bytes;
      this.characters = characters;
    }

    /** A text of Latin-1 takes a byte a character, any other two. */
    private static long bytes(String text) {
      boolean isLatin1 = text.chars().allMatch(c -> c <= 0xff);
      return (isLatin1 ? 1L : 2L) * text.length();
    }

    void container() {
      heapBytes += CONTAINER;
    }

    void text(String text) {
      heapBytes += TEXT + bytes(text);
      longestText = Math.max(longestText, text.length());
    }

    void name(String name) {
      heapBytes += FIELD + bytes(name);
      longestName = Math.max(longestName, name.getBytes(UTF_8).length);
    }

    void number(String written, Number number) {
      heapBytes += NUMBER;
      numbers++;
      longestNumber = Math.max(longestNumber, written.length());
      if (number instanceof Double fraction) {
        hasNegativeZero |= Double.compare(fraction, -0.0) == 0;
        hasHardDecimal |= HardDecimal.is(written, fraction);
      }
    }

    DocumentFacts facts() {
      return new DocumentFacts(
          heapBytes,
          characters,
          numbers,
          longestText,
          longestName,
          longestNumber,
          hasNegativeZero,
          hasHardDecimal);
    }
  }
}
