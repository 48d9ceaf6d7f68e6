package requestpath.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static requestpath.conformance.Ending.ACCEPTED;
import static requestpath.conformance.Ending.DEPTH;
import static requestpath.conformance.Ending.REFUSED;
import static requestpath.conformance.Ending.REFUSED_HERE;
import static requestpath.conformance.Ending.observed;
import static requestpath.conformance.JsonNumberCheck.isLong;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import requestpath.codec.Mark;
import requestpath.codec.json.StrictJson;
import requestpath.payload.Item;

/** Checks of how a JSON variant reads and writes texts, fields and whole documents. */
enum JsonCheck implements Check<JsonVariant> {
  /** Half of a pair is no character. */
  SURROGATE_WRITTEN(
      Subject.TEXTS,
      "surrogate written",
      "an unpaired surrogate, written",
      variant ->
          Outcome.differs(
              observed(
                  () ->
                      Texts.surrogate(
                          variant.writeBytes(new Item(1, "a\ud800b", "d", "t", 2, 3)))))),
  /** An escape may name one. */
  SURROGATE_READ(
      Subject.TEXTS,
      "surrogate read",
      "an unpaired surrogate in an escape, read",
      variant ->
          Outcome.differs(
              observed(
                  () -> {
                    Object name =
                        variant.readItem(JsonItem.with("\"name\":\"a\\ud800b\"")).get("name");
                    return "a\ud800b".equals(name) ? "kept" : "replaced";
                  }))),
  ESCAPES(
      Subject.TEXTS,
      "escapes",
      "characters escaped beyond those that must be",
      variant -> {
        String special = "/<>&'=\u007f\u0080\u2028\u2029é😀";
        String all = "\"\\\b\f\n\r\t\u0001" + special;
        String json = variant.write(new Item(1, all, "d", "t", 2, 3));
        if (!(StrictJson.read(json) instanceof Map<?, ?> read) || !all.equals(read.get("name"))) {
          return Outcome.wrong("another text comes back");
        }
        return Outcome.differs(Texts.escaped(special, json));
      }),
  /** Every variant must write them and read them. */
  NULLS(
      Subject.TEXTS,
      "null",
      "a null field",
      variant -> {
        String json = variant.write(new Item(1, null, "d", "t", 2, 3));
        if (!json.contains("\"name\"")) {
          return Outcome.wrong("dropped");
        }
        return Outcome.must(
            variant.readItem(json).get("name") == null, "written, and read as null");
      }),
  ORDER(
      Subject.TEXTS,
      "order",
      "order of fields",
      variant -> {
        Object read = StrictJson.read(variant.write(new Item(1, "n", "d", "t", 2, 3)));
        List<String> names =
            read instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : List.of();
        List<String> declared = List.of("id", "name", "description", "type", "count", "created_at");
        return Outcome.differs(
            names.equals(declared)
                ? "as declared"
                : names.equals(declared.stream().sorted().toList())
                    ? "by name"
                    : String.join(", ", names));
      }),
  /** A newer sender has more fields. */
  UNKNOWN(
      Subject.TEXTS,
      "unknown field",
      "a field that is not known",
      variant -> {
        Map<?, ?> read = variant.readItem(JsonItem.with("\"new\":{\"a\":[1,{}]},\"count\":2"));
        return Outcome.must(
            isLong(read.get("count"), 2), variant.isBound() ? "ignored" : "kept in the map");
      }),
  /** An older sender has fewer. */
  MISSING(
      Subject.TEXTS,
      "missing field",
      "a field that is missing",
      variant -> {
        String name =
            observed(
                () -> {
                  Object read = variant.readItem("{\"id\":1}").get("name");
                  return read == null || "".equals(read) ? "empty" : "made up: " + read;
                });
        return name.equals(REFUSED)
            ? Outcome.differs(REFUSED)
            : Outcome.must(name.equals("empty"), name);
      }),
  /** RFC 8259 leaves it open. */
  DUPLICATE(
      Subject.TEXTS,
      "field twice",
      "a field that comes twice",
      variant ->
          Outcome.differs(
              observed(
                  () -> {
                    String json = JsonItem.with("\"name\":\"first\",\"name\":\"last\"");
                    return "the " + variant.readItem(json).get("name") + " counts";
                  }))),
  /** Some compare names without case. */
  CASE(
      Subject.TEXTS,
      "other case",
      "a field whose name differs in case",
      variant ->
          Outcome.differs(
              observed(
                  () -> {
                    Map<?, ?> read = variant.readItem(JsonItem.with("\"NAME\":\"x\""));
                    return "x".equals(read.get("name")) ? "taken for it" : "another field";
                  }))),
  /** Files that people read have them. */
  BLANKS(
      Subject.TEXTS,
      "blanks",
      "blanks and line breaks wherever JSON allows them",
      Blanks::outcome) {
    @Override
    public Optional<Mark> mark(Outcome outcome) {
      return outcome.text().startsWith(REFUSED) ? Optional.of(Mark.REFUSES) : Optional.empty();
    }
  },
  /** Every variant must refuse it. */
  TRAILING_BYTES(
      Subject.BROKEN,
      "text behind it",
      "something after the document",
      variant -> {
        String ending = Ending.of(() -> variant.readItem(JsonItem.with("") + "x"));
        return Outcome.must(!ending.equals(ACCEPTED), ending);
      }),
  /** Every variant must refuse it. */
  CUT_SHORT(
      Subject.BROKEN, "cut short", "a document cut short, at every byte", JsonCheck::cutShort),
  /** The same inside a value that the reader skips. */
  CUT_SHORT_SKIPPED(
      Subject.BROKEN,
      "cut short in unknown field",
      "a document that ends inside an unknown field",
      variant -> {
        for (String json :
            List.of("{", "[", "[1,", "[[]", "{\"a\":", "{\"a\":{}", "\"a", "\"a\\", "-", "tru")) {
          if (Ending.of(() -> variant.read("{\"id\":1,\"new\":" + json)).equals(ACCEPTED)) {
            return Outcome.wrong("accepted: " + json);
          }
        }
        return Outcome.equal(REFUSED);
      }) {
    @Override
    public Duration limit() {
      return Limited.SHORT_LIMIT;
    }

    @Override
    public Outcome unanswered(String text) {
      return Outcome.differs(text);
    }

    @Override
    public Optional<Mark> mark(Outcome outcome) {
      return Limited.isMissing(outcome) ? Optional.of(Mark.HANGS) : Optional.empty();
    }
  },
  /** RFC 8259 wants UTF-8. */
  MALFORMED_UTF8(
      Subject.BROKEN,
      "broken UTF-8",
      "malformed UTF-8: a stray byte, overlong, a surrogate",
      variant ->
          Outcome.differs(
              Texts.joined(
                  Stream.of(new int[] {0xff}, new int[] {0xc0, 0xaf}, new int[] {0xed, 0xa0, 0x80})
                      .map(malformed -> observed(() -> malformed(variant, malformed)))
                      .toList()))),
  /** An attacker can send it. It must end in an exception or a value, never in an error. */
  DEEP(
      Subject.BROKEN,
      "deep arrays",
      "10,000 arrays within each other, in a field that is not known",
      variant ->
          Ending.ofDeep(
              () ->
                  variant.read(JsonItem.with("\"new\":" + "[".repeat(DEPTH) + "]".repeat(DEPTH))))),
  /** The same if no field is known. */
  DEEP_MAP(
      Subject.BROKEN,
      "deep objects in maps",
      "10,000 objects within each other, read into a map",
      variant ->
          Ending.ofDeep(() -> variant.read("{\"a\":".repeat(DEPTH) + "1" + "}".repeat(DEPTH)))),
  DEEP_WRITTEN(
      Subject.BROKEN,
      "deep maps written",
      "10,000 maps within each other, written",
      variant -> Ending.ofDeep(() -> variant.writeMap(Ending.nestedMaps())));

  private final Description description;
  private final Body<JsonVariant> body;

  JsonCheck(Subject subject, String label, String title, Body<JsonVariant> body) {
    this.description = new Description(subject, label, title);
    this.body = body;
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public Outcome run(JsonVariant variant) throws Exception {
    return body.run(variant);
  }

  @Override
  public boolean concerns(JsonVariant variant) {
    return switch (this) {
      case SURROGATE_WRITTEN, ESCAPES, ORDER -> variant.writes();
      case DEEP_WRITTEN -> variant.writes() && !variant.isBound();
      case NULLS -> variant.writes() && variant.reads();
      case DEEP_MAP -> variant.reads() && !variant.isBound();
      default -> variant.reads();
    };
  }

  @Override
  public boolean isRepeated() {
    return this == DEEP || this == DEEP_MAP || this == DEEP_WRITTEN;
  }

  @Override
  public int callsUntilWarm(Outcome cold) {
    return Ending.callsUntilWarm(cold);
  }

  private static Outcome cutShort(JsonVariant variant) {
    byte[] json = JsonItem.with("\"created_at\":1.5e3").getBytes(UTF_8);
    List<Integer> accepted = new ArrayList<>();
    int here = 0;
    for (int length = 0; length < json.length; length++) {
      byte[] cut = Arrays.copyOf(json, length);
      String ending = Ending.of(() -> variant.readItem(cut));
      here += ending.equals(REFUSED_HERE) ? 1 : 0;
      if (ending.equals(ACCEPTED)) {
        accepted.add(length);
      }
    }
    if (!accepted.isEmpty()) {
      return Outcome.wrong("accepted after " + accepted);
    }
    return Outcome.equal(here == 0 ? REFUSED : REFUSED_HERE + " for " + here + " of them");
  }

  private static String malformed(JsonVariant variant, int... bytes) throws IOException {
    String[] around = JsonItem.with("\"name\":\"a|b\"").split("\\|", 2);
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    json.writeBytes(around[0].getBytes(UTF_8));
    for (int each : bytes) {
      json.write(each);
    }
    json.writeBytes(around[1].getBytes(UTF_8));
    return Texts.replacement(variant.readItem(json.toByteArray()).get("name"));
  }
}
