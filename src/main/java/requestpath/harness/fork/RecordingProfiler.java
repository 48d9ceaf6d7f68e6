package requestpath.harness.fork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import requestpath.profile.Event;
import requestpath.profile.Recorder;

/**
 * Records a fork from its first measured iteration to its last: warm-up is never in the recording.
 */
public final class RecordingProfiler extends NativeAccess implements InternalProfiler {
  private static final String SEPARATOR = "\n";

  /** Beside the recording: what samples in place of what was asked for. */
  private static final String INSTEAD = ".instead";

  private final Event event;
  private final Path file;
  private final Optional<Path> library;

  /** The recorder, while it records. */
  private final List<Recorder> running = new ArrayList<>();

  private int iterations;

  /**
   * For JMH, which makes profilers by reflection.
   *
   * @param options as {@link #of} writes them
   */
  public RecordingProfiler(String options) {
    List<String> lines = options.lines().toList();
    event = Event.valueOf(lines.get(0));
    file = Path.of(lines.get(1));
    library = lines.size() > 2 ? Optional.of(Path.of(lines.get(2))) : Optional.empty();
  }

  /** What JMH is told to make one. */
  public static ProfilerConfig of(Event event, Path file, Optional<Path> library) {
    List<String> lines = new ArrayList<>(List.of(event.name(), file.toString()));
    library.ifPresent(path -> lines.add(path.toString()));
    return new ProfilerConfig(RecordingProfiler.class.getName(), String.join(SEPARATOR, lines));
  }

  /**
   * What sampled in place of what was asked for, told by the fork.
   *
   * @throws IOException when the fork recorded nothing
   */
  public static Optional<String> instead(Path file) throws IOException {
    String sentence = Files.readString(Path.of(file + INSTEAD));
    return sentence.isEmpty() ? Optional.empty() : Optional.of(sentence);
  }

  @Override
  public String getDescription() {
    return "One recording of the measured iterations of a fork";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    if (iteration.getType() == IterationType.MEASUREMENT && iterations++ == 0) {
      try {
        Recorder recorder = Recorder.start(event, file, library);
        running.add(recorder);
        Files.writeString(Path.of(file + INSTEAD), recorder.instead().orElse(""));
      } catch (IOException e) {
        throw new UncheckedIOException("nothing can record " + event.title(), e);
      }
    }
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    if (iteration.getType() == IterationType.MEASUREMENT && iterations == iteration.getCount()) {
      for (Recorder recorder : running) {
        try {
          recorder.close();
        } catch (IOException e) {
          throw new UncheckedIOException("the recording cannot be written", e);
        }
      }
    }
    return List.of();
  }
}
