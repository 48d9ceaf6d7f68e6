package requestpath.conformance;

import java.util.Map;

/** Where a library's own words explain an outcome, or promise another one. */
final class Promises {
  private static final Map<String, String> LINKS =
      Map.of(
          "DSL_JSON " + JsonCheck.MALFORMED_UTF8.name(),
          "https://github.com/ngs-doo/dsl-json/issues/256",
          "DSL_JSON_INEXACT " + JsonCheck.DOUBLES_READ.name(),
          "https://github.com/ngs-doo/dsl-json/issues/283",
          "DSL_JSON_INEXACT " + JsonCheck.TIME_STAMPS_READ.name(),
          "https://github.com/ngs-doo/dsl-json/issues/121",
          "JACKSON3 " + JsonCheck.ORDER.name(),
          "https://github.com/FasterXML/jackson/blob/main/jackson3/MIGRATING_TO_JACKSON_3.md",
          "GSON " + JsonCheck.ESCAPES.name(),
          "https://github.com/google/gson/blob/main/UserGuide.md",
          "MSGPACK_CORE " + MsgPackCheck.LYING_MAP.name(),
          "https://github.com/msgpack/msgpack-java/issues/1014");

  private Promises() {}

  /** A link, or nothing. */
  static String of(String row, Check<?> check) {
    String name = check instanceof Enum<?> constant ? constant.name() : check.title();
    return LINKS.getOrDefault(row + " " + name, "");
  }
}
