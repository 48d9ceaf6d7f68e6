package requestpath.harness.run;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import requestpath.harness.fork.TurnProfiler;

/** The host's side of {@link TurnProfiler}: gives turns to the forks of one block. */
final class Turns implements AutoCloseable {
  /** How long a connection may take to say which fork it is. */
  private static final int HELLO_MILLIS = 10_000;

  private final ServerSocket server;
  private final long secret = new SecureRandom().nextLong();
  private final List<Member> members;
  private final ForkProcesses processes = ForkProcesses.fromNow();

  /** One fork of the block. */
  final class Member {
    private final int number;
    private final CountDownLatch connected = new CountDownLatch(1);
    private final CountDownLatch warm = new CountDownLatch(1);
    private final Runnable whenWarm;

    /** Holds an element when a turn has ended. */
    private final BlockingQueue<Boolean> ended = new ArrayBlockingQueue<>(1);

    private volatile boolean isMeasured;
    private volatile boolean isGone;
    private volatile long process;
    private volatile @Nullable Socket socket;

    private Member(int number, Runnable whenWarm) {
      this.number = number;
      this.whenWarm = whenWarm;
    }

    /** The profiler that connects the fork. */
    ProfilerConfig profiler() {
      return TurnProfiler.of(server.getLocalPort(), secret, number);
    }

    /** Waits until the fork runs or is gone; false when that takes too long. */
    boolean awaitStart(Duration limit) throws InterruptedException {
      return connected.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits until the fork is warm or gone; false when that takes too long. */
    boolean awaitWarm(Duration limit) throws InterruptedException {
      return warm.await(Math.max(0, limit.toMillis()), TimeUnit.MILLISECONDS);
    }

    /** Whether it is warm or gone. */
    boolean isWarm() {
      return warm.getCount() == 0;
    }

    /** Whether it wants no more turns. */
    boolean isDone() {
      return isMeasured || isGone;
    }

    /** Gives it the turn and waits until it is over; false when that takes too long. */
    boolean turn(Duration limit) throws InterruptedException {
      go();
      return isGone || ended.poll(limit.toMillis(), TimeUnit.MILLISECONDS) != null;
    }

    /** Lets it go on. */
    void go() {
      Socket open = socket;
      if (open != null && !isGone) {
        try {
          open.getOutputStream().write(TurnProfiler.GO);
        } catch (IOException e) {
          gone();
        }
      }
    }

    /** Kills it. One that has not connected is the only process that is no other fork's. */
    void kill() {
      processes
          .running()
          .filter(child -> process > 0 ? child.pid() == process : isOfNone(child.pid()))
          .forEach(ProcessHandle::destroyForcibly);
      gone();
    }

    /** It has ended, or will not be heard any more. */
    void gone() {
      isGone = true;
      connected.countDown();
      becomesWarm();
      boolean unused = ended.offer(true);
    }

    private void becomesWarm() {
      synchronized (warm) {
        if (warm.getCount() > 0) {
          whenWarm.run();
          warm.countDown();
        }
      }
    }

    private void listen(Socket from) {
      try (from) {
        for (int said = from.getInputStream().read();
            said >= 0;
            said = from.getInputStream().read()) {
          boolean isFirst = warm.getCount() > 0;
          isMeasured = said == TurnProfiler.MEASURED;
          becomesWarm();
          if (!isFirst) {
            ended.put(true);
          }
        }
      } catch (IOException e) {
        // The fork has ended; its runner says why.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      gone();
    }
  }

  /**
   * Turns for a number of forks.
   *
   * @param whenWarm runs once for each fork, when it is warm or gone
   * @throws IOException when no port can be opened on the loopback address
   */
  Turns(int forks, Runnable whenWarm) throws IOException {
    server = new ServerSocket(0, forks, InetAddress.getLoopbackAddress());
    members = IntStream.range(0, forks).mapToObj(i -> new Member(i, whenWarm)).toList();
    start("turns", this::accept);
  }

  private boolean isOfNone(long process) {
    return members.stream().noneMatch(member -> member.process == process);
  }

  /** The forks, in the order in which they start. */
  List<Member> members() {
    return members;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        start("turns of a fork", () -> hear(socket));
      } catch (IOException e) {
        // It is closed, or the connection was gone at once.
      }
    }
  }

  private void hear(Socket socket) {
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(HELLO_MILLIS);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      if (in.readLong() != secret) {
        socket.close();
        return;
      }
      Member member = members.get(in.readInt());
      member.process = in.readLong();
      socket.setSoTimeout(0);
      member.socket = socket;
      member.connected.countDown();
      member.listen(socket);
    } catch (IOException e) {
      // Not one of our forks: those send their greeting at once.
    }
  }

  private static void start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
