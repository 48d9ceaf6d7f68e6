package requestpath.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import one.convert.Arguments;
import one.convert.Frame;
import one.convert.JfrConverter;
import one.jfr.JfrReader;
import one.jfr.StackTrace;

/** The stacks of a recording, whoever wrote it. */
final class RecordedStacks extends JfrConverter {
  private final List<SampledStack> stacks = new ArrayList<>();

  private RecordedStacks(JfrReader reader, Arguments arguments) {
    super(reader, arguments);
  }

  /**
   * Reads the stacks of one event.
   *
   * @throws IOException when the file is no recording
   */
  static List<SampledStack> read(Path recording, Event event) throws IOException {
    Arguments arguments = new Arguments();
    arguments.dot = true;
    arguments.norm = true;
    arguments.threads = true;
    arguments.alloc = event == Event.ALLOC;
    arguments.lock = event == Event.LOCK;
    arguments.total = arguments.alloc || arguments.lock;
    try (JfrReader reader = new JfrReader(recording.toString())) {
      RecordedStacks stacks = new RecordedStacks(reader, arguments);
      stacks.convert();
      return List.copyOf(stacks.stacks);
    } catch (IOException | RuntimeException e) {
      throw new IOException(recording + " is no whole recording: " + e.getMessage(), e);
    }
  }

  /**
   * What async-profiler sampled with; empty for a recording of the JDK's own.
   *
   * @throws IOException when the file is no recording
   */
  static Optional<String> engine(Path recording) throws IOException {
    try (JfrReader reader = new JfrReader(recording.toString())) {
      reader.readAllEvents();
      return Optional.ofNullable(reader.settings.get("engine"));
    } catch (IOException | RuntimeException e) {
      throw new IOException(recording + " is no whole recording: " + e.getMessage(), e);
    }
  }

  @Override
  protected void convertChunk() {
    collector.forEach(
        new AggregatedEventVisitor() {
          @Override
          protected void visit(one.jfr.event.Event event, long value) {
            StackTrace trace = jfr.stackTraces.get(event.stackTraceId);
            if (trace != null) {
              stacks.add(
                  new SampledStack(
                      getThreadName(event.tid),
                      frames(trace, event.classId()),
                      Math.round(value * counterFactor())));
            }
          }
        });
  }

  private List<CallStackFrame> frames(StackTrace trace, long classId) {
    List<CallStackFrame> frames = new ArrayList<>();
    for (int i = trace.methods.length - 1; i >= 0; i--) {
      byte type = trace.types[i];
      String name = getMethodName(trace.methods[i], type);
      frames.add(
          new CallStackFrame(name, type, isNativeFrame(type) ? Owner.SYSTEM : Owner.ofJava(name)));
    }
    if (classId != 0) {
      String name = getClassName(classId);
      boolean isPrimitive = !name.contains(".");
      frames.add(
          new CallStackFrame(
              name, Frame.TYPE_INLINED, isPrimitive ? Owner.JDK : Owner.ofJava(name)));
    }
    return List.copyOf(frames);
  }
}
