package requestpath.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import requestpath.harness.fork.TurnProfiler;

/** Who gets a turn, and what the host notices of forks. */
@Timeout(30)
class TurnsTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(100);

  private final AtomicInteger warm = new AtomicInteger();
  private Turns turns;

  @BeforeEach
  void open() throws IOException {
    turns = new Turns(2, warm::incrementAndGet);
  }

  @AfterEach
  void close() throws IOException {
    turns.close();
  }

  /** What a fork does, step by step. */
  private static final class FakeFork implements AutoCloseable {
    private final Socket socket;

    /** Connects as one of the forks that the profiler was made for. */
    FakeFork(Turns.Member member, long wrong) throws IOException {
      String[] options = member.profiler().getOpts().split(" ");
      socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(options[0]));
      ByteBuffer greeting = ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES);
      greeting.putLong(Long.parseLong(options[1]) + wrong);
      greeting.putInt(Integer.parseInt(options[2]));
      greeting.putLong(1);
      // In one piece: the host closes the connection of a stranger after the first word.
      socket.getOutputStream().write(greeting.array());
    }

    void say(int what) throws IOException {
      socket.getOutputStream().write(what);
    }

    /** What the host says; -1 if it has closed the connection, also with words unread. */
    int hear() throws IOException {
      try {
        return socket.getInputStream().read();
      } catch (SocketException e) {
        return -1;
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void aForkMeasuresInItsTurnAlone() throws Exception {
    Turns.Member member = turns.members().get(0);
    try (FakeFork fork = new FakeFork(member, 0)) {
      assertThat(member.awaitStart(LONG)).isTrue();
      assertThat(member.isWarm()).isFalse();
      fork.say(TurnProfiler.READY);
      assertThat(member.awaitWarm(LONG)).isTrue();
      assertThat(warm).hasValue(1);

      Thread other = new Thread(() -> measureOnce(fork));
      other.start();
      assertThat(member.turn(LONG)).isTrue();
      other.join();
      assertThat(member.isDone()).isFalse();

      fork.say(TurnProfiler.MEASURED);
      assertThat(member.turn(LONG)).isTrue();
      assertThat(member.isDone()).isTrue();
    }
  }

  private static void measureOnce(FakeFork fork) {
    try {
      assertThat(fork.hear()).isEqualTo(TurnProfiler.GO);
      fork.say(TurnProfiler.READY);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aTurnThatDoesNotEndIsNoticed() throws Exception {
    Turns.Member member = turns.members().get(0);
    try (FakeFork fork = new FakeFork(member, 0)) {
      fork.say(TurnProfiler.READY);
      assertThat(member.awaitWarm(LONG)).isTrue();
      assertThat(member.turn(SHORT)).isFalse();
    }
  }

  @Test
  void aForkThatEndsKeepsNobodyWaiting() throws Exception {
    Turns.Member member = turns.members().get(1);
    try (FakeFork fork = new FakeFork(member, 0)) {
      assertThat(member.awaitStart(LONG)).isTrue();
      fork.say(TurnProfiler.READY);
      assertThat(member.awaitWarm(LONG)).isTrue();
    }
    assertThat(member.turn(LONG)).isTrue();
    while (!member.isDone()) {
      Thread.sleep(1);
    }
    assertThat(member.turn(LONG)).isTrue();
  }

  @Test
  void aForkThatEndsWhileItWarmsUpIsNotWaitedFor() throws Exception {
    Turns.Member member = turns.members().get(0);
    FakeFork fork = new FakeFork(member, 0);
    assertThat(member.awaitStart(LONG)).isTrue();
    fork.close();
    assertThat(member.awaitWarm(LONG)).isTrue();
    assertThat(warm).hasValue(1);
  }

  @Test
  void whoDoesNotKnowTheSecretIsNoFork() throws Exception {
    Turns.Member member = turns.members().get(0);
    try (FakeFork stranger = new FakeFork(member, 1)) {
      assertThat(stranger.hear()).isEqualTo(-1);
    }
    assertThat(member.awaitStart(SHORT)).isFalse();
    try (FakeFork fork = new FakeFork(member, 0)) {
      fork.say(TurnProfiler.READY);
      assertThat(member.awaitWarm(LONG)).isTrue();
    }
  }
}
