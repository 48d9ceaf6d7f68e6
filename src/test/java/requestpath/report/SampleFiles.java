package requestpath.report;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import requestpath.result.Judgement;
import requestpath.result.RankedGroup;
import requestpath.result.RecordedRun;
import requestpath.result.ResultException;

/** Files that tests read, and what a report makes of them when nothing else is asked for. */
final class SampleFiles {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>";

  private SampleFiles() {}

  /** A file or a run that stands beside the tests. */
  static Path resource(String name) throws URISyntaxException {
    return Path.of(SampleFiles.class.getResource("/requestpath/report/" + name).toURI());
  }

  /** A result file {@code x.json} with some content. */
  static Path results(Path directory, String content) throws IOException {
    return Files.writeString(directory.resolve("x.json"), content);
  }

  /** A run whose names would like to be tags, cells, links and the end of the script. */
  static Path hostileRun(Path directory) throws IOException {
    SampleRun run = new SampleRun(1).warning(HOSTILE + " [x](http://evil) @someone");
    for (String name :
        List.of(
            HOSTILE + " | a cell", "</script><script>alert(2)</script>", "'\"`${7*7}\\ \u2028")) {
      run.foreign(
          "evil." + HOSTILE + ".run", "avgt", "us/op", Map.of("kind", name, HOSTILE, HOSTILE));
    }
    run.foreign("evil.Other.run", "thrpt", "ops/<b>s", Map.of("library", HOSTILE));
    return run.write(directory);
  }

  /** The groups of a run, each with its usual baseline. */
  static List<RankedGroup> groups(Path run) throws ResultException {
    return groups(run, "");
  }

  /** The groups of a run, with a row as the baseline of those that have it. */
  static List<RankedGroup> groups(Path run, String baseline) throws ResultException {
    return Judgement.of(List.of(RecordedRun.read(run)), baseline).groups();
  }

  /** The report of some runs, with no facts about libraries. */
  static Report report(Path... paths) throws ResultException {
    List<RecordedRun> runs = new ArrayList<>();
    for (Path path : paths) {
      runs.add(RecordedRun.read(path));
    }
    return Report.of(runs, "", Map.of());
  }
}
