package requestpath.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import requestpath.harness.run.Afterwards;
import requestpath.report.Behaviour;
import requestpath.report.ConsoleReport;
import requestpath.report.ReportWriter;
import requestpath.report.ScreenReport;
import requestpath.result.ResultException;
import requestpath.text.Screen;
import requestpath.text.StatusLine;

/** The rankings at the end of a run, and its page. */
final class RunEnd implements Afterwards {
  private Optional<Path> ended = Optional.empty();

  /** The directory of the run that ended; empty if none has. */
  Optional<Path> directory() {
    return ended;
  }

  /** Makes rankings from a run directory. */
  private interface Ranking {
    List<String> of(Path directory) throws ResultException;
  }

  /** {@inheritDoc} The run is saved before, so every failure is only a sentence. */
  @Override
  public List<String> rankings(Path directory) {
    return rankings(directory, ConsoleReport::of);
  }

  /** {@inheritDoc} The run is saved before, so every failure is only a sentence. */
  @Override
  public List<String> rankings(Path directory, Screen screen) {
    return rankings(directory, run -> ScreenReport.of(run, screen));
  }

  private List<String> rankings(Path directory, Ranking ranking) {
    ended = Optional.of(directory);
    try (StatusLine status = StatusLine.onErrors()) {
      status.brieflyBegins("Comparing the variants");
      return ranking.of(directory);
    } catch (ResultException e) {
      return List.of("", "# There is no ranking: " + e.getMessage());
    } catch (RuntimeException e) {
      return List.of("", "# There is no ranking" + becauseOf(e));
    }
  }

  /** {@inheritDoc} The run is saved before, so every failure is only a sentence. */
  @Override
  public String make(Path directory, boolean isQuick) {
    ended = Optional.of(directory);
    try (StatusLine status = StatusLine.onErrors()) {
      Map<String, List<Behaviour>> behaviour = Map.of();
      String without = "";
      try {
        if (!isQuick) {
          behaviour = ReportCommand.behaviour(List.of(directory), status);
        }
      } catch (RuntimeException | LinkageError e) {
        without = " (without conformance, which could not be checked: " + firstLine(e) + ")";
      }
      status.brieflyBegins("Writing the page");
      return "The page with all results: " + ReportWriter.write(directory, behaviour) + without;
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
