package requestpath.codec.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.json.JSONArray;
import org.json.JSONObject;
import org.json.JSONParserConfiguration;
import requestpath.codec.AddedCheckException;
import requestpath.codec.DocumentLimits;
import requestpath.codec.LibraryCatalogue;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * org.json: its JSONObject and JSONArray, made of maps and lists and turned into them again.
 *
 * <p>A tree of its own stands between the document and the values, copied from maps and to maps
 * (https://github.com/stleary/JSON-java/blob/master/README.md). It reads and writes text, so bytes
 * are a String before or after. Classes it writes through their getters and, since 2025, reads
 * (https://github.com/stleary/JSON-java/pull/1006), but only those with a constructor without
 * arguments, and none of whose values is null.
 *
 * <p>Settings that make the answer equal to the others': strict mode, since by default it accepts
 * much that is not JSON and anything behind a document
 * (https://github.com/stleary/JSON-java/issues/884); native nulls when a tree is made of maps,
 * which otherwise loses members that are null. Even in strict mode it takes a NUL for the end of
 * the text and any control character behind the document for a blank, so {@link #requireEnd} looks
 * for those. Fractions become BigDecimal, doubles without a fraction are written as integers. A
 * name that comes twice is refused. Depth is limited to 512 and numbers to 1000 characters, its
 * defaults.
 */
final class OrgJsonCodec<T> implements JsonCodec<T> {
  private static final JSONParserConfiguration READING =
      new JSONParserConfiguration().withStrictMode(true);
  private static final JSONParserConfiguration WRAPPING =
      new JSONParserConfiguration().withUseNativeNulls(true);

  private final boolean isList;

  OrgJsonCodec(Shape<T> shape) {
    if (!shape.isMap()) {
      supports(shape).require();
    }
    isList = shape.isList();
  }

  static Support supports(Shape<?> shape) {
    return shape.isMap()
        ? Support.YES
        : Support.no(
            "it cannot read a record, cannot read null into a class, and does not write fields that are null",
            "https://github.com/stleary/JSON-java/pull/1006");
  }

  /** What is known of the variant before it runs. */
  static JsonDescriptor descriptor() {
    return JsonDescriptor.supporting(OrgJsonCodec::supports)
        .reading(
            DocumentLimits.NONE.number(
                1000,
                "https://github.com/stleary/JSON-java/blob/20260814/src/main/java/org/json/ParserConfiguration.java"));
  }

  @Override
  public byte[] toBytes(T value) {
    return toText(value).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toText(T value) {
    return isList
        ? new JSONArray((List<?>) value, WRAPPING).toString()
        : new JSONObject((Map<?, ?>) value, WRAPPING).toString();
  }

  @Override
  @SuppressWarnings("unchecked") // The shape is a map or a list of maps.
  public T fromBytes(byte[] json) throws AddedCheckException {
    String text = new String(json, StandardCharsets.UTF_8);
    requireEnd(text);
    return (T) read(text);
  }

  private Object read(String text) throws AddedCheckException {
    try {
      return isList ? new JSONArray(text, READING).toList() : new JSONObject(text, READING).toMap();
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public String description() {
    return "json "
        + LibraryCatalogue.version("org.json:json")
        + ": JSONArray and JSONObject of lists and maps, toString, for bytes with String.getBytes;"
        + " of a String in strict mode, toList and toMap";
  }

  /** Refuses what strict mode lets pass behind a document; no NUL is ever part of JSON. */
  private static void requireEnd(String text) throws AddedCheckException {
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      throw new AddedCheckException("a NUL at character " + nul);
    }
    for (int i = text.length() - 1; i >= 0 && text.charAt(i) <= ' '; i--) {
      char c = text.charAt(i);
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        throw new AddedCheckException("a control character at character " + i);
      }
    }
  }
}
