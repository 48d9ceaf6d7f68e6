package requestpath.handler;

import java.io.IOException;
import java.util.function.IntSupplier;
import requestpath.codec.json.JsonCodec;
import requestpath.payload.ApplicationInfo;

/**
 * The handler of the 2025 comparison: a name and the current year, asked from the clock on each
 * request, as JSON.
 */
public final class ApplicationInfoRequest {
  private static final String NAME = "golang";

  private final JsonCodec<ApplicationInfo> codec;
  private final IntSupplier year;

  /**
   * A handler that writes its answers with this codec.
   *
   * @param year tells the current year; asked on each call
   */
  public ApplicationInfoRequest(JsonCodec<ApplicationInfo> codec, IntSupplier year) {
    this.codec = codec;
    this.year = year;
  }

  /**
   * Answers one request.
   *
   * @return {@code {"name":"golang","releaseYear":2025}} in UTF-8
   * @throws IOException when the codec refuses the answer
   */
  public byte[] handle() throws IOException {
    return codec.toBytes(new ApplicationInfo(NAME, year.getAsInt()));
  }
}
