package requestpath.payload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Requests of the 2011 comparison: each has a key of this project and a value that differs from
 * request to request. Two objects with the same name hold the same requests.
 */
public final class Exchanges {
  /** All keys begin with it, so that nothing else on the user's server is touched. */
  private static final String PREFIX = "requestpath:";

  /**
   * A power of two. All requests and their values in a map take about 250 KB. They fit into the
   * second-level cache of a server's core (512 KB and more), so cache misses are not measured.
   */
  private static final int KEYS = 512;

  /** Requests for each key on average, each with another value. */
  private static final int REQUESTS_A_KEY = 4;

  /** The year of the comparison; any fixed number serves. */
  private static final long SEED = 2011;

  private final List<String> keys;
  private final List<KeyValue> requests;

  /**
   * Requests for keys of one name.
   *
   * @param name keeps the keys of two runs on one server apart
   */
  public Exchanges(String name) {
    keys = IntStream.range(0, KEYS).mapToObj(i -> PREFIX + name + ":" + i).toList();
    Random random = new Random(SEED);
    List<KeyValue> made = new ArrayList<>();
    for (int i = 0; i < KEYS * REQUESTS_A_KEY; i++) {
      made.add(new KeyValue(keys.get(random.nextInt(KEYS)), value(random)));
    }
    requests = List.copyOf(made);
  }

  /** A value; all have the same length. */
  private static String value(Random random) {
    return "value " + Integer.toString(Integer.MAX_VALUE - random.nextInt(1 << 30), 36);
  }

  /** The keys. */
  public List<String> keys() {
    return keys;
  }

  /** The value of each key before the first request, as long as the values of the requests. */
  public String valueBefore() {
    return "value before";
  }

  /** The requests; their number is a power of two. */
  public List<KeyValue> requests() {
    return requests;
  }

  /** The same as JSON in UTF-8. */
  public byte[][] bodies() {
    return requests.stream()
        .map(request -> body(request.key(), request.value()))
        .toArray(byte[][]::new);
  }

  /** One request as JSON in UTF-8. */
  public static byte[] body(String key, String value) {
    return JsonText.of(Tree.of(new KeyValue(key, value))).getBytes(UTF_8);
  }
}
