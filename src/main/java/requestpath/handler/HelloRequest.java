package requestpath.handler;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import requestpath.codec.json.JsonCodec;
import requestpath.payload.Message;

/**
 * The handler of the 2022 comparison, as its Java service does it: {@code String.format}, trimmed,
 * in a class, as JSON.
 */
public final class HelloRequest {
  private final JsonCodec<Message> codec;

  /** A handler that writes its answers with this codec. */
  public HelloRequest(JsonCodec<Message> codec) {
    this.codec = codec;
  }

  /**
   * Answers one request.
   *
   * @param name the query parameter; null when absent, for which "World" stands
   * @return {@code {"message":"Hello Beeblebrox!"}} in UTF-8
   * @throws IOException when the codec refuses the answer
   */
  public byte[] handle(@Nullable String name) throws IOException {
    return codec.toBytes(new Message(Greeting.formatted(name)));
  }
}
