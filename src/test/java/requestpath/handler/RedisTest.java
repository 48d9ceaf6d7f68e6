package requestpath.handler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both clients against a real server. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RedisTest {
  private static OwnRedis server;

  @BeforeAll
  static void start() {
    server = OwnRedis.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void aValueStaysUntilItIsDeleted(StoreKind kind) {
    try (KeyValueStore store = kind.open(server.address())) {
      assertThat(store.get("requestpath:test")).isNull();
      store.set("requestpath:test", "é😀");
      assertThat(store.get("requestpath:test")).isEqualTo("é😀");
      store.set("requestpath:test", "");
      assertThat(store.get("requestpath:test")).isEmpty();
      store.delete("requestpath:test");
      store.delete("requestpath:test");
      assertThat(store.get("requestpath:test")).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedConnectionIsReportedInOneSentence(StoreKind kind) throws IOException {
    RedisAddress nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = new RedisAddress("127.0.0.1", socket.getLocalPort());
    }
    assertThatThrownBy(() -> kind.open(nobody))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Redis at " + nobody + " failed: Connection refused")
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1))
        .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatHangsIsAbandonedAfterTheTimeLimit(StoreKind kind) throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
      RedisAddress address = new RedisAddress("127.0.0.1", silent.getLocalPort());
      assertThatThrownBy(() -> kind.open(address, Duration.ofMillis(200)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("Redis at " + address + " failed: ")
          .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aKilledServerIsReportedInOneSentence(StoreKind kind) {
    OwnRedis other = OwnRedis.start();
    try (KeyValueStore store = kind.open(other.address())) {
      store.set("requestpath:test", "x");
      other.close();
      assertThatThrownBy(() -> store.get("requestpath:test"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("Redis at " + other.address() + " failed: ");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerWithAPasswordIsReportedWithAWayOut(StoreKind kind) {
    try (OwnRedis locked = OwnRedis.start("--requirepass", "secret")) {
      assertThatThrownBy(() -> kind.open(locked.address()))
          .isInstanceOf(StoreException.class)
          .hasMessage(
              "Redis at "
                  + locked.address()
                  + " failed: it wants a password, and none can be given here (-p redis=HOST:PORT"
                  + " names the server, -p redis=own one that the run starts itself)");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownHostIsReportedInOneSentence(StoreKind kind) {
    assertThatThrownBy(() -> kind.open(new RedisAddress("no.such.host.invalid", 6379)))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("Redis at no.such.host.invalid:6379 failed: ")
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  @Test
  void ourServerIsGoneWhenItIsClosed() {
    OwnRedis other = OwnRedis.start();
    other.close();
    assertThatThrownBy(() -> StoreKind.JEDIS.open(other.address()))
        .isInstanceOf(StoreException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--no-such-option", "--maxclients"})
  void aServerThatDoesNotStartIsReportedInOneSentence(String option) {
    assertThatThrownBy(() -> OwnRedis.start(option, "x"))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "a Redis server of our own does not start (it ended at once): name one with -p"
                + " redis=HOST:PORT");
  }

  @Test
  void ourServerLeavesNoDirectory() throws IOException {
    Set<Path> before = directories();
    OwnRedis.start().close();
    assertThatThrownBy(() -> OwnRedis.start("--no-such-option", "x"))
        .isInstanceOf(StoreException.class);
    assertThat(before).containsAll(directories());
  }

  private static Set<Path> directories() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("requestpath-redis"))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void ourServerEndsWhenItsProgramIsKilled() throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LeashedMain.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    RedisAddress address;
    try (BufferedReader out = program.inputReader(UTF_8)) {
      address = new RedisAddress("127.0.0.1", Integer.parseInt(out.readLine()));
      StoreKind.JEDIS.open(address).close();
      program.destroyForcibly().waitFor();
    }
    assertThat(isGoneWithinSeconds(address)).isTrue();
  }

  private static boolean isGoneWithinSeconds(RedisAddress address) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (System.nanoTime() < deadline) {
      try {
        new Socket(address.host(), address.port()).close();
      } catch (IOException gone) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:6379, 127.0.0.1, 6379",
    "redis.example:1, redis.example, 1",
    "[::1]:65535, [::1], 65535"
  })
  void anAddressHasAHostAndAPort(String text, String host, int port) {
    assertThat(RedisAddress.parse(text)).isEqualTo(new RedisAddress(host, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        ":6379",
        "host:",
        "host:0",
        "host:65536",
        "host:123456",
        "a:b:1",
        "u@h:1",
        "h h:1"
      })
  void aWrongAddressIsRefusedInOneSentence(String text) {
    assertThatThrownBy(() -> RedisServers.requireAddress(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "redis="
                + text
                + " is no address: write own, or HOST:PORT such as 127.0.0.1:6379 or [::1]:6379");
  }
}
