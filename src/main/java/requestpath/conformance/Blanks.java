package requestpath.conformance;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import requestpath.codec.Equivalence;

/** The check whether a variant reads blanks and line breaks wherever JSON allows them. */
final class Blanks {
  private static final List<String> BLANKS = List.of(" ", "\t", "\n", "\r\n");

  /** No text of the item has one of these. */
  private static final Map<String, String> PUNCTUATION =
      Map.of("{", "a brace", "}", "a closing brace", ":", "a colon", ",", "a comma");

  private Blanks() {}

  /** Reads an item with blanks at each kind of place in turn. */
  static Outcome outcome(JsonVariant variant) throws IOException {
    String compact = JsonItem.with("");
    Map<?, ?> expected = variant.readItem(compact);
    Set<String> refused = new TreeSet<>();
    for (String blank : BLANKS) {
      for (Map.Entry<String, String> place : PUNCTUATION.entrySet()) {
        String mark = place.getKey();
        Map<String, String> documents =
            Map.of(
                "before " + place.getValue(), compact.replace(mark, blank + mark),
                "after " + place.getValue(), compact.replace(mark, mark + blank));
        for (Map.Entry<String, String> each : documents.entrySet()) {
          String seen =
              Ending.observed(() -> compared(expected, variant.readItem(each.getValue())));
          if (seen.equals(Ending.REFUSED)) {
            refused.add(each.getKey());
          } else if (!seen.isEmpty()) {
            return Outcome.wrong("read as another item " + each.getKey());
          }
        }
      }
    }
    return refused.isEmpty()
        ? Outcome.equal("read")
        : Outcome.differs(Ending.REFUSED + " " + String.join(", ", refused));
  }

  private static String compared(Map<?, ?> expected, Map<?, ?> actual) {
    return Equivalence.EXACT.difference(expected, actual).orElse("");
  }
}
