package requestpath.payload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into the form of {@link Tree}: exactly what RFC 8259 allows, but no field twice, no
 * deeper nesting than {@link #MAX_DEPTH}, no number that neither a long nor a double can hold, and
 * no surrogate alone.
 *
 * <p>It is written by hand for the same reason as {@link JsonText}: no library's code may run in a
 * fork before the measurement. It is written for clarity, not for speed.
 */
final class JsonTree {
  /** Below the limit of every library (Gson's is 255). */
  static final int MAX_DEPTH = 200;

  /** The length of the smallest long. */
  private static final int LONGEST_LONG = 20;

  /** Some libraries take time that grows with the square of a number's digits. */
  private static final int LONGEST_NUMBER = 10_000;

  /** The most digits of an exponent; any double has fewer or as many. */
  private static final int LONGEST_EXPONENT = 3;

  /** Possessive, so that a number of a million digits takes no time. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "-?+(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE][+-]?+(?=[0-9])0*+(?<exponent>[0-9]*+))?+");

  private final String json;
  private final DocumentFacts.Scan facts;
  private int at;

  private JsonTree(String json, int bytes) {
    this.json = json;
    facts = new DocumentFacts.Scan(bytes, json.length());
  }

  /** A document's tree, and the facts collected while reading it. */
  record Parsed(@Nullable Object tree, DocumentFacts facts) {}

  /**
   * The document as a tree, with its facts.
   *
   * @throws IllegalArgumentException when it is not such JSON, saying where and why
   */
  static Parsed parse(byte[] json) {
    String text;
    try {
      text = UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("it is not UTF-8");
    }
    JsonTree reader = new JsonTree(text, json.length);
    Object value = reader.value(0);
    reader.blanks();
    if (reader.at < text.length()) {
      throw reader.error("more follows the document");
    }
    return new Parsed(value, reader.facts.facts());
  }

  private @Nullable Object value(int depth) {
    blanks();
    if (at == json.length()) {
      throw error("it ends where a value is wanted");
    }
    char c = json.charAt(at);
    return switch (c) {
      case '{' -> object(deeper(depth));
      case '[' -> array(deeper(depth));
      case '"' -> text();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private int deeper(int depth) {
    if (depth == MAX_DEPTH) {
      throw error("it is nested deeper than " + MAX_DEPTH);
    }
    at++;
    facts.container();
    return depth + 1;
  }

  private Map<String, @Nullable Object> object(int depth) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    blanks();
    if (skip('}')) {
      return object;
    }
    do {
      blanks();
      String name = string();
      blanks();
      require(':');
      if (object.containsKey(name)) {
        throw error("the field \"" + printable(shortened(name)) + "\" comes twice");
      }
      facts.name(name);
      object.put(name, value(depth));
      blanks();
    } while (skip(','));
    require('}');
    return object;
  }

  private List<@Nullable Object> array(int depth) {
    List<@Nullable Object> array = new ArrayList<>();
    blanks();
    if (skip(']')) {
      return array;
    }
    do {
      array.add(value(depth));
      blanks();
    } while (skip(','));
    require(']');
    return array;
  }

  private String text() {
    String text = string();
    facts.text(text);
    return text;
  }

  private String string() {
    require('"');
    StringBuilder text = new StringBuilder();
    while (at < json.length()) {
      char c = json.charAt(at++);
      if (c == '"') {
        return paired(text.toString());
      }
      if (c < ' ') {
        throw error("a control character stands in a text unescaped");
      }
      text.append(c == '\\' ? escape() : c);
    }
    throw error("a text does not end");
  }

  private String paired(String text) {
    // A pair is one code point, so a surrogate among the code points has no partner.
    if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      throw error("a surrogate stands alone, and libraries differ");
    }
    return text;
  }

  private char escape() {
    if (at == json.length()) {
      throw error("a text does not end");
    }
    char c = json.charAt(at++);
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexadecimal();
      default -> throw error("\\" + c + " is no escape");
    };
  }

  private char hexadecimal() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = at < json.length() ? Character.digit(json.charAt(at), 16) : -1;
      if (digit < 0 || json.charAt(at) > 'f') {
        throw error("an escape wants four hexadecimal digits");
      }
      value = value * 16 + digit;
      at++;
    }
    return (char) value;
  }

  private @Nullable Object word(String word, @Nullable Object value) {
    if (!json.startsWith(word, at)) {
      throw error("no value begins like this");
    }
    at += word.length();
    return value;
  }

  private Number number() {
    Matcher number = NUMBER.matcher(json).region(at, json.length());
    if (!number.lookingAt()) {
      throw error("no value begins like this");
    }
    at = number.end();
    String exponent = number.group("exponent");
    if (exponent != null && exponent.length() > LONGEST_EXPONENT) {
      throw error("an exponent has more than three digits, and libraries differ");
    }
    String text = number.group();
    if (text.length() > LONGEST_NUMBER) {
      throw error("the number " + shortened(text) + " has too many digits");
    }
    boolean isWhole = exponent == null && text.indexOf('.') < 0;
    Number value = isWhole ? integer(text) : fraction(text);
    facts.number(text, value);
    return value;
  }

  private Number integer(String text) {
    if (text.length() <= LONGEST_LONG) {
      BigInteger integer = new BigInteger(text);
      if (integer.bitLength() < Integer.SIZE) {
        return integer.intValue();
      }
      if (integer.bitLength() < Long.SIZE) {
        return integer.longValue();
      }
    }
    throw error("no long holds " + shortened(text) + ", and libraries differ");
  }

  private Double fraction(String text) {
    double number = Double.parseDouble(text);
    if (Double.isInfinite(number)) {
      throw error("no double holds " + shortened(text) + ", and libraries differ");
    }
    return number;
  }

  private static String shortened(String text) {
    return text.length() <= 60
        ? text
        : text.substring(0, 20) + "... (" + text.length() + " characters)";
  }

  /** A terminal would obey control characters. */
  private static String printable(String text) {
    return text.replaceAll("[^ -~\\p{L}\\p{M}\\p{N}]", "?");
  }

  private void blanks() {
    while (at < json.length() && " \n\r\t".indexOf(json.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean skip(char c) {
    if (at < json.length() && json.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void require(char c) {
    if (!skip(c)) {
      throw error(at == json.length() ? "it ends where " + c + " is wanted" : c + " is wanted");
    }
  }

  private IllegalArgumentException error(String what) {
    String before = json.substring(0, Math.min(at, json.length()));
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    return new IllegalArgumentException(
        "it is no JSON that all libraries take alike: line "
            + line
            + ", column "
            + column
            + ": "
            + what);
  }
}
