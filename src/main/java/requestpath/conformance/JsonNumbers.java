package requestpath.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static requestpath.conformance.Ending.REFUSED;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import requestpath.codec.json.StrictJson;
import requestpath.payload.Payload;

/** How exactly a JSON row reads and writes numbers. */
final class JsonNumbers {
  /** How many doubles of all magnitudes are asked for. */
  static final int DOUBLES = 5000;

  private static final Map<Payload, List<?>> FIXTURES = new ConcurrentHashMap<>();

  private static final String NUMBERS =
      "{\"id\":1,\"counter\":2,\"offset\":3,\"amount\":4.5,\"ratio\":0.5";

  private JsonNumbers() {}

  /** Equal when none is inexact; wrong when some are and the row claims exactness. */
  static Outcome exactness(JsonVariant row, int inexact) {
    if (inexact == 0) {
      return Outcome.equal("exact");
    }
    String text = inexact + " inexact";
    return row.claimsExactness() ? Outcome.wrong(text) : Outcome.differs(text);
  }

  /**
   * How many of the payload's doubles in the field come back as others, or not at all.
   *
   * @param behind what follows each number in its document
   */
  static int doublesRead(JsonVariant row, Payload payload, int size, String field, String behind)
      throws IOException {
    int inexact = 0;
    // In pieces: one value that cannot be read must not hide the others.
    for (Object each : fixture(payload, size)) {
      BigDecimal written = new BigDecimal(String.valueOf(member(each, field)));
      inexact += isRead(row, field, written, behind) ? 0 : 1;
    }
    return inexact;
  }

  private static boolean isRead(JsonVariant row, String field, BigDecimal written, String behind) {
    try {
      Map<?, ?> read =
          field.equals("factor")
              ? row.readNumbers(NUMBERS + ",\"" + field + "\":" + text(written) + behind + "}")
              : row.readItem(JsonItem.with("\"" + field + "\":" + text(written) + behind));
      return read.get(field) instanceof Number number
          && Double.compare(number.doubleValue(), written.doubleValue()) == 0;
    } catch (IOException | RuntimeException refused) {
      return false;
    }
  }

  /** Plain where the fixture is plain, else with an exponent. */
  private static String text(BigDecimal number) {
    double magnitude = Math.abs(number.doubleValue());
    return 1e-3 <= magnitude && magnitude < 1e21 ? number.toPlainString() : number.toString();
  }

  /**
   * What became of the doubles that a row wrote.
   *
   * @param inexact how many are written so that another is read
   * @param longer how many are written with more digits than they need
   */
  record Written(int inexact, int longer) {
    /** Writes them all. */
    static Written by(JsonVariant row) throws IOException {
      int inexact = 0;
      int longer = 0;
      List<?> expected = fixture(Payload.NUMBERS, DOUBLES);
      List<?> written = list(row.write(Payload.NUMBERS, DOUBLES));
      for (int i = 0; i < DOUBLES; i++) {
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
    if (known == null || known.size() != size) {
      known = list(payload.json(size));
      FIXTURES.put(payload, known);
    }
    return known;
  }

  private static List<?> list(byte[] json) throws IOException {
    return StrictJson.read(new String(json, UTF_8)) instanceof List<?> list ? list : List.of();
  }

  private static @Nullable Object member(@Nullable Object object, String field) {
    return object instanceof Map<?, ?> map ? map.get(field) : null;
  }

  private static BigDecimal number(@Nullable Object object, String field) {
    Object number = member(object, field);
    return number instanceof BigDecimal decimal ? decimal : new BigDecimal(String.valueOf(number));
  }

  /** Whether it is this number, whatever its type. */
  static boolean isLong(@Nullable Object actual, long expected) {
    return actual instanceof Number number
        && new BigDecimal(number.toString()).compareTo(BigDecimal.valueOf(expected)) == 0;
  }

  /** What the row makes of a number, read into a map. */
  static String bigNumber(JsonVariant row, String number) {
    try {
      Object read = row.readItem("{\"n\":" + number + "}").get("n");
      boolean exact =
          read instanceof Number
              && new BigDecimal(read.toString()).compareTo(new BigDecimal(number)) == 0;
      return (exact ? "exact, " : "rounded, ")
          + (read == null ? "null" : read.getClass().getSimpleName());
    } catch (IOException | RuntimeException refused) {
      return REFUSED;
    }
  }
}
