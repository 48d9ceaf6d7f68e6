package requestpath.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static requestpath.conformance.Ending.observed;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import requestpath.codec.Mark;
import requestpath.codec.json.StrictJson;
import requestpath.payload.Item;
import requestpath.payload.Numbers;
import requestpath.payload.Payload;

/** Checks of how a JSON variant reads and writes numbers. */
enum JsonNumberCheck implements Check<JsonVariant> {
  TIME_STAMPS_READ(
      Subject.DECIMALS,
      "time stamps",
      "the document's 1000 time stamps, read",
      variant -> exactness(variant, misread(variant, Payload.DOCUMENT, 1000, "created_at", ""))),
  /** As in a document that is laid out for people. */
  TIME_STAMPS_AND_BLANKS(
      Subject.DECIMALS,
      "time stamps, blanks",
      "the document's 1000 time stamps, each followed by a blank, read",
      variant -> exactness(variant, misread(variant, Payload.DOCUMENT, 1000, "created_at", " "))),
  DOUBLES_READ(
      Subject.DECIMALS,
      "doubles read",
      "5000 doubles of all magnitudes, read",
      variant -> exactness(variant, misread(variant, Payload.NUMBERS, 5000, "factor", ""))),
  DOUBLES_WRITTEN(
      Subject.NUMBERS,
      "doubles written",
      "5000 doubles of all magnitudes, written",
      variant -> exactness(variant, variant.written().inexact())),
  NEGATIVE_ZERO(
      Subject.NUMBERS,
      "-0.0",
      "negative zero, both ways",
      variant -> {
        Map<?, ?> back = variant.readItem(variant.write(new Item(1, "n", "d", "t", 2, -0.0)));
        boolean kept = isDouble(back.get("created_at"), -0.0);
        return Outcome.differs(kept ? "kept" : "its sign is lost");
      }),
  DIGITS_WRITTEN(
      Subject.NUMBERS,
      "digits written",
      "digits of 5000 doubles, written",
      variant -> {
        int longer = variant.written().longer();
        return Outcome.differs(
            longer == 0 ? "the fewest" : "more than needed in " + longer + " of 5000");
      }),
  /** A double does not hold them. */
  LONGS(
      Subject.NUMBERS,
      "longs",
      "longs beyond 2^53, both ways",
      variant -> {
        for (long number : new long[] {(1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE}) {
          Numbers value = new Numbers(1, number, -number, 0, 0, 0);
          Map<?, ?> back = variant.readNumbers(variant.write(value));
          if (!isLong(back.get("counter"), number) || !isLong(back.get("offset"), -number)) {
            return Outcome.wrong(number + " comes back as " + back.get("counter"));
          }
        }
        return Outcome.equal("exact");
      }),
  TOO_LARGE(
      Subject.NUMBERS,
      "integer too large",
      "an integer that does not fit its field",
      variant ->
          Outcome.differs(
              observed(
                  () -> {
                    Object read =
                        variant.readItem(JsonItem.with("\"count\":5000000000")).get("count");
                    return isLong(read, 5_000_000_000L) ? "exact, in a map" : "read as " + read;
                  }))),
  BIG_NUMBERS(
      Subject.NUMBERS,
      "big numbers",
      "numbers that neither long nor double can hold, read into a map",
      variant ->
          Outcome.differs(
              "integer: "
                  + bigNumber(variant, "123456789012345678901234567890")
                  + "; fraction: "
                  + bigNumber(variant, "0.1000000000000000055511151231257827"))),
  /** The type that it is decoded to. */
  FRACTION(
      Subject.NUMBERS,
      "fraction",
      "a fraction, read into a map",
      variant -> {
        Object read = variant.readItem(JsonItem.with("\"created_at\":1.5")).get("created_at");
        return Outcome.differs(className(read));
      }) {
    @Override
    public Optional<Mark> mark(Outcome outcome) {
      return outcome.text().equals("Double") ? Optional.empty() : Optional.of(Mark.UNDECODED);
    }
  },
  /** JSON has no form for them. */
  NOT_A_NUMBER(
      Subject.NUMBERS,
      "NaN written",
      "NaN and infinities, written",
      variant ->
          Outcome.differs(
              Texts.joined(
                  List.of(
                      written(variant, Double.NaN), written(variant, Double.POSITIVE_INFINITY)))));

  private static final Map<Payload, List<?>> FIXTURES = new ConcurrentHashMap<>();

  private static final String NUMBERS =
      "{\"id\":1,\"counter\":2,\"offset\":3,\"amount\":4.5,\"ratio\":0.5";

  private final Description description;
  private final Body<JsonVariant> body;

  JsonNumberCheck(Subject subject, String label, String title, Body<JsonVariant> body) {
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
      case TIME_STAMPS_READ, TIME_STAMPS_AND_BLANKS -> variant.reads() && variant.isFirstBinding();
      case DOUBLES_READ -> variant.reads() && variant.isFirstBinding() && variant.hasNumbers();
      case DOUBLES_WRITTEN, DIGITS_WRITTEN ->
          variant.writes() && variant.isFirstBinding() && variant.hasNumbers();
      case NEGATIVE_ZERO -> variant.writes() && variant.reads();
      case LONGS -> variant.writes() && variant.reads() && variant.hasNumbers();
      case TOO_LARGE -> variant.reads();
      case BIG_NUMBERS, FRACTION -> variant.reads() && !variant.isBound();
      case NOT_A_NUMBER -> variant.writes();
    };
  }

  /** Equal if none is inexact; wrong if some are and the variant claims exactness. */
  private static Outcome exactness(JsonVariant variant, int inexact) {
    if (inexact == 0) {
      return Outcome.equal("exact");
    }
    String text = inexact + " inexact";
    return variant.claimsExactness() ? Outcome.wrong(text) : Outcome.differs(text);
  }

  /**
   * How many of the payload's doubles in the field are read as others, or not at all.
   *
   * @param behind what follows each number in its document
   */
  private static int misread(
      JsonVariant variant, Payload payload, int size, String field, String behind)
      throws IOException {
    int misread = 0;
    // One document for each: a number that cannot be read must not hide the others.
    for (Object each : fixture(payload, size)) {
      misread += isRead(variant, field, number(each, field), behind) ? 0 : 1;
    }
    return misread;
  }

  private static boolean isRead(
      JsonVariant variant, String field, BigDecimal number, String behind) {
    String member = "\"" + field + "\":" + text(number) + behind;
    try {
      Map<?, ?> read =
          field.equals("factor")
              ? variant.readNumbers(NUMBERS + "," + member + "}")
              : variant.readItem(JsonItem.with(member));
      return isDouble(read.get(field), number.doubleValue());
    } catch (IOException | RuntimeException refused) {
      return false;
    }
  }

  /** Without an exponent where the fixture has none. */
  private static String text(BigDecimal number) {
    double magnitude = Math.abs(number.doubleValue());
    return 1e-3 <= magnitude && magnitude < 1e21 ? number.toPlainString() : number.toString();
  }

  /**
   * How a variant writes 5000 doubles.
   *
   * @param inexact how many are written as another number
   * @param longer how many are written with more digits than they need
   */
  record Written(int inexact, int longer) {
    /** Writes them all. */
    static Written by(JsonVariant variant) throws IOException {
      int inexact = 0;
      int longer = 0;
      List<?> expected = fixture(Payload.NUMBERS, 5000);
      List<?> written = list(variant.write(Payload.NUMBERS, expected.size()));
      for (int i = 0; i < expected.size(); i++) {
        if (i >= written.size()) {
          inexact++;
          continue;
        }
        BigDecimal wanted = number(expected.get(i), "factor");
        BigDecimal found = number(written.get(i), "factor");
        inexact += wanted.doubleValue() == found.doubleValue() ? 0 : 1;
        int needed = wanted.stripTrailingZeros().precision();
        longer += found.stripTrailingZeros().precision() > needed ? 1 : 0;
      }
      return new Written(inexact, longer);
    }
  }

  /** The same for every variant. */
  private static List<?> fixture(Payload payload, int size) throws IOException {
    List<?> known = FIXTURES.get(payload);
    if (known == null) {
      known = list(payload.json(size));
      FIXTURES.put(payload, known);
    }
    return known;
  }

  private static List<?> list(byte[] json) throws IOException {
    return StrictJson.read(new String(json, UTF_8)) instanceof List<?> list ? list : List.of();
  }

  private static BigDecimal number(@Nullable Object object, String field) {
    Object number = object instanceof Map<?, ?> map ? map.get(field) : null;
    return number instanceof BigDecimal decimal ? decimal : new BigDecimal(String.valueOf(number));
  }

  private static boolean isDouble(@Nullable Object actual, double expected) {
    return actual instanceof Number number && Double.compare(number.doubleValue(), expected) == 0;
  }

  /** Whether it is this number, whatever its type. */
  static boolean isLong(@Nullable Object actual, long expected) {
    return actual instanceof Number number
        && new BigDecimal(number.toString()).compareTo(BigDecimal.valueOf(expected)) == 0;
  }

  private static String bigNumber(JsonVariant variant, String number) {
    return observed(
        () -> {
          Object read = variant.readItem("{\"n\":" + number + "}").get("n");
          boolean exact =
              read instanceof Number
                  && new BigDecimal(read.toString()).compareTo(new BigDecimal(number)) == 0;
          return (exact ? "exact, " : "rounded, ") + className(read);
        });
  }

  private static String className(@Nullable Object read) {
    return read == null ? "null" : read.getClass().getSimpleName();
  }

  private static String written(JsonVariant variant, double number) {
    return observed(
        () -> Texts.rawMember(variant.write(new Item(1, "n", "d", "t", 2, number)), "created_at"));
  }
}
