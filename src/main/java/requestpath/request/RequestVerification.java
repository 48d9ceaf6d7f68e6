package requestpath.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import requestpath.compute.CurrentYear;
import requestpath.compute.Fibonacci;
import requestpath.json.JsonVerification;
import requestpath.payload.Exchanges;
import requestpath.payload.KeyValue;
import requestpath.payload.Operation;
import requestpath.payload.Produced;
import requestpath.payload.WrongAnswerException;
import requestpath.store.KeyValueStore;
import requestpath.store.StoreException;

/**
 * Proves the handlers right, by their answers to several requests, and by the requests that they
 * must refuse.
 */
public final class RequestVerification {
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

  /** The application info handler. */
  public static Produced applicationInfo(Operation<String, byte[]> handler) throws Exception {
    int before = CurrentYear.expected(ZoneId.systemDefault());
    byte[] answer = handler.apply("");
    int year = before == CurrentYear.expected(ZoneId.systemDefault()) ? before : before + 1;
    if (year == before) {
      JsonVerification.requireAnswer(answer, Map.of("name", "golang", "releaseYear", year));
    }
    return Produced.of(answer);
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

  /** The exchange handler, and what it leaves in the store. */
  public static Produced exchange(Operation<byte[], byte[]> handler, KeyValueStore store)
      throws Exception {
    String key = Exchanges.keys().get(0);
    String other = Exchanges.keys().get(1);
    store.delete(key);
    store.set(other, "untouched");
    requireText(handler.apply(Exchanges.body(key, "first")), "");
    requireText(handler.apply(Exchanges.body(key, "zweite é😀\"\\")), "first");
    requireText(handler.apply(Exchanges.body(key, "third")), "zweite é😀\"\\");
    requireText(handler.apply(Exchanges.body(other, "touched")), "untouched");
    if (!"third".equals(store.get(key)) || !"touched".equals(store.get(other))) {
      throw new WrongAnswerException("the store does not hold what was last put there");
    }
    byte[] body = Exchanges.body(key, "fourth");
    requireRefusal(
        handler, Arrays.copyOf(body, body.length - 1), "a body that is cut short", Exception.class);
    if (!"third".equals(store.get(key))) {
      throw new WrongAnswerException("a request that was refused changed the store");
    }
    return Produced.of(body);
  }

  /** The exchange with Redis, or a part of it: told apart by what it answers. */
  public static void redis(Operation<byte[], ?> part, KeyValueStore store, String key)
      throws Exception {
    store.set(key, "before");
    Object answer = part.apply(Exchanges.body(key, "new"));
    if (answer instanceof byte[] previous) {
      requireText(previous, "before");
      exchange(body -> (byte[]) part.apply(body), store);
    } else if (answer instanceof KeyValue request) {
      requireText(request.value().getBytes(UTF_8), "new");
    } else if (answer.equals(key)) {
      requireText(String.valueOf(store.get(key)).getBytes(UTF_8), "after");
    } else {
      requireText(answer.toString().getBytes(UTF_8), "before");
      store.set(key, "changed");
      requireText(part.apply(Exchanges.body(key, "new")).toString().getBytes(UTF_8), "changed");
    }
  }

  /** A way to hand bytes over: what arrives, or whether they are UTF-8. */
  public static Produced transfer(Operation<byte[], ?> way, byte[] text) throws Exception {
    byte[] other = Arrays.copyOf(text, text.length);
    for (int i = 0; i < 100; i++) {
      other[i] = (byte) ('a' + i % 26);
    }
    byte[] second = startsAtCharacter(other, 100) ? other : text;
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
    byte[] malformed = text.clone();
    malformed[text.length / 2] = (byte) 0xff;
    if (Boolean.TRUE.equals(way.apply(malformed))) {
      throw new WrongAnswerException("it takes a byte 0xff for UTF-8");
    }
    return Produced.of(text);
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
