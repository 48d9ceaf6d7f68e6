package requestpath.handler;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Redis through Lettuce: one connection that all threads share, and its synchronous commands, as
 * its documentation shows (https://redis.github.io/lettuce/user-guide/connecting-redis/). It
 * reconnects by itself, as by default. Meanwhile commands are refused, because the default queue
 * has no bound.
 */
final class LettuceStore implements KeyValueStore {
  private final RedisAddress address;
  private final RedisClient client;
  private final StatefulRedisConnection<String, String> connection;
  private final RedisCommands<String, String> commands;

  /**
   * Connects and pings, so that a server that cannot be used is found here.
   *
   * @param timeout for connecting and for each answer
   * @throws StoreException when it cannot be used
   */
  LettuceStore(RedisAddress address, Duration timeout) {
    this.address = address;
    client =
        RedisClient.create(
            RedisURI.builder()
                .withHost(address.host())
                .withPort(address.port())
                .withTimeout(timeout)
                .build());
    client.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(timeout).build())
            .build());
    try {
      connection = client.connect();
      commands = connection.sync();
      commands.ping();
    } catch (RedisException e) {
      shutDown();
      throw StoreException.of(address, e);
    }
  }

  @Override
  public @Nullable String get(String key) {
    try {
      return commands.get(key);
    } catch (RedisException e) {
      throw StoreException.of(address, e);
    }
  }

  @Override
  public void set(String key, String value) {
    try {
      commands.set(key, value);
    } catch (RedisException e) {
      throw StoreException.of(address, e);
    }
  }

  @Override
  public void delete(String key) {
    try {
      commands.del(key);
    } catch (RedisException e) {
      throw StoreException.of(address, e);
    }
  }

  @Override
  public void close() {
    connection.close();
    shutDown();
  }

  private void shutDown() {
    client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
  }
}
