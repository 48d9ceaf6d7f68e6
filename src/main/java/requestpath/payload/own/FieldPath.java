package requestpath.payload.own;

import java.util.List;
import java.util.regex.Pattern;
import requestpath.payload.own.FieldType.Field;
import requestpath.payload.own.FieldType.ListOf;
import requestpath.payload.own.FieldType.MapOf;
import requestpath.payload.own.FieldType.ObjectOf;

/** Names a place of a document by the fields of its types, and by nothing of its values. */
final class FieldPath {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_$@-]{1,60}");

  private FieldPath() {}

  /**
   * The place, such as {@code lines[].price}.
   *
   * @param path names, and integers for elements of lists, which may be left out; one for the
   *     element of the document, and what leads into untyped values, are left out of the words
   */
  static String inWords(FieldType root, List<Object> path) {
    StringBuilder words = new StringBuilder();
    FieldType type = root;
    for (Object step : path) {
      while (type instanceof ListOf list && !(step instanceof Integer)) {
        words.append("[]");
        type = list.element();
      }
      if (type instanceof ListOf list) {
        words.append("[]");
        type = list.element();
      } else if (type instanceof MapOf map) {
        words.append("{}");
        type = map.value();
      } else if (type instanceof ObjectOf object && !(step instanceof Integer)) {
        Field field =
            object.fields().stream()
                .filter(each -> each.name().equals(step))
                .findFirst()
                .orElse(null);
        if (field == null) {
          break;
        }
        words.append(words.isEmpty() ? "" : ".").append(name(field));
        type = field.type();
      }
    }
    return words.toString();
  }

  /** As in the document, unless that would be hard to read. */
  private static String name(Field field) {
    return PLAIN.matcher(field.name()).matches() ? field.name() : field.identifier();
  }
}
