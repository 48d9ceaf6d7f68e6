package requestpath.harness.fork;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import requestpath.harness.api.InFork;

/**
 * Lets a fork measure only when the host gives it the turn, so that the forks of a block measure
 * one iteration each in random order. JMH starts profilers before it starts the threads that
 * measure: nothing is timed while this one waits. A waiting fork sleeps in a read from a socket.
 *
 * <p>The fork connects before its first iteration and sends the secret, its number and its process
 * identifier. Then it sends {@link #READY} before each measured iteration, which also says that the
 * one before is over, and {@link #MEASURED} before its correctness check. The host answers each
 * with {@link #GO}.
 */
public final class TurnProfiler implements InternalProfiler {
  /** From a fork: it waits for a turn. */
  public static final int READY = 1;

  /** From a fork: its last measured iteration is over, and it waits to check the result. */
  public static final int MEASURED = 2;

  /** From the host: go on. */
  public static final int GO = 3;

  private static final String SEPARATOR = " ";
  private static final AtomicReference<@Nullable Socket> HOST = new AtomicReference<>();

  private final int port;
  private final long secret;
  private final int number;

  /**
   * For JMH, which makes profilers by reflection.
   *
   * @param options as {@link #of} writes them
   */
  public TurnProfiler(String options) {
    String[] words = options.split(SEPARATOR, -1);
    port = Integer.parseInt(words[0]);
    secret = Long.parseLong(words[1]);
    number = Integer.parseInt(words[2]);
  }

  /**
   * What JMH is told to make one.
   *
   * @param port of the host, on the loopback address
   * @param secret that shows the host who connects
   * @param number of the fork in its block
   */
  public static ProfilerConfig of(int port, long secret, int number) {
    return new ProfilerConfig(
        TurnProfiler.class.getName(), port + SEPARATOR + secret + SEPARATOR + number);
  }

  @Override
  public String getDescription() {
    return "Measures only in its turn";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    try {
      Socket host = HOST.get();
      if (host == null) {
        host = connect();
        HOST.set(host);
        InFork.beforeCheck(() -> ask(MEASURED));
      }
      if (iteration.getType() == IterationType.MEASUREMENT) {
        ask(READY);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the host does not answer", e);
    }
  }

  private Socket connect() throws IOException {
    Socket host = new Socket(InetAddress.getLoopbackAddress(), port);
    host.setTcpNoDelay(true);
    DataOutputStream out = new DataOutputStream(host.getOutputStream());
    out.writeLong(secret);
    out.writeInt(number);
    out.writeLong(ProcessHandle.current().pid());
    out.flush();
    return host;
  }

  private static void ask(int what) {
    Socket host = HOST.get();
    if (host == null) {
      throw new IllegalStateException("not connected");
    }
    try {
      host.getOutputStream().write(what);
      if (host.getInputStream().read() != GO) {
        throw new IOException("the connection is closed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the host gives no turn", e);
    }
  }

  @Override
  public List<Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return List.of();
  }
}
