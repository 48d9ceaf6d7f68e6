package requestpath.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static requestpath.conformance.Ending.ACCEPTED;
import static requestpath.conformance.Ending.REFUSED;
import static requestpath.conformance.Ending.observed;
import static requestpath.conformance.JsonNumberCheck.isLong;
import static requestpath.conformance.MsgPackMessage.message;
import static requestpath.conformance.MsgPackMessage.nested;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import requestpath.payload.Item;

/** Checks of every MessagePack variant. Their messages are written out, byte by byte. */
enum MsgPackCheck implements Check<MsgPackVariant> {
  DOUBLES(
      Subject.NUMBERS,
      "doubles",
      "doubles, both ways",
      variant -> {
        for (double number :
            new double[] {
              0.1, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN, Double.NEGATIVE_INFINITY
            }) {
          byte[] message = variant.write(new Item(1, "n", "d", "t", 2, number));
          Object back = variant.readItem(message).get("created_at");
          if (!(back instanceof Double read) || Double.compare(read, number) != 0) {
            return Outcome.wrong(number + " comes back as " + back);
          }
        }
        return Outcome.equal("exact, NaN and infinities too");
      }),
  /** A sender may use float 32. */
  FLOAT(
      Subject.NUMBERS,
      "float 32",
      "a float 32 where a double is wanted",
      variant -> {
        byte[] message = message(0x81, "created_at", 0xca, 0x3f, 0x00, 0x00, 0x00);
        Object read = variant.readItem(message).get("created_at");
        return Outcome.must(read instanceof Number number && number.doubleValue() == 0.5, "read");
      }),
  /** A sender may use more bytes than needed. */
  WIDE_INTEGERS(
      Subject.NUMBERS,
      "wide integer",
      "an integer in a larger form than it needs",
      variant -> {
        byte[] message = message(0x81, "count", 0xcf, 0, 0, 0, 0, 0, 0, 0, 7);
        return Outcome.must(isLong(variant.readItem(message).get("count"), 7), "read");
      }),
  TOO_LARGE(
      Subject.NUMBERS,
      "integer too large",
      "an integer that does not fit its field",
      variant -> {
        byte[] message = message(0x81, "count", 0xcf, 255, 255, 255, 255, 255, 255, 255, 255);
        BigInteger sent = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
        String found =
            observed(
                () -> {
                  Object read = variant.readItem(message).get("count");
                  return sent.equals(read) ? "exact, in a map" : "read as " + read;
                });
        return found.equals(REFUSED) ? Outcome.equal(found) : Outcome.differs(found);
      }),
  /** Every variant must write them and read them. */
  NULLS(
      Subject.TEXTS,
      "null",
      "a null field",
      variant -> {
        byte[] message = variant.write(new Item(1, null, "d", "t", 2, 3));
        if (!new String(message, UTF_8).contains("name")) {
          return Outcome.wrong("dropped");
        }
        return Outcome.must(
            variant.readItem(message).get("name") == null, "written, and read as null");
      }),
  /** Half of a pair is no character. */
  SURROGATE(
      Subject.TEXTS,
      "surrogate written",
      "an unpaired surrogate, written",
      variant ->
          Outcome.differs(
              observed(() -> surrogate(variant.write(new Item(1, "a\ud800b", "d", "t", 2, 3)))))),
  /** The specification leaves it to the reader. */
  MALFORMED_UTF8(
      Subject.BROKEN,
      "broken UTF-8",
      "a text that is malformed UTF-8",
      variant ->
          Outcome.differs(
              observed(
                  () -> {
                    byte[] message = message(0x81, "name", 0xa3, 'a', 0xff, 'b');
                    return Texts.replacement(variant.readItem(message).get("name"));
                  }))),
  /** A newer sender has more fields. */
  UNKNOWN(
      Subject.TEXTS,
      "unknown field",
      "a field that is not known",
      variant -> {
        byte[] message =
            message(0x83, "id", 1, "new", 0x92, 0x81, 0xa1, 'k', 0xc0, 0xc2, "count", 2);
        return Outcome.must(
            isLong(variant.readItem(message).get("count"), 2),
            variant.isBound() ? "ignored" : "kept in the map");
      }),
  /** An older sender has fewer. */
  MISSING(
      Subject.TEXTS,
      "missing field",
      "a field that is missing",
      variant -> {
        Object name = variant.readItem(message(0x81, "id", 1)).get("name");
        return Outcome.must(name == null || name.equals(""), "empty");
      }),
  /** The specification leaves it open. */
  DUPLICATE(
      Subject.TEXTS,
      "field twice",
      "a field that comes twice",
      variant ->
          Outcome.differs(
              observed(
                  () -> {
                    byte[] message = message(0x82, "count", 1, "count", 2);
                    Object count = variant.readItem(message).get("count");
                    if (isLong(count, 2)) {
                      return "the last counts";
                    }
                    return isLong(count, 1) ? "the first counts" : "read as " + count;
                  }))),
  /** Some compare names without case. */
  CASE(
      Subject.TEXTS,
      "other case",
      "a field whose name differs in case",
      variant -> {
        Map<?, ?> read = variant.readItem(message(0x81, "COUNT", 7));
        return Outcome.differs(isLong(read.get("count"), 7) ? "taken for it" : "another field");
      }),
  /** Not every parser looks. */
  TRAILING_BYTES(
      Subject.BROKEN,
      "bytes behind it",
      "something after the message",
      variant -> {
        String ending = Ending.of(() -> variant.readItem(message(0x81, "id", 1, 0xc0)));
        return ending.equals(ACCEPTED) ? Outcome.differs(ending) : Outcome.equal(ending);
      }),
  /** Every variant must refuse it. */
  CUT_SHORT(
      Subject.BROKEN,
      "cut short",
      "a message cut short, at every byte",
      variant -> {
        byte[] message = variant.write(new Item(1, "name", null, "t", 300, 1.5));
        List<Integer> accepted = new ArrayList<>();
        for (int length = 0; length < message.length; length++) {
          byte[] cut = Arrays.copyOf(message, length);
          if (Ending.of(() -> variant.readItem(cut)).equals(ACCEPTED)) {
            accepted.add(length);
          }
        }
        return accepted.isEmpty()
            ? Outcome.equal(REFUSED)
            : Outcome.wrong("accepted after " + accepted);
      }),
  /** The specification says that it is never used. */
  NEVER_USED(
      Subject.BROKEN,
      "0xc1",
      "the byte 0xc1",
      variant -> Ending.ofSmall(() -> variant.readItem(message(0x81, "name", 0xc1)))),
  /** A few bytes must not make the reader allocate what they claim. */
  LYING_TEXT(
      Subject.BROKEN,
      "false length of a text",
      "a text that claims 2 GB and is not there",
      variant ->
          Ending.ofSmall(
              () -> variant.readItem(message(0x81, "name", 0xdb, 0x7f, 0xff, 0xff, 0xff, 'a')))),
  LYING_BINARY(
      Subject.BROKEN,
      "false length of bytes",
      "bytes that claim 2 GB, in a field that is not known",
      variant ->
          Ending.ofSmall(
              () -> variant.readItem(message(0x81, "new", 0xc6, 0x7f, 0xff, 0xff, 0xff, 1)))),
  LYING_LIST(
      Subject.BROKEN,
      "false length of a list",
      "a list that claims 2^31-1 elements, in a map",
      variant ->
          Ending.ofSmall(
              () -> variant.read(message(0x81, "new", 0xdd, 0x7f, 0xff, 0xff, 0xff, 1)))),
  LYING_MAP(
      Subject.BROKEN,
      "false length of a map",
      "a map that claims 2^31-1 members",
      variant ->
          Ending.ofSmall(() -> variant.read(message(0xdf, 0x7f, 0xff, 0xff, 0xff, 0xa1, 'k', 1)))),
  /** An attacker can send it. It must end in an exception or a value, never in an error. */
  DEEP(
      Subject.BROKEN,
      "deep lists",
      "10,000 lists within each other, in a field that is not known",
      variant -> Ending.ofDeep(() -> variant.read(nested()))),
  /** The same if no field is known. */
  DEEP_MAP(
      Subject.BROKEN,
      "deep lists in maps",
      "10,000 lists within each other, read into a map",
      variant -> Ending.ofDeep(() -> variant.read(nested())));

  private final Description description;
  private final Body<MsgPackVariant> body;

  MsgPackCheck(Subject subject, String label, String title, Body<MsgPackVariant> body) {
    this.description = new Description(subject, label, title);
    this.body = body;
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public Outcome run(MsgPackVariant variant) throws Exception {
    return body.run(variant);
  }

  @Override
  public boolean concerns(MsgPackVariant variant) {
    return switch (this) {
      case LYING_LIST, LYING_MAP, DEEP_MAP -> !variant.isBound();
      default -> true;
    };
  }

  @Override
  public boolean isRepeated() {
    return this == DEEP || this == DEEP_MAP;
  }

  @Override
  public int callsUntilWarm(Outcome cold) {
    return Ending.callsUntilWarm(cold);
  }

  private static String surrogate(byte[] message) {
    // As ISO 8859-1 every byte is a character.
    String bytes = new String(message, ISO_8859_1);
    int start = bytes.indexOf('a', bytes.indexOf("name") + 4) + 1;
    byte[] written = bytes.substring(start, bytes.indexOf('b', start)).getBytes(ISO_8859_1);
    if (written.length == 0) {
      return "dropped";
    }
    return written[0] == '?'
        ? "replaced by ?"
        : "written as the bytes " + HexFormat.of().formatHex(written);
  }
}
