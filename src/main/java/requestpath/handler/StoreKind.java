package requestpath.handler;

import java.time.Duration;

/**
 * The Redis clients. A constant opens its store in a body of its own, so that choosing one loads
 * nothing of the other.
 */
public enum StoreKind {
  /** Jedis: blocking, a pool of connections. */
  JEDIS {
    @Override
    public KeyValueStore open(RedisAddress address) {
      return new JedisStore(address, TIMEOUT);
    }
  },
  /** Lettuce: over Netty, one shared connection. */
  LETTUCE {
    @Override
    public KeyValueStore open(RedisAddress address) {
      return new LettuceStore(address, TIMEOUT);
    }
  };

  /** A server on the request path that takes longer is as good as gone. */
  static final Duration TIMEOUT = Duration.ofSeconds(2);

  /**
   * Connects to a server and asks it once.
   *
   * @throws StoreException when it cannot be used
   */
  public abstract KeyValueStore open(RedisAddress address);

  /** A store in this process, without any server. */
  public static KeyValueStore inProcess() {
    return new MapStore();
  }
}
