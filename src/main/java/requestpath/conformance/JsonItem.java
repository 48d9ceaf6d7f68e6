package requestpath.conformance;

import java.util.List;

/** An item as a JSON document, written out. */
final class JsonItem {
  private JsonItem() {}

  /** An item with these members and, so that none is missing, the others of an item's. */
  static String with(String members) {
    StringBuilder json = new StringBuilder("{").append(members);
    for (String member :
        List.of(
            "\"id\":1",
            "\"name\":\"n\"",
            "\"description\":\"d\"",
            "\"type\":\"t\"",
            "\"count\":2",
            "\"created_at\":3.5")) {
      if (!members.contains(member.substring(0, member.indexOf(':')))) {
        json.append(json.length() == 1 ? "" : ",").append(member);
      }
    }
    return json.append('}').toString();
  }
}
