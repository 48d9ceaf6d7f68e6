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
import java.util.OptionalDouble;

/**
 * Makes of each recorded row its graphs and its list of frames, and, against another row,
 * differential graphs.
 */
public final class Profiles {
  /** To what a differential graph adds up where an operation's time or bytes are not known. */
  private static final double PARTS = 1e6;

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
    row.instead().ifPresent(sentence -> out.println("  " + sentence));
    Path folder = directory.of(row);
    List<ProfileDirectory.Page> pages = new ArrayList<>();
    Map<Event, MeasuredPath> paths = new EnumMap<>(Event.class);
    for (Event graph : event.graphs()) {
      MeasuredPath path = MeasuredPath.read(row.recording(), graph, row.benchmark());
      paths.put(graph, path);
      FrameList.lines(path).forEach(line -> out.println("  " + line));
      if (path.total() > 0) {
        pages.add(graph(row, path, folder));
        Optional<ProfileDirectory.Page> difference =
            against.isPresent() ? difference(row, path, against.get(), folder) : Optional.empty();
        difference.ifPresent(pages::add);
      }
    }
    added.put(row.title(), paths);
    directory.index(pages);
    List<Path> files = new ArrayList<>(pages.stream().map(ProfileDirectory.Page::file).toList());
    files.add(directory.keep(row));
    out.println("  " + folder);
    for (Path file : files) {
      out.printf(
          Locale.ROOT,
          "    %-16s %6.0f KiB%n",
          file.getFileName(),
          Files.size(file) / BYTES_A_KIBIBYTE);
    }
    out.println();
  }

  private static ProfileDirectory.Page graph(Row row, MeasuredPath path, Path folder)
      throws IOException {
    String name = path.event().option();
    String title = row.title() + ": " + path.event().title() + ", widths in " + path.event().unit();
    Path file = folder.resolve(name + ".html");
    Graph.write(path, title, file);
    return new ProfileDirectory.Page(row, name, Optional.empty(), file, title);
  }

  private Optional<ProfileDirectory.Page> difference(
      Row row, MeasuredPath path, Row against, Path folder) throws IOException {
    MeasuredPath other = added.getOrDefault(against.title(), Map.of()).get(path.event());
    if (other == null || other.total() == 0) {
      return Optional.empty();
    }
    OptionalDouble here = ofOperation(row, path.event());
    OptionalDouble there = ofOperation(against, path.event());
    boolean isKnown = here.isPresent() && there.isPresent();
    String unit = path.event() == Event.ALLOC ? "bytes" : "ps";
    String title =
        row.title()
            + " against "
            + against.title()
            + ": "
            + path.event().title()
            + ", widths in "
            + (isKnown ? unit + " of one operation" : "millionths of the whole")
            + ", red more, blue less";
    String name = path.event().option() + "-diff";
    Path file = folder.resolve(name + ".html");
    Graph.writeDifference(
        path,
        (isKnown ? here.getAsDouble() : PARTS) / path.total(),
        other,
        (isKnown ? there.getAsDouble() : PARTS) / other.total(),
        title,
        file);
    return Optional.of(
        new ProfileDirectory.Page(row, name, Optional.of(against.title()), file, title));
  }

  /** What one operation takes, in bytes or, as widths are whole numbers, in picoseconds. */
  private static OptionalDouble ofOperation(Row row, Event event) {
    return switch (event) {
      case ALLOC -> row.bytes();
      case CPU, WALL ->
          row.nanos().isPresent()
              ? OptionalDouble.of(1000 * row.nanos().getAsDouble())
              : OptionalDouble.empty();
      case LOCK -> OptionalDouble.empty();
    };
  }
}
