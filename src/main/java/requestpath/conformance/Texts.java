package requestpath.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Examines texts that were read and bytes that were written. */
final class Texts {
  private Texts() {}

  /** What was read in place of the malformed bytes between a and b. */
  static String replacement(@Nullable Object text) {
    String read = String.valueOf(text);
    if (!read.startsWith("a") || !read.endsWith("b") || read.length() < 2) {
      return "read as " + read;
    }
    String between = read.substring(1, read.length() - 1);
    if (between.isEmpty()) {
      return "dropped";
    }
    return between.contains("\ufffd") ? "replaced by U+FFFD" : "taken for a character";
  }

  /** The observations, once if they are all the same. */
  static String joined(List<String> observed) {
    return observed.stream().distinct().count() == 1
        ? observed.get(0)
        : String.join(", ", observed);
  }

  /** At most sixty characters of a text. */
  static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }

  /** Whether the bytes are well-formed UTF-8. */
  static boolean isUtf8(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** The value of a member as the document has it. */
  static String rawMember(String json, String field) {
    int start = json.indexOf(':', json.indexOf("\"" + field + "\"")) + 1;
    int end = start;
    boolean inText = false;
    while (end < json.length() && (inText || ",}".indexOf(json.charAt(end)) < 0)) {
      inText ^= json.charAt(end) == '"';
      end++;
    }
    return json.substring(start, end);
  }

  /** How JSON has the unpaired surrogate between a and b in the name of an item. */
  static String surrogate(byte[] json) {
    if (!isUtf8(json)) {
      return "bytes that are no UTF-8";
    }
    String name = rawMember(new String(json, UTF_8), "name");
    if (name.contains("\\u") || name.contains("\\U")) {
      return "escaped";
    }
    return name.equals("\"ab\"") ? "dropped" : "replaced by " + name.charAt(2);
  }

  /** Those of the characters that are escaped in the document. */
  static String escaped(String characters, String json) {
    StringBuilder escaped = new StringBuilder();
    characters
        .codePoints()
        .filter(c -> !json.contains(Character.toString(c)) || (c == '/' && json.contains("\\/")))
        .forEach(
            c ->
                escaped.append(
                    c > ' ' && c < 0x7f ? Character.toString(c) : String.format(" U+%04X", c)));
    return escaped.isEmpty() ? "none" : escaped.toString().strip();
  }
}
