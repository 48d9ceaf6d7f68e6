package requestpath.handler;

/**
 * The server of a benchmark: a private one, which ends with the fork, or the user's.
 *
 * @param address where it listens
 * @param end stops a private server
 */
public record RedisServers(RedisAddress address, Runnable end) implements AutoCloseable {
  /** Names the private server. */
  public static final String OWN = "own";

  /**
   * The server of a name.
   *
   * @param name {@link #OWN}, or HOST:PORT
   * @throws IllegalArgumentException when it is neither
   * @throws StoreException when the private server does not start
   */
  public static RedisServers of(String name) {
    if (isOurs(name)) {
      OwnRedis own = OwnRedis.start();
      return new RedisServers(own.address(), own::close);
    }
    return new RedisServers(RedisAddress.parse(name), () -> {});
  }

  /**
   * Does nothing for a name that can be one.
   *
   * @throws IllegalArgumentException with one sentence when it is neither {@link #OWN} nor
   *     HOST:PORT
   */
  public static void requireAddress(String name) {
    if (!isOurs(name)) {
      RedisAddress.parse(name);
    }
  }

  /** Whether the name is that of the private server, whose content ends with it. */
  public static boolean isOurs(String name) {
    return name.equals(OWN);
  }

  /** Stops the private server; leaves the user's alone. */
  @Override
  public void close() {
    end.run();
  }
}
