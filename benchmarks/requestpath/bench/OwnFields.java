package requestpath.bench;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import requestpath.codec.json.JsonCodec;
import requestpath.codec.json.JsonLibrary;
import requestpath.codec.json.StrictJson;
import requestpath.payload.OwnPayload;
import requestpath.payload.own.OwnDocument;

/**
 * Which fields of the document each library of the run finds in a class of the user's own: by its
 * own annotations a library may find fewer than others, and would then win by doing less. Only a
 * trial asks, never a fork.
 */
final class OwnFields {
  static final String NONE = "no field of the type is in the file";

  private static @Nullable OwnFields known;

  private final OwnDocument own;
  private final Map<JsonLibrary, Set<String>> fields = new EnumMap<>(JsonLibrary.class);

  private OwnFields(OwnDocument own) {
    this.own = own;
    String selected = System.getProperty(OwnPayload.LIBRARIES);
    for (JsonLibrary library : JsonLibrary.values()) {
      boolean isSelected =
          selected == null || List.of(selected.split(",", -1)).contains(library.name());
      if (isSelected && library.supports(own.shape()).isSupported()) {
        fields.put(library, of(library, own));
      }
    }
  }

  private static Set<String> of(JsonLibrary library, OwnDocument own) {
    try {
      JsonCodec<Object> codec = library.codec(own.shape());
      Object read = StrictJson.read(codec.toBytes(codec.fromBytes(own.json())));
      return own.fieldsIn(own.isList() ? read : List.of(read));
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
      // Its own trial says why.
      return Set.of();
    }
  }

  /** A field that a library leaves out and another finds, in words; empty when there is none. */
  static synchronized String missing(JsonLibrary library, OwnDocument own) {
    if (!own.isOfOwnClass()) {
      return "";
    }
    if (known == null || known.own != own) {
      known = new OwnFields(own);
    }
    Set<String> found = known.fields.getOrDefault(library, Set.of());
    for (Map.Entry<JsonLibrary, Set<String>> other : known.fields.entrySet()) {
      Set<String> more = new TreeSet<>(other.getValue());
      more.removeAll(found);
      if (!more.isEmpty()) {
        return "it does not find the field "
            + own.fieldInWords(more.iterator().next())
            + " in the type, which "
            + other.getKey()
            + " finds";
      }
    }
    return found.isEmpty() ? NONE : "";
  }
}
