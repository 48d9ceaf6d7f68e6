package requestpath.codec.json;

import requestpath.codec.DocumentLimits;

/**
 * The limits of the libraries, as configured here, for documents as maps. A test tries documents on
 * both sides of each limit. A limit is the library's default, as people deploy it; a codec raises
 * it only if the contract needs that: the depth of FORY_JSON, and the size of what FASTJSON2
 * writes, which nothing about a document tells beforehand.
 */
final class JsonLimits {
  private static final String CORE = "https://github.com/FasterXML/jackson-core/blob/jackson-core-";
  private static final String CONSTRAINTS = "/jackson/core/StreamReadConstraints.java";

  /** For everything that reads through the parser of Jackson 2. */
  static final DocumentLimits JACKSON2_READS =
      jackson2(CORE + "2.23.0/src/main/java/com/fasterxml");

  /**
   * For everything that reads through the parser of Jackson 3; its limit for texts is above the
   * limit for files.
   */
  static final DocumentLimits JACKSON3_READS =
      jackson(CORE + "3.3.0/src/main/java/tools" + CONSTRAINTS);

  /** A number must fit into the reader's buffer. */
  static final DocumentLimits GSON_READS =
      DocumentLimits.NONE.number(
          1023,
          "https://github.com/google/gson/blob/gson-parent-2.15.0/gson/src/main/java/com/google/gson/stream/JsonReader.java");

  private static final String DSL_JSON =
      "https://github.com/ngs-doo/dsl-json/blob/15d66f0/library/src/main/java/com/dslplatform/json/";

  static final DocumentLimits DSL_JSON_READS =
      DocumentLimits.NONE
          .number(512, DSL_JSON + "DslJson.java")
          .noNegativeZero(DSL_JSON + "NumberConverter.java");

  static final DocumentLimits DSL_JSON_WRITES =
      DocumentLimits.NONE.noNegativeZero(DSL_JSON + "NumberConverter.java");

  private static final String FASTJSON2 =
      "https://github.com/alibaba/fastjson2/blob/2.0.64/core/src/main/java/com/alibaba/fastjson2/";

  static final DocumentLimits FASTJSON2_READS =
      DocumentLimits.NONE
          .number(2048, FASTJSON2 + "JSONFactory.java")
          .noNegativeZero(FASTJSON2 + "JSONReaderUTF8.java");

  private static final String AVAJE =
      "https://github.com/avaje/avaje-jsonb/blob/3.11/json-core/src/main/java/io/avaje/json/stream/core/";

  /**
   * Its buffer of characters doubles up to 32,768 and needs a few to spare. Numbers become
   * BigDecimal.
   */
  static final DocumentLimits AVAJE_READS =
      DocumentLimits.NONE
          .text(32_760, AVAJE + "JParser.java")
          .name(32_760, AVAJE + "JParser.java")
          .number(100, AVAJE + "Recyclers.java")
          .noNegativeZero(AVAJE + "NumberParser.java");

  static final DocumentLimits AVAJE_WRITES =
      DocumentLimits.NONE.noNegativeZero(AVAJE + "JGenerator.java");

  /** Numbers become BigDecimal, which has no negative zero. */
  static final DocumentLimits YASSON_READS =
      DocumentLimits.NONE.noNegativeZero(
          "https://github.com/eclipse-ee4j/yasson/blob/3.0.4/src/main/java/org/eclipse/yasson/internal/deserializer/types/ObjectTypeDeserializer.java");

  static final DocumentLimits ORG_JSON_READS =
      DocumentLimits.NONE.number(
          1000,
          "https://github.com/stleary/JSON-java/blob/20260814/src/main/java/org/json/ParserConfiguration.java");

  /** It rounds some decimals up that are halfway between two doubles, or almost. */
  static final DocumentLimits WAST_READS =
      DocumentLimits.NONE.noHardDecimal(
          "https://github.com/wycst/wast/blob/v0.0.28/src/main/java/io/github/wycst/wast/common/utils/NumberUtils.java");

  /** Our own limit; RFC 8259, section 9, lets a parser set one. */
  static final DocumentLimits HANDWRITTEN_READS =
      DocumentLimits.NONE.number(1000, "https://www.rfc-editor.org/rfc/rfc8259#section-9");

  private JsonLimits() {}

  private static DocumentLimits jackson2(String sources) {
    String constraints = sources + CONSTRAINTS;
    return jackson(constraints).text(20_000_000, constraints);
  }

  private static DocumentLimits jackson(String constraints) {
    return DocumentLimits.NONE.name(50_000, constraints).number(1000, constraints);
  }
}
