package requestpath.handler;

import java.time.Duration;

/**
 * The Redis clients. Each constant has its own body, so that choosing one does not load the other.
 */
public enum StoreKind {
  /** Jedis: blocking, a pool of connections. */
  JEDIS {
    @Override
    KeyValueStore open(RedisAddress address, Duration timeout) {
      return new JedisStore(address, timeout);
    }
  },
  /** Lettuce: over Netty, one shared connection. */
  LETTUCE {
    @Override
    KeyValueStore open(RedisAddress address, Duration timeout) {
      return new LettuceStore(address, timeout);
    }
  };

  /** The time limit for each answer: no service waits longer for its store on each request. */
  static final Duration TIMEOUT = Duration.ofSeconds(2);

  /**
   * Connects to a server and asks it once.
   *
   * @throws StoreException when it cannot be used
   */
  public KeyValueStore open(RedisAddress address) {
    return open(address, TIMEOUT);
  }

  /** The same with another limit for connecting and for each answer. */
  abstract KeyValueStore open(RedisAddress address, Duration timeout);

  /** A store in this process, without any server. */
  public static KeyValueStore inProcess() {
    return new MapStore();
  }
}
