package requestpath.conformance;

import java.util.Map;

/** Where a library's own words explain an answer, or promise another one. */
final class Promises {
  private static final Map<String, String> LINKS =
      Map.of(
          "DSL_JSON " + JsonQuestion.MALFORMED_UTF8.name(),
          "https://github.com/ngs-doo/dsl-json/issues/256",
          "DSL_JSON_INEXACT " + JsonQuestion.DOUBLES_READ.name(),
          "https://github.com/ngs-doo/dsl-json/issues/283",
          "DSL_JSON_INEXACT " + JsonQuestion.TIME_STAMPS_READ.name(),
          "https://github.com/ngs-doo/dsl-json/issues/121",
          "JACKSON3 " + JsonQuestion.ORDER.name(),
          "https://github.com/FasterXML/jackson/blob/main/jackson3/MIGRATING_TO_JACKSON_3.md",
          "GSON " + JsonQuestion.ESCAPES.name(),
          "https://github.com/google/gson/blob/main/UserGuide.md",
          "MSGPACK_CORE " + MsgPackQuestion.LYING_MAP.name(),
          "https://github.com/msgpack/msgpack-java/issues/1014");

  private Promises() {}

  /** A link, or nothing. */
  static String of(String row, Question<?> question) {
    String name = question instanceof Enum<?> constant ? constant.name() : question.title();
    return LINKS.getOrDefault(row + " " + name, "");
  }
}
