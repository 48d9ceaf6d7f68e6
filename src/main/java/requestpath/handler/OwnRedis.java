package requestpath.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/**
 * A private Redis server on a free port of the loopback, which ends with this process at the
 * latest.
 *
 * <p>A shell starts the server and waits for the end of its own standard input, a pipe that this
 * process holds open. The pipe closes when this process ends, even if it is killed or crashes; then
 * the shell stops the server.
 */
public final class OwnRedis implements AutoCloseable {
  private static final long START_SECONDS = 10;
  private static final int PROBE_MILLIS = 200;
  private static final int PAUSE_MILLIS = 10;
  private static final int ANSWER_BYTES = 4096;

  /** Another program may take the free port before the server does. */
  private static final int ATTEMPTS = 3;

  /**
   * Starts the server and ends with it. In parallel, waits until standard input ends and then stops
   * the server. Deletes the directory in both cases.
   */
  private static final String LEASH =
      "trap '' HUP INT TERM; directory=$1; shift; exec 3<&0; \"$@\" 3<&- & server=$!;"
          + " { cat <&3; kill -KILL \"$server\"; } & watcher=$!;"
          + " wait \"$server\"; kill -KILL \"$watcher\"; rm -rf \"$directory\"";

  private final Process leash;
  private final Path directory;
  private final RedisAddress address;

  private OwnRedis(Process leash, Path directory, RedisAddress address) {
    this.leash = leash;
    this.directory = directory;
    this.address = address;
  }

  /**
   * Starts a server and waits until it accepts connections. It keeps nothing on disk.
   *
   * @param options more options of redis-server
   * @throws StoreException when the platform has none, or it does not start
   */
  public static OwnRedis start(String... options) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return startAtFreePort(options);
      } catch (PortTakenException e) {
        // The next attempt takes another port.
      }
    }
    throw notStarted("other programs took its ports");
  }

  /** Where it listens. */
  public RedisAddress address() {
    return address;
  }

  /** Stops the server and deletes its directory. */
  @Override
  public void close() {
    try {
      leash.getOutputStream().close();
      if (!leash.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
        leash.descendants().forEach(ProcessHandle::destroyForcibly);
        leash.destroyForcibly();
      }
      delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static OwnRedis startAtFreePort(String... options) throws PortTakenException {
    RedisAddress address;
    Process leash;
    Path directory;
    try {
      directory = Files.createTempDirectory("requestpath-redis");
      try {
        address = new RedisAddress(InetAddress.getLoopbackAddress().getHostAddress(), freePort());
        leash = leash(directory, address, options);
      } catch (IOException | RuntimeException e) {
        delete(directory);
        throw e;
      }
    } catch (FileSystemException e) {
      throw notStarted("its directory " + e.getFile() + " cannot be made");
    } catch (IOException | RuntimeException e) {
      throw notStarted(String.valueOf(e.getMessage()));
    }
    OwnRedis server = new OwnRedis(leash, directory, address);
    server.awaitReady();
    return server;
  }

  private static Process leash(Path directory, RedisAddress address, String... options)
      throws IOException {
    Path executable = ExecutableProvider.newJarResourceProvider(directory.toFile()).get().toPath();
    List<String> command =
        new ArrayList<>(
            List.of("sh", "-c", LEASH, "sh", directory.toString(), executable.toString()));
    command.addAll(List.of("--port", String.valueOf(address.port()), "--bind", address.host()));
    command.addAll(List.of("--save", "", "--appendonly", "no", "--dir", directory.toString()));
    command.addAll(List.of(options));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void awaitReady() throws PortTakenException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (System.nanoTime() < deadline && leash.isAlive()) {
      try {
        if (answersAsOurs()) {
          return;
        }
        close();
        throw new PortTakenException();
      } catch (IOException notYet) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
      }
    }
    boolean ended = !leash.isAlive();
    close();
    if (ended && isTaken(address)) {
      throw new PortTakenException();
    }
    throw notStarted(ended ? "it ended at once" : "it does not listen at " + address);
  }

  /**
   * Whether the server at the address works in our directory. A server that wants a password does
   * not say, but only our own callers ask for one.
   */
  private boolean answersAsOurs() throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.host(), address.port()), PROBE_MILLIS);
      socket.setSoTimeout(PROBE_MILLIS);
      socket.getOutputStream().write("CONFIG GET dir\r\nQUIT\r\n".getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readNBytes(ANSWER_BYTES), UTF_8);
      return answer.startsWith("-NOAUTH") || answer.contains(directory.toRealPath().toString());
    }
  }

  private static boolean isTaken(RedisAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.host(), address.port()), PROBE_MILLIS);
      return true;
    } catch (IOException nobody) {
      return false;
    }
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

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Another program listens at the port. */
  private static final class PortTakenException extends Exception {
    private static final long serialVersionUID = 1;
  }
}
