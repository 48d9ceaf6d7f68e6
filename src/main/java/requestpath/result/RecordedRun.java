package requestpath.result;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is left of a run: a directory of ours with {@code results.json}, or any result file of JMH;
 * either may be packed by gzip.
 *
 * @param path as it was named
 * @param measurements its rows, at least one
 * @param rounds {@code rounds.json}; empty where there is none
 * @param environment {@code environment.json}; empty where there is none
 * @param isRecorded whether there is an {@code environment.json}
 * @param profiles its flame graphs
 * @param compareBy what is compared with each other, where a reader says it
 */
public record RecordedRun(
    Path path,
    List<Measurement> measurements,
    RecordedRounds rounds,
    RecordedEnvironment environment,
    boolean isRecorded,
    List<FlameGraph> profiles,
    CompareBy compareBy) {
  private static final String EMPTY = "{}";

  /**
   * Reads a run.
   *
   * @param path a directory, or a file
   * @throws ResultException when it is neither, or cannot be understood
   */
  public static RecordedRun read(Path path) throws ResultException {
    boolean isOurs = Files.isDirectory(path);
    Path results = path;
    if (isOurs) {
      results =
          ResultFiles.in(path)
              .orElseThrow(
                  () ->
                      new ResultException(
                          path
                              + " holds no results.json: name the directory of a run, or a JSON"
                              + " file of JMH"));
    }
    Path environment = path.resolve(ResultFiles.ENVIRONMENT);
    return new RecordedRun(
        path,
        JmhResults.read(results),
        ResultFiles.read(path, ResultFiles.ROUNDS, new TypeReference<>() {}, EMPTY),
        ResultFiles.read(path, ResultFiles.ENVIRONMENT, new TypeReference<>() {}, EMPTY),
        Files.exists(environment),
        ResultFiles.read(path.resolve("profile"), "index.json", new TypeReference<>() {}, "[]"),
        CompareBy.GUESS);
  }

  /**
   * The same run, compared by something else than the guess.
   *
   * @param what {@code class}, {@code method} or a parameter that some of its rows have
   */
  public RecordedRun comparedBy(CompareBy what) {
    return new RecordedRun(path, measurements, rounds, environment, isRecorded, profiles, what);
  }

  /**
   * The shards that it was merged from, each as a run of its own, because nothing may be compared
   * across them; the run itself if it is not merged.
   */
  public List<RecordedRun> shards() {
    if (environment.shards().isEmpty()) {
      return List.of(this);
    }
    Map<RowKey, RecordedRounds.Placed> recorded = rounds.byKey();
    List<RecordedRun> parts = new ArrayList<>();
    for (RecordedEnvironment shard : environment.shards()) {
      List<String> titles = shard.shard().groups();
      List<Measurement> rows =
          measurements.stream()
              .filter(
                  row -> {
                    RecordedRounds.Placed found = RecordedRounds.find(recorded, row);
                    return found != null && titles.contains(found.group().title());
                  })
              .toList();
      RecordedRounds groups =
          new RecordedRounds(
              rounds.groups().stream().filter(group -> titles.contains(group.title())).toList());
      parts.add(new RecordedRun(path, rows, groups, shard, isRecorded, profiles, compareBy));
    }
    return List.copyOf(parts);
  }

  /** The last name of its path. */
  public String name() {
    return endOfPath(List.of(this));
  }

  /**
   * The end of its path: as many names as tell it from the other runs. A shard is called by its
   * number, too.
   */
  public String nameAmong(List<RecordedRun> runs) {
    String name = endOfPath(runs);
    return environment.shard().isPart() ? name + ", " + environment.shard().title() : name;
  }

  private String endOfPath(List<RecordedRun> runs) {
    Path whole = whole();
    for (int from = whole.getNameCount() - 1; from > 0; from--) {
      Path end = whole.subpath(from, whole.getNameCount());
      if (runs.stream()
          .map(RecordedRun::whole)
          .allMatch(p -> p.equals(whole) || !p.endsWith(end))) {
        return end.toString();
      }
    }
    return whole.toString();
  }

  private Path whole() {
    return path.toAbsolutePath().normalize();
  }

  /** Whether it is a first look. */
  public boolean isQuick() {
    return environment.quick();
  }

  /** The base of a run with two configurations: its name and its VM; empty for all others. */
  public String base() {
    String vm = environment.against().vm();
    String label = environment.against().label();
    return label.isEmpty() || vm.isEmpty() ? label + vm : label + ", " + vm;
  }

  /**
   * How well each ratio was to be known, as a fraction; NaN where nothing is recorded, and for a
   * race, which asks only which variant is the fastest.
   */
  public double precision() {
    Double precision = environment.precision();
    return precision == null || environment.fastest() ? Double.NaN : precision;
  }

  /** What its two sides are called, if it has two. */
  public SideLabels sides() {
    return SideLabels.of(this);
  }
}
