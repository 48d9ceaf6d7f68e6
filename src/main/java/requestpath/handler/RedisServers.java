package requestpath.handler;

/** The server that a benchmark talks to: one of our own, which ends with it, or the reader's. */
public final class RedisServers implements AutoCloseable {
  /** Names the server of our own. */
  public static final String OWN = "own";

  private final RedisAddress address;
  private final Runnable end;

  private RedisServers(RedisAddress address, Runnable end) {
    this.address = address;
    this.end = end;
  }

  /**
   * The server of a name.
   *
   * @param name {@link #OWN}, or HOST:PORT
   * @throws IllegalArgumentException when it is neither
   * @throws StoreException when a server of our own does not start
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

  /** Whether the name is that of a server of our own, which takes what it holds with it. */
  public static boolean isOurs(String name) {
    return name.equals(OWN);
  }

  /** Where it listens. */
  public RedisAddress address() {
    return address;
  }

  /** Ends a server of our own; leaves the reader's alone. */
  @Override
  public void close() {
    end.run();
  }
}
