package requestpath.handler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static requestpath.handler.Requirements.requireEqual;
import static requestpath.handler.Requirements.requireRefusal;
import static requestpath.handler.Requirements.requireText;

import java.util.Arrays;
import java.util.List;
import requestpath.codec.Operation;
import requestpath.codec.Produced;
import requestpath.payload.Exchanges;
import requestpath.payload.KeyValue;

/**
 * Correctness checks of the exchange, whole and in parts, by its answers and by the store's
 * content.
 */
public final class ExchangeVerification {
  /** Bodies that are JSON but hold no key; some libraries make an empty one of a missing one. */
  private static final List<String> INCOMPLETE =
      List.of("{}", "{\"value\":\"v\"}", "{\"key\":null,\"value\":\"v\"}");

  private ExchangeVerification() {}

  /** The part of the exchange that a benchmark method does. */
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

  /** Checks the whole exchange or its JSON, by its answers and by the store's content. */
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

  /** Checks a single command to the store, by its answers and by the store's content. */
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

  /** Checks that the store gets the commands of the part, and no others. */
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

  /** Checks the handler. */
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

  private static byte[] cutShort(byte[] body) {
    return Arrays.copyOf(body, body.length - 1);
  }
}
