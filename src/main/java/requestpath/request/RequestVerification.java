package requestpath.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import requestpath.compute.CurrentYear;
import requestpath.compute.Fibonacci;
import requestpath.json.JsonVerification;
import requestpath.payload.Exchanges;
import requestpath.payload.KeyValue;
import requestpath.payload.Operation;
import requestpath.payload.Produced;
import requestpath.payload.TransferText;
import requestpath.payload.WrongAnswerException;
import requestpath.store.KeyValueStore;
import requestpath.store.RecordingStore;
import requestpath.store.StoreException;

/**
 * Proves the handlers right, by their answers to several requests, and by the requests that they
 * must refuse.
 */
public final class RequestVerification {
  /** Bodies that are JSON but hold no key; some libraries make an empty one of a missing one. */
  private static final List<String> INCOMPLETE =
      List.of("{}", "{\"value\":\"v\"}", "{\"key\":null,\"value\":\"v\"}");

  /** What is not UTF-8: a stray byte, overlong, a surrogate, above U+10FFFF, cut short. */
  private static final List<byte[]> MALFORMED =
      List.of(
          bytes(0xff),
          bytes(0x80),
          bytes(0xc0, 0x80),
          bytes(0xe0, 0x80, 0xaf),
          bytes(0xed, 0xa0, 0x80),
          bytes(0xf0, 0x80, 0x80, 0x80),
          bytes(0xf4, 0x90, 0x80, 0x80),
          bytes(0xe2, 0x82, 'x'),
          bytes(0xf0, 0x9f, 0x98, 'x'));

  private RequestVerification() {}

  /** The Fibonacci handler. */
  public static Produced fibonacci(Operation<String, byte[]> handler, int n) throws Exception {
    for (int number : new int[] {n, n == 0 ? 1 : n - 1, n}) {
      requireText(
          handler.apply(String.valueOf(number)),
          "Sparkjava: fib(" + number + ") = " + Fibonacci.expected(number));
    }
    for (String wrong : new String[] {"ten", "-1", "47", "99999999999", "", "1.5"}) {
      requireRefusal(handler, wrong, wrong, BadRequestException.class);
    }
    return Produced.of(handler.apply(String.valueOf(n)));
  }

  /** The hello handler. */
  public static Produced hello(Operation<@Nullable String, byte[]> handler) throws Exception {
    for (String name : new @Nullable String[] {"ab1c2", null, "Zz9", "é😀\"\\\n", ""}) {
      JsonVerification.requireAnswer(handler.apply(name), Map.of("message", greetingFor(name)));
    }
    return Produced.of(handler.apply("ab1c2"));
  }

  /** A form of the greeting. */
  public static void greeting(Operation<@Nullable String, String> form) throws Exception {
    for (String name : new @Nullable String[] {"ab1c2", null, "Zz9", ""}) {
      requireText(form.apply(name).getBytes(UTF_8), greetingFor(name));
    }
  }

  private static String greetingFor(@Nullable String name) {
    return String.join("", "Hello ", name == null ? "World" : name, "!");
  }

  /**
   * The application info handler.
   *
   * @param clock what the handler asks for the year: the proof puts others in its place, for only a
   *     handler that asks on each call follows them
   */
  public static Produced applicationInfo(
      Operation<String, byte[]> handler, Consumer<IntSupplier> clock) throws Exception {
    for (int year : new int[] {2025, 2031, 1999}) {
      clock.accept(() -> year);
      requireInfo(handler.apply(""), year);
    }
    clock.accept(CurrentYear::ofYear);
    int before;
    byte[] answer;
    do {
      before = CurrentYear.expected(ZoneId.systemDefault());
      answer = handler.apply("");
    } while (before != CurrentYear.expected(ZoneId.systemDefault()));
    requireInfo(answer, before);
    return Produced.of(answer);
  }

  private static void requireInfo(byte[] answer, int year) {
    JsonVerification.requireAnswer(answer, Map.of("name", "golang", "releaseYear", year));
  }

  /** A way of asking for the year. */
  public static void year(Operation<String, Integer> way, ZoneId zone) throws Exception {
    int before = CurrentYear.expected(zone);
    int answer = way.apply("");
    int after = CurrentYear.expected(zone);
    if (answer != before && answer != after) {
      throw new WrongAnswerException("the year is " + after + " but it answers " + answer);
    }
  }

  /**
   * A way of asking for the year that is given its clock: it must follow that over New Year.
   *
   * @param clock puts another clock in place
   */
  public static void yearByClock(Operation<String, Integer> way, Consumer<Clock> clock)
      throws Exception {
    clock.accept(Clock.system(ZoneId.systemDefault()));
    year(way, ZoneId.systemDefault());
    MovableClock movable =
        new MovableClock(Instant.parse("2025-12-31T22:59:59.999Z"), ZoneId.of("Europe/Berlin"));
    clock.accept(movable);
    requireEqual(2025, way.apply(""));
    movable.now = Instant.parse("2025-12-31T23:00:00Z");
    requireEqual(2026, way.apply(""));
    movable.now = Instant.parse("2031-01-01T00:00:00Z");
    requireEqual(2031, way.apply(""));
  }

  /** A clock that is moved by hand. */
  private static final class MovableClock extends Clock {
    private volatile Instant now;
    private final ZoneId zone;

    MovableClock(Instant now, ZoneId zone) {
      this.now = now;
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new MovableClock(now, other);
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** What of the exchange a benchmark method does. */
  public enum Part {
    /** The handler. */
    WHOLE,
    /** Reading the previous value. */
    GET,
    /** Storing the new one. */
    SET,
    /** Reading the request. */
    JSON;

    /**
     * The part that a benchmark method of this name does.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Part named(String method) {
      return switch (method) {
        case "exchange", "handle" -> WHOLE;
        case "get" -> GET;
        case "set" -> SET;
        case "json" -> JSON;
        default -> throw new IllegalArgumentException(method + " is no part of the exchange");
      };
    }
  }

  /** The exchange, or its JSON, by what it answers and leaves in the store. */
  public static Produced exchange(
      Part part, Operation<byte[], ?> operation, KeyValueStore store, List<String> keys)
      throws Exception {
    if (part == Part.WHOLE) {
      return exchange(body -> (byte[]) operation.apply(body), store, keys);
    }
    for (String value : new String[] {"first", "zweite é😀\"\\", ""}) {
      requireEqual(
          new KeyValue(keys.get(1), value), operation.apply(Exchanges.body(keys.get(1), value)));
    }
    byte[] body = Exchanges.body(keys.get(0), "fourth");
    requireRefusal(operation, cutShort(body), "a body that is cut short", Exception.class);
    return Produced.of(body);
  }

  /** A command to the store alone, by what it answers and leaves there. */
  public static void command(
      Part part, Operation<KeyValue, ?> operation, KeyValueStore store, List<String> keys)
      throws Exception {
    String other = keys.get(3);
    for (String key : keys.subList(0, 3)) {
      store.set(other, "untouched");
      store.set(key, "value of " + key);
      Object answer = operation.apply(new KeyValue(key, "zweite é😀 of " + key));
      if (part == Part.GET) {
        requireEqual("value of " + key, answer);
        requireEqual("value of " + key, store.get(key));
        store.delete(key);
        requireEqual(null, operation.apply(new KeyValue(key, "unused")));
        requireEqual(null, store.get(key));
      } else {
        requireEqual("zweite é😀 of " + key, store.get(key));
      }
      requireEqual("untouched", store.get(other));
    }
  }

  /** That the store is asked what the part's name says, and nothing else. */
  public static void commands(
      Part part, Operation<KeyValue, ?> operation, RecordingStore recorded, String key)
      throws Exception {
    operation.apply(new KeyValue(key, "last"));
    List<String> expected =
        switch (part) {
          case WHOLE -> List.of("GET " + key, "SET " + key + " last");
          case GET -> List.of("GET " + key);
          case SET -> List.of("SET " + key + " last");
          case JSON -> List.of();
        };
    requireEqual(expected, recorded.commands());
  }

  /** The exchange handler, and what it leaves in the store. */
  private static Produced exchange(
      Operation<byte[], byte[]> handler, KeyValueStore store, List<String> keys) throws Exception {
    String key = keys.get(0);
    String other = keys.get(1);
    store.delete(key);
    store.set(other, "untouched");
    requireText(handler.apply(Exchanges.body(key, "first")), "");
    requireText(handler.apply(Exchanges.body(key, "zweite é😀\"\\")), "first");
    requireText(handler.apply(Exchanges.body(key, "third")), "zweite é😀\"\\");
    requireText(handler.apply(Exchanges.body(other, "touched")), "untouched");
    requireEqual("third", store.get(key));
    requireEqual("touched", store.get(other));
    byte[] body = Exchanges.body(key, "fourth");
    requireRefusal(handler, cutShort(body), "a body that is cut short", Exception.class);
    for (String incomplete : INCOMPLETE) {
      requireRefusal(handler, incomplete.getBytes(UTF_8), incomplete, BadRequestException.class);
    }
    requireEqual("third", store.get(key));
    return Produced.of(body);
  }

  /**
   * A way to hand bytes over: what arrives, or whether they are UTF-8. ASCII alone would not tell
   * UTF-8 from other encodings, so every text is tried, whichever is measured.
   */
  public static Produced transfer(Operation<byte[], ?> way, TransferText measured)
      throws Exception {
    for (TransferText text : TransferText.values()) {
      transfer(way, text.bytes());
    }
    return Produced.of(measured.bytes());
  }

  private static void transfer(Operation<byte[], ?> way, byte[] text) throws Exception {
    byte[] second = text.clone();
    int changed = 100;
    while (!startsAtCharacter(text, changed)) {
      changed++;
    }
    for (int i = 0; i < changed; i++) {
      second[i] = (byte) ('a' + i % 26);
    }
    for (byte[] sent : new byte[][] {text, second}) {
      byte[] input = sent.clone();
      Object arrived = way.apply(input);
      if (arrived instanceof Boolean valid) {
        if (!valid) {
          throw new WrongAnswerException("it takes well-formed UTF-8 for malformed");
        }
      } else {
        input[0] ^= 1;
        requireArrived(sent, arrived);
      }
    }
    if (way.apply(text.clone()) instanceof Boolean) {
      requireRefusesMalformed(way, text);
    }
  }

  private static void requireRefusesMalformed(Operation<byte[], ?> check, byte[] text)
      throws Exception {
    for (byte[] malformed : MALFORMED) {
      for (int at : new int[] {0, text.length / 2, text.length - malformed.length}) {
        requireRefusesMalformed(check, text, malformed, at);
      }
    }
    byte[] euro = bytes(0xe2, 0x82);
    requireRefusesMalformed(check, text, euro, text.length - euro.length);
  }

  /** The fault stands between ASCII characters, so that it is the only one. */
  private static void requireRefusesMalformed(
      Operation<byte[], ?> check, byte[] text, byte[] malformed, int at) throws Exception {
    int from = Math.max(0, at - Long.BYTES);
    while (!startsAtCharacter(text, from)) {
      from--;
    }
    int to = Math.min(text.length, at + malformed.length + Long.BYTES);
    while (to < text.length && !startsAtCharacter(text, to)) {
      to++;
    }
    byte[] broken = text.clone();
    Arrays.fill(broken, from, to, (byte) 'a');
    System.arraycopy(malformed, 0, broken, at, malformed.length);
    if (Boolean.TRUE.equals(check.apply(broken))) {
      throw new WrongAnswerException(
          "it takes the bytes " + HexFormat.of().formatHex(malformed) + " at " + at + " for UTF-8");
    }
  }

  /** What arrived is all of what was sent, and its own: the sender's array has changed since. */
  private static void requireArrived(byte[] sent, Object arrived) {
    if (!Arrays.equals(sent, arrivedBytes(arrived))) {
      throw new WrongAnswerException("what arrives is not what was sent, or not a copy of it");
    }
    if (arrived instanceof ByteBuffer buffer && !buffer.isDirect()) {
      throw new WrongAnswerException("the buffer is not a direct one");
    }
  }

  private static boolean startsAtCharacter(byte[] bytes, int at) {
    return (bytes[at] & 0xc0) != 0x80;
  }

  private static byte[] arrivedBytes(Object arrived) {
    if (arrived instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      return bytes;
    }
    return arrived instanceof String text ? text.getBytes(UTF_8) : (byte[]) arrived;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] cutShort(byte[] body) {
    return Arrays.copyOf(body, body.length - 1);
  }

  private static void requireEqual(@Nullable Object expected, @Nullable Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw new WrongAnswerException("expected " + expected + " but was " + actual);
    }
  }

  private static void requireText(byte[] answer, String expected) {
    String text = new String(answer, UTF_8);
    if (!text.equals(expected)) {
      throw new WrongAnswerException(
          "the answer is \"" + expected + "\" but it gives \"" + text + "\"");
    }
  }

  private static <I> void requireRefusal(
      Operation<I, ?> handler, I request, String what, Class<? extends Exception> refusal)
      throws Exception {
    try {
      handler.apply(request);
    } catch (Exception refused) {
      if (refusal.isInstance(refused) && !(refused instanceof StoreException)) {
        return;
      }
      throw refused;
    }
    throw new WrongAnswerException("it accepts " + what);
  }
}
