package requestpath.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import redis.embedded.core.ExecutableProvider;

/**
 * A real Redis server of our own, on a free port of the loopback, that lives no longer than this
 * process.
 *
 * <p>It runs on a leash: a shell that starts it waits for the end of its standard input, which is a
 * pipe that this process holds open. However this process ends, killed or crashed, the pipe closes,
 * and the shell ends the server.
 */
public final class OwnRedis implements AutoCloseable {
  private static final long START_SECONDS = 10;
  private static final int PROBE_MILLIS = 200;
  private static final int PAUSE_MILLIS = 10;

  /**
   * Starts the server, waits until standard input ends, ends the server and takes away its folder.
   */
  private static final String LEASH =
      "trap '' HUP INT TERM; folder=$1; shift; \"$@\" & server=$!; cat;"
          + " kill -KILL \"$server\"; wait \"$server\"; rm -rf \"$folder\"";

  private final Process leash;
  private final RedisAddress address;

  private OwnRedis(Process leash, RedisAddress address) {
    this.leash = leash;
    this.address = address;
  }

  /**
   * Starts a server and waits until it accepts connections. It keeps nothing on disk.
   *
   * @param options options of redis-server beside those of ours
   * @throws StoreException when the platform has none, or it does not start
   */
  public static OwnRedis start(String... options) {
    try {
      Path folder = Files.createTempDirectory("requestpath-redis");
      Path executable = ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
      RedisAddress address =
          new RedisAddress(InetAddress.getLoopbackAddress().getHostAddress(), freePort());
      List<String> command =
          new ArrayList<>(
              List.of(
                  "sh",
                  "-c",
                  LEASH,
                  "sh",
                  folder.toString(),
                  executable.toString(),
                  "--port",
                  String.valueOf(address.port()),
                  "--bind",
                  address.host(),
                  "--save",
                  "",
                  "--appendonly",
                  "no",
                  "--dir",
                  folder.toString()));
      command.addAll(List.of(options));
      Process leash =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      OwnRedis server = new OwnRedis(leash, address);
      server.awaitReady();
      return server;
    } catch (IOException | RuntimeException e) {
      throw e instanceof StoreException known ? known : notStarted(String.valueOf(e.getMessage()));
    }
  }

  /** Where it listens. */
  public RedisAddress address() {
    return address;
  }

  /** Ends the server. */
  @Override
  public void close() {
    try {
      leash.getOutputStream().close();
      if (!leash.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
        leash.descendants().forEach(ProcessHandle::destroyForcibly);
        leash.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (System.nanoTime() < deadline && leash.isAlive()) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(address.host(), address.port()), PROBE_MILLIS);
        return;
      } catch (IOException notYet) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
      }
    }
    close();
    throw notStarted("it does not listen at " + address);
  }

  private static StoreException notStarted(String reason) {
    return new StoreException(
        "a Redis server of our own does not start ("
            + reason
            + "): name one with -p redis=HOST:PORT");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
