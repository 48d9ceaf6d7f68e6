package requestpath.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jfr.Recording;
import one.profiler.AsyncProfiler;

/**
 * A recording of the JVM that it is started in: by async-profiler, or, where that cannot do it, by
 * the nearest that can.
 */
public final class Recorder implements AutoCloseable {
  /** async-profiler's own default is 10 ms, which gives too few samples within seconds. */
  private static final String CPU_INTERVAL = "1ms";

  /** Samples of all threads, most of which wait; the sampling itself must stay cheap. */
  private static final String WALL_INTERVAL = "2ms";

  private static final String ALLOCATION_INTERVAL = "512k";

  /** The shortest that the JDK's own sampling knows. */
  private static final Duration JFR_INTERVAL = Duration.ofMillis(10);

  private final Running running;
  private final Optional<String> instead;

  private interface Running {
    void stop() throws IOException;
  }

  private Recorder(Running running, Optional<String> instead) {
    this.running = running;
    this.instead = instead;
  }

  /**
   * Starts a recording.
   *
   * @param file what it is written to, in the format of JDK Flight Recorder
   * @param library async-profiler's, or empty where there is none for the platform
   * @throws IOException when nothing can record, in words that say why
   */
  public static Recorder start(Event event, Path file, Optional<Path> library) throws IOException {
    if (library.isEmpty()) {
      return sampling(event, file, "async-profiler has no library for " + NativeLibrary.platform());
    }
    AsyncProfiler profiler;
    try {
      profiler = AsyncProfiler.getInstance(library.get().toString());
    } catch (LinkageError | RuntimeException e) {
      // The system's own words stand behind the path of the library.
      String message = firstLine(e);
      String words = message.substring(message.lastIndexOf(": ") + 1).strip();
      return sampling(event, file, "async-profiler does not load (" + words + ")");
    }
    List<String> refusals = new ArrayList<>();
    for (String engine : engines(event)) {
      try {
        profiler.execute("start," + engine + ",jfr,file=" + file);
        return new Recorder(() -> stop(profiler, file), instead(event, engine, refusals));
      } catch (IOException | RuntimeException e) {
        refusals.add(firstLine(e));
      }
    }
    return sampling(event, file, refusals.get(0));
  }

  /** What async-profiler is asked for, the best first. */
  private static List<String> engines(Event event) {
    return switch (event) {
      case CPU -> List.of(cpu("cpu"), cpu("ctimer"), cpu("itimer"));
      case WALL -> List.of("event=wall,interval=" + WALL_INTERVAL);
      case ALLOC -> List.of("event=alloc,alloc=" + ALLOCATION_INTERVAL);
      case LOCK -> List.of("event=lock,lock=0");
    };
  }

  private static String cpu(String engine) {
    return "event=" + engine + ",interval=" + CPU_INTERVAL + ",alloc=" + ALLOCATION_INTERVAL;
  }

  private static Optional<String> instead(Event event, String engine, List<String> refusals) {
    if (refusals.isEmpty()) {
      return Optional.empty();
    }
    String used = engine.substring("event=".length(), engine.indexOf(','));
    return Optional.of(
        event.title() + " is sampled by " + used + ", as the system refuses: " + refusals.get(0));
  }

  private static void stop(AsyncProfiler profiler, Path file) throws IOException {
    profiler.execute("stop,file=" + file);
  }

  private static Recorder sampling(Event event, Path file, String reason) throws IOException {
    if (event == Event.WALL) {
      throw new IOException(reason + ", and nothing else samples " + event.title());
    }
    Recording recording = new Recording();
    recording.enable("jdk.ExecutionSample").withPeriod(JFR_INTERVAL);
    recording.enable("jdk.NativeMethodSample").withPeriod(JFR_INTERVAL);
    recording.enable("jdk.ObjectAllocationInNewTLAB").withStackTrace();
    recording.enable("jdk.ObjectAllocationOutsideTLAB").withStackTrace();
    recording.enable("jdk.JavaMonitorEnter").withThreshold(Duration.ZERO).withStackTrace();
    recording.start();
    return new Recorder(
        () -> {
          recording.stop();
          recording.dump(file);
          recording.close();
        },
        Optional.of("the JDK's own sampling stands in for async-profiler: " + reason));
  }

  private static String firstLine(Throwable thrown) {
    return String.valueOf(thrown.getMessage()).lines().findFirst().orElse("").strip();
  }

  /** What samples in place of what was asked for, and why, in one sentence. */
  public Optional<String> instead() {
    return instead;
  }

  /**
   * Ends the recording and writes it.
   *
   * @throws IOException when it cannot be written
   */
  @Override
  public void close() throws IOException {
    running.stop();
  }
}
