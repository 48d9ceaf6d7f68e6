package requestpath.handler;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a Redis server listens.
 *
 * @param host its name or address
 * @param port its TCP port
 */
public record RedisAddress(String host, int port) {
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\s\\[\\]@]+):(\\d{1,5})");

  /**
   * Reads {@code HOST:PORT}, an IPv6 address in brackets.
   *
   * @throws IllegalArgumentException with one sentence when it is not one
   */
  public static RedisAddress parse(String text) {
    Matcher matcher = HOST_AND_PORT.matcher(text);
    if (matcher.matches()) {
      int port = Integer.parseInt(matcher.group(2));
      if (1 <= port && port <= 65_535) {
        return new RedisAddress(matcher.group(1), port);
      }
    }
    throw new IllegalArgumentException(
        "redis="
            + text
            + " is no address: write own, or HOST:PORT such as 127.0.0.1:6379 or [::1]:6379");
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
