package requestpath.profile;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes of each recorded row its graphs and its list of frames, and, against another row,
 * differential graphs.
 */
public final class Profiles {
  private static final String COLOURS = "; red more, blue less, yellow only here";

  /** What async-profiler calls the kernel's own sampling. */
  private static final String PERF_EVENTS = "perf_events";

  private static final double BYTES_A_KIBIBYTE = 1024;

  private final ProfileDirectory directory;
  private final Event event;
  private final PrintStream out;

  /** What was measured in each row so far, by the row's title. */
  private final Map<String, Map<Event, MeasuredPath>> added = new HashMap<>();

  /**
   * Makes profiles.
   *
   * @param event what rows were recorded for
   * @param out where lists of frames are printed
   */
  public Profiles(ProfileDirectory directory, Event event, PrintStream out) {
    this.directory = directory;
    this.event = event;
    this.out = out;
  }

  /**
   * Adds a row.
   *
   * @param against the row, added before, that it is compared with
   * @throws IOException when its recording cannot be read, or its graphs cannot be written
   */
  public void add(Row row, Optional<Row> against) throws IOException {
    out.println(row.title());
    instead(row).ifPresent(sentence -> out.println("  " + sentence));
    Path ofRow = directory.of(row);
    List<ProfileDirectory.Page> pages = new ArrayList<>();
    Map<Event, MeasuredPath> paths = new EnumMap<>(Event.class);
    for (Event graph : event.graphs()) {
      MeasuredPath path = MeasuredPath.read(row.recording(), graph, row.benchmark());
      paths.put(graph, path);
      FrameList.lines(path).forEach(line -> out.println("  " + line));
      if (path.total() > 0) {
        pages.add(graph(row, path, ofRow));
        Optional<ProfileDirectory.Page> difference =
            against.isPresent() ? difference(row, path, against.get(), ofRow) : Optional.empty();
        difference.ifPresent(pages::add);
      }
    }
    added.put(row.title(), paths);
    directory.index(pages);
    List<Path> files = new ArrayList<>(pages.stream().map(ProfileDirectory.Page::file).toList());
    files.add(directory.keep(row));
    out.println("  " + ofRow);
    for (Path file : files) {
      out.printf(
          Locale.ROOT,
          "    %-16s %6.0f KiB%n",
          file.getFileName(),
          Files.size(file) / BYTES_A_KIBIBYTE);
    }
    out.println();
  }

  /** async-profiler does not say when it takes the kernel's timer in place of perf events. */
  private Optional<String> instead(Row row) throws IOException {
    if (event != Event.CPU || row.instead().isPresent()) {
      return row.instead();
    }
    return RecordedStacks.engine(row.recording())
        .filter(engine -> !engine.equals(PERF_EVENTS))
        .map(
            engine ->
                "CPU time is sampled by "
                    + engine
                    + ", as perf events cannot be opened here: a sample at each tick of the kernel's"
                    + " clock, and none within the kernel");
  }

  private static ProfileDirectory.Page graph(Row row, MeasuredPath path, Path ofRow)
      throws IOException {
    String name = path.event().option();
    String title = row.name() + ": " + path.event().title() + ", " + path.event().unit();
    Path file = ofRow.resolve(name + ".html");
    Graph.write(path, title, file);
    return new ProfileDirectory.Page(row, name, Optional.empty(), file, title);
  }

  private Optional<ProfileDirectory.Page> difference(
      Row row, MeasuredPath path, Row against, Path ofRow) throws IOException {
    MeasuredPath other = added.getOrDefault(against.title(), Map.of()).get(path.event());
    if (other == null || other.total() == 0) {
      return Optional.empty();
    }
    Difference difference = Difference.of(row, path, against, other);
    out.println("  more (+) and less (-) than " + against.title() + ", by the frame's own:");
    difference.lines().forEach(line -> out.println("  " + line));
    String name = path.event().option() + "-diff";
    String title =
        row.method()
            + " "
            + against.differing(row)
            + " against "
            + row.differing(against)
            + ": "
            + difference.unit()
            + COLOURS;
    Path file = ofRow.resolve(name + ".html");
    Graph.write(difference, title, file);
    return Optional.of(
        new ProfileDirectory.Page(row, name, Optional.of(against.title()), file, title));
  }
}
