package requestpath.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import requestpath.codec.json.JsonCodec;
import requestpath.payload.KeyValue;

/**
 * The handler of the 2011 comparison: a key and a new value come in as JSON, the previous value is
 * read, the new one stored, the previous one returned.
 */
public final class ExchangeRequest {
  private static final byte[] NOTHING = {};

  private final JsonCodec<KeyValue> codec;
  private final KeyValueStore store;

  /** A handler that reads its requests with this codec and keeps values in this store. */
  public ExchangeRequest(JsonCodec<KeyValue> codec, KeyValueStore store) {
    this.codec = codec;
    this.store = store;
  }

  /**
   * Answers one request. It reads first and then writes, as the source article does: two requests
   * for one key may both see the value before.
   *
   * @param body {@code {"key":…,"value":…}} in UTF-8
   * @return the previous value in UTF-8; empty when there was none
   * @throws IOException when the body is not JSON
   * @throws BadRequestException when it holds no key, an empty one, or no value
   * @throws requestpath.handler.StoreException when the store fails
   */
  public byte[] handle(byte[] body) throws IOException, BadRequestException {
    KeyValue request = codec.fromBytes(body);
    if (request == null || isEmpty(request.key()) || request.value() == null) {
      throw new BadRequestException("the body must be {\"key\":\"…\",\"value\":\"…\"}");
    }
    String previous = store.get(request.key());
    store.set(request.key(), request.value());
    return previous == null ? NOTHING : previous.getBytes(UTF_8);
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.isEmpty();
  }
}
