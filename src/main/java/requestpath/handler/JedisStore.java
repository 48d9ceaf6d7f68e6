package requestpath.handler;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Redis through Jedis: a pooled client, safe from many threads, that takes a connection for each
 * command, as its documentation shows
 * (https://redis.io/docs/latest/develop/clients/jedis/connect/).
 */
final class JedisStore implements KeyValueStore {
  /** The default of 8 would make more threads wait for each other, and without a bound. */
  private static final int MAX_CONNECTIONS = 256;

  private final RedisAddress address;
  private final RedisClient client;

  /**
   * Connects and pings, so that a server that cannot be used is found here.
   *
   * @param timeout for connecting and for each answer
   * @throws StoreException when it cannot be used
   */
  JedisStore(RedisAddress address, Duration timeout) {
    this.address = address;
    int millis = Math.toIntExact(timeout.toMillis());
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(MAX_CONNECTIONS);
    pool.setMaxIdle(MAX_CONNECTIONS);
    pool.setMaxWait(timeout);
    client =
        RedisClient.builder()
            .poolConfig(pool)
            .hostAndPort(new HostAndPort(address.host(), address.port()))
            .clientConfig(
                DefaultJedisClientConfig.builder()
                    .connectionTimeoutMillis(millis)
                    .socketTimeoutMillis(millis)
                    .build())
            .build();
    try {
      client.ping();
    } catch (JedisException e) {
      client.close();
      throw StoreException.of(address, e);
    }
  }

  @Override
  public @Nullable String get(String key) {
    try {
      return client.get(key);
    } catch (JedisException e) {
      throw StoreException.of(address, e);
    }
  }

  @Override
  public void set(String key, String value) {
    try {
      client.set(key, value);
    } catch (JedisException e) {
      throw StoreException.of(address, e);
    }
  }

  @Override
  public void delete(String key) {
    try {
      client.del(key);
    } catch (JedisException e) {
      throw StoreException.of(address, e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
