package requestpath.conformance;

import java.util.Map;

/** Links to documentation of a library that explains an outcome or promises another one. */
final class Promises {
  private static final Map<String, String> LINKS =
      Map.of(
          "DSL_JSON " + JsonCheck.MALFORMED_UTF8.name(),
          "https://github.com/ngs-doo/dsl-json/issues/256",
          "DSL_JSON_INEXACT " + JsonNumberCheck.DOUBLES_READ.name(),
          "https://github.com/ngs-doo/dsl-json/issues/283",
          "DSL_JSON_INEXACT " + JsonNumberCheck.TIME_STAMPS_READ.name(),
          "https://github.com/ngs-doo/dsl-json/issues/121",
          "JACKSON3 " + JsonCheck.ORDER.name(),
          "https://github.com/FasterXML/jackson/blob/main/jackson3/MIGRATING_TO_JACKSON_3.md",
          "GSON " + JsonCheck.ESCAPES.name(),
          "https://github.com/google/gson/blob/main/UserGuide.md",
          "MSGPACK_CORE " + MsgPackCheck.LYING_MAP.name(),
          "https://github.com/msgpack/msgpack-java/issues/1014");

  private Promises() {}

  /** The link; empty if there is none. */
  static String of(String variant, Check<?> check) {
    String name = check instanceof Enum<?> constant ? constant.name() : check.title();
    return LINKS.getOrDefault(variant + " " + name, "");
  }
}
