package requestpath.cli;

import java.nio.file.Path;
import java.util.List;
import requestpath.harness.run.Afterwards;
import requestpath.report.ConsoleReport;
import requestpath.result.ResultException;

/** What a run says at its end, and the page that it leaves: both from its files. */
final class RunEnd implements Afterwards {
  @Override
  public List<String> rankings(Path directory) {
    try {
      return ConsoleReport.of(directory);
    } catch (ResultException e) {
      return List.of("", "# There is no ranking: " + e.getMessage());
    }
  }

  @Override
  public String make(Path directory, boolean isQuick) {
    return ReportCommand.ofRun(directory, isQuick);
  }
}
