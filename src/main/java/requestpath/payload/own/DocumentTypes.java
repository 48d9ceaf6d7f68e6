package requestpath.payload.own;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import requestpath.payload.own.FieldType.Field;
import requestpath.payload.own.FieldType.ListOf;
import requestpath.payload.own.FieldType.MapOf;
import requestpath.payload.own.FieldType.ObjectOf;
import requestpath.payload.own.FieldType.Untyped;

/**
 * The types of a document.
 *
 * @param root the type of the document, or of its elements
 * @param objects all types that are written as Java, the parts of a type before it
 */
public record DocumentTypes(ObjectOf root, List<ObjectOf> objects) {
  /** The name of the root in Java: the document's own name stays out of it. */
  static final String ROOT = "Document";

  /**
   * Infers the types of a document.
   *
   * @param values its objects, as maps
   * @throws IllegalArgumentException with a sentence that lacks its subject, the file, if it has no
   *     record or class
   */
  public static DocumentTypes of(List<?> values) {
    return TypeInference.of(values);
  }

  /**
   * What was inferred: each type as a record, and then what could not be typed, by its place.
   *
   * @return lines that hold names of the document's fields, and none of its values
   */
  public List<String> inWords() {
    List<String> lines = new ArrayList<>();
    for (ObjectOf object : objects) {
      lines.add("record " + object.name() + "(");
      for (int i = 0; i < object.fields().size(); i++) {
        Field field = object.fields().get(i);
        lines.add(
            "    "
                + (field.isNullable() ? "@Nullable " : "")
                + field.inJava()
                + " "
                + field.component()
                + (i + 1 < object.fields().size() ? "," : ") {}")
                + (field.isRenamed(field.component()) ? "  // " + Literals.of(field.name()) : ""));
      }
      lines.add("");
    }
    lines.addAll(notes());
    return lines;
  }

  /** Each place that has no type of its own, with the reason. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (ObjectOf object : objects) {
      for (Field field : object.fields()) {
        note(object.name() + "." + field.component(), field.type(), notes);
      }
    }
    return notes;
  }

  private static void note(String place, FieldType type, List<String> notes) {
    if (type instanceof Untyped untyped) {
      notes.add(place + " is Object: " + untyped.reason());
    } else if (type instanceof ListOf list) {
      note(place + "[]", list.element(), notes);
    } else if (type instanceof MapOf map) {
      if (!map.reason().isEmpty()) {
        notes.add(place + " is a Map: " + map.reason());
      }
      note(place + "{}", map.value(), notes);
    }
  }

  /** The number of types, and of their fields. */
  public String sizeInWords() {
    int fields = objects.stream().mapToInt(object -> object.fields().size()).sum();
    return String.format(
        Locale.ROOT,
        "%d %s with %d %s",
        objects.size(),
        objects.size() == 1 ? "type" : "types",
        fields,
        fields == 1 ? "field" : "fields");
  }
}
