package requestpath.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import requestpath.harness.run.Afterwards;
import requestpath.report.Behaviour;
import requestpath.report.ConsoleReport;
import requestpath.report.ReportWriter;
import requestpath.result.ResultException;

/** The rankings at the end of a run, and its page. */
final class RunEnd implements Afterwards {
  /** {@inheritDoc} The run is saved before, so every failure is only a sentence. */
  @Override
  public List<String> rankings(Path directory) {
    try {
      return ConsoleReport.of(directory);
    } catch (ResultException e) {
      return List.of("", "# There is no ranking: " + e.getMessage());
    } catch (RuntimeException e) {
      return List.of("", "# There is no ranking" + becauseOf(e));
    }
  }

  /** {@inheritDoc} The run is saved before, so every failure is only a sentence. */
  @Override
  public String make(Path directory, boolean isQuick) {
    try {
      Map<String, List<Behaviour>> behaviour = Map.of();
      String without = "";
      try {
        if (!isQuick) {
          behaviour = ReportCommand.behaviour(List.of(directory));
        }
      } catch (RuntimeException | LinkageError e) {
        without = " (without conformance, which could not be checked: " + firstLine(e) + ")";
      }
      return "The page: " + ReportWriter.write(directory, behaviour) + without;
    } catch (ResultException e) {
      return "There is no page: " + e.getMessage();
    } catch (RuntimeException e) {
      return "There is no page" + becauseOf(e);
    }
  }

  private static String becauseOf(RuntimeException e) {
    return " because of an error in this program: " + firstLine(e) + "; all results are saved";
  }

  private static String firstLine(Throwable problem) {
    return problem.toString().lines().findFirst().orElse("");
  }
}
