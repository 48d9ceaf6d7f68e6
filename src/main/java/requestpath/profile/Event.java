package requestpath.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a recording samples. */
public enum Event {
  /** Time on a CPU, and allocation in the same recording. */
  CPU("CPU time", "samples"),
  /** Time that passes, on a CPU or waiting. */
  WALL("elapsed time", "samples"),
  /** Bytes allocated in the Java heap. */
  ALLOC("allocation", "bytes"),
  /** Time spent waiting for locks. */
  LOCK("waiting for locks", "ns");

  private final String title;
  private final String unit;

  Event(String title, String unit) {
    this.title = title;
    this.unit = unit;
  }

  /** Finds one by the name that the command line has for it. */
  public static Optional<Event> named(String name) {
    return Arrays.stream(values()).filter(event -> event.option().equals(name)).findFirst();
  }

  /** The names that the command line has for them. */
  public static String names() {
    return Arrays.stream(values()).map(Event::option).collect(Collectors.joining(", "));
  }

  /** Its name on the command line, and that of its graph's file. */
  public String option() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is of, in words. */
  public String title() {
    return title;
  }

  /** What a stack's weight counts. */
  public String unit() {
    return unit;
  }

  /** The graphs that a recording of this event gives. */
  public List<Event> graphs() {
    return this == CPU ? List.of(CPU, ALLOC) : List.of(this);
  }
}
