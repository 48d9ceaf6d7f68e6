package requestpath.harness.run;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The processes of forks: those that this process has started since. What it started before, such
 * as the browser of a test or a server, is not theirs to end.
 */
final class ForkProcesses {
  /** How long a process may take to stop before it is killed. */
  private static final long END_SECONDS = 5;

  private final Set<ProcessHandle> others;

  private ForkProcesses(Set<ProcessHandle> others) {
    this.others = others;
  }

  /** The processes that start from now on. */
  static ForkProcesses fromNow() {
    return new ForkProcesses(ProcessHandle.current().children().collect(Collectors.toSet()));
  }

  /** The forks that run, without what they have started. */
  Stream<ProcessHandle> running() {
    return ProcessHandle.current().children().filter(child -> !others.contains(child));
  }

  /** Stops all forks and what they have started, and kills what does not stop. */
  void end() {
    List<ProcessHandle> ending =
        running().flatMap(fork -> Stream.concat(fork.descendants(), Stream.of(fork))).toList();
    ending.forEach(ProcessHandle::destroy);
    for (ProcessHandle process : ending) {
      try {
        process.onExit().get(END_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        // Those that follow are killed at once.
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      } catch (ExecutionException | TimeoutException e) {
        process.destroyForcibly();
      }
    }
  }
}
