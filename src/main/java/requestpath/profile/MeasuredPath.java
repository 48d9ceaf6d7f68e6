package requestpath.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The part of a recording that is measured: stacks below the loop that JMH generates, cut so that
 * the benchmark method is their first frame. All else is counted by its kind and not shown.
 *
 * @param event what was sampled
 * @param stacks what is kept
 * @param leftOut the weight of what is not, by what it is
 */
record MeasuredPath(Event event, List<SampledStack> stacks, Map<LeftOut, Long> leftOut) {
  /** The loop that JMH generates for a benchmark method. */
  private static final Pattern LOOP = Pattern.compile(".*_jmhTest\\.\\w+_jmhStub");

  private static final Pattern GENERATED = Pattern.compile(".*_jmhTest\\..*");
  private static final Pattern COMPILER = Pattern.compile("\\[C[12] CompilerThre.*");
  private static final Pattern COLLECTOR =
      Pattern.compile("\\[(?:GC Thread|G1 |VM Thread|ZWorker|ZDirector|ZDriver|Shenandoah).*");
  private static final String WORKER = "-jmh-worker-";

  /** What is no part of the measured path. */
  enum LeftOut {
    LOOP("JMH's loop"),
    SETUP("set-up and correctness check"),
    COLLECTOR("garbage collector"),
    COMPILER("compiler"),
    UNREADABLE("stacks that cannot be read"),
    OTHER("other threads");

    private final String title;

    LeftOut(String title) {
      this.title = title;
    }
  }

  /**
   * Reads what was measured.
   *
   * @param benchmark the qualified name of the method
   * @throws IOException when the file is no recording
   */
  static MeasuredPath read(Path recording, Event event, String benchmark) throws IOException {
    return of(RecordedStacks.read(recording, event), event, benchmark);
  }

  /**
   * Cuts stacks down to what was measured.
   *
   * @param benchmark the qualified name of the method
   */
  static MeasuredPath of(List<SampledStack> recorded, Event event, String benchmark) {
    List<SampledStack> kept = new ArrayList<>();
    Map<LeftOut, Long> leftOut = new EnumMap<>(LeftOut.class);
    for (SampledStack stack : recorded) {
      int first = firstMeasured(stack.frames(), benchmark);
      if (first > 0) {
        kept.add(
            new SampledStack(
                stack.thread(),
                List.copyOf(stack.frames().subList(first, stack.frames().size())),
                stack.weight()));
      } else {
        leftOut.merge(reason(stack), stack.weight(), Long::sum);
      }
    }
    return new MeasuredPath(event, List.copyOf(kept), leftOut);
  }

  /** The index of the benchmark method right below JMH's loop; 0 when there is none. */
  private static int firstMeasured(List<CallStackFrame> frames, String benchmark) {
    for (int i = 0; i < frames.size() - 1; i++) {
      if (LOOP.matcher(frames.get(i).name()).matches()) {
        return frames.get(i + 1).name().equals(benchmark) ? i + 1 : 0;
      }
    }
    return 0;
  }

  private static LeftOut reason(SampledStack stack) {
    if (stack.frames().stream().anyMatch(frame -> LOOP.matcher(frame.name()).matches())) {
      return LeftOut.LOOP;
    }
    if (stack.frames().stream().anyMatch(frame -> GENERATED.matcher(frame.name()).matches())) {
      return LeftOut.SETUP;
    }
    if (COMPILER.matcher(stack.thread()).matches()) {
      return LeftOut.COMPILER;
    }
    if (COLLECTOR.matcher(stack.thread()).matches()) {
      return LeftOut.COLLECTOR;
    }
    return stack.thread().contains(WORKER) ? LeftOut.UNREADABLE : LeftOut.OTHER;
  }

  /** The weight of what is kept. */
  long total() {
    return stacks.stream().mapToLong(SampledStack::weight).sum();
  }

  /** What is kept of what was recorded, in one sentence; empty when all is shown. */
  Optional<String> sentence() {
    long left = leftOut.values().stream().mapToLong(Long::longValue).sum();
    double all = (double) total() + left;
    String parts =
        leftOut.entrySet().stream()
            .filter(part -> part.getValue() / all >= FrameList.LEAST)
            .map(
                part ->
                    String.format(
                        Locale.ROOT, "%s %.1f%%", part.getKey().title, 100 * part.getValue() / all))
            .collect(Collectors.joining(", "));
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of("not shown of what was recorded: " + parts);
  }
}
