package requestpath.payload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Requests of the 2011 comparison: a key of ours, and a value that differs from request to request.
 */
public final class Exchanges {
  /** All keys begin with it, so that on a server of the reader's nothing else is touched. */
  private static final String PREFIX = "requestpath:";

  /** Few enough to be deleted in a moment; a power of two. */
  private static final int KEYS = 1024;

  /** Requests for each key, each with another value. */
  private static final int REQUESTS_A_KEY = 4;

  /** The year of the comparison: any fixed number would do. */
  private static final long SEED = 2011;

  private Exchanges() {}

  /** The keys, always the same. */
  public static List<String> keys() {
    return IntStream.range(0, KEYS).mapToObj(i -> PREFIX + i).toList();
  }

  /** Requests as JSON in UTF-8, always the same; their number is a power of two. */
  public static byte[][] bodies() {
    Random random = new Random(SEED);
    List<String> keys = keys();
    byte[][] bodies = new byte[KEYS * REQUESTS_A_KEY][];
    for (int i = 0; i < bodies.length; i++) {
      String key = keys.get(random.nextInt(keys.size()));
      bodies[i] = body(key, "value " + Integer.toString(random.nextInt(Integer.MAX_VALUE), 36));
    }
    return bodies;
  }

  /** One request as JSON in UTF-8. */
  public static byte[] body(String key, String value) {
    return JsonText.of(Tree.of(new KeyValue(key, value))).getBytes(UTF_8);
  }
}
