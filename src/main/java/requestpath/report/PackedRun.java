package requestpath.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import requestpath.result.PackedJson;
import requestpath.result.ResultException;
import requestpath.result.ResultFiles;

/** The data of a run, packed for a repository. */
public final class PackedRun {
  private PackedRun() {}

  /**
   * Packs the data of a run. Where the directory is that of the run, packed files replace the
   * others.
   *
   * @param run a run directory
   * @param directory where it goes; made when it is not there
   * @throws ResultException when the run cannot be read, the directory holds another one, or it is
   *     one that can still be resumed
   */
  public static void write(Path run, Path directory) throws ResultException {
    if (ResultFiles.in(run).isEmpty()) {
      throw new ResultException(
          run + " holds no results.json: --publish needs the directory of a run");
    }
    boolean isInPlace = isSame(run, directory);
    if (!isInPlace && ResultFiles.in(directory).isPresent()) {
      throw new ResultException("-o " + directory + " holds a run already: name another directory");
    }
    if (isInPlace && Files.exists(run.resolve("forks"))) {
      throw new ResultException(
          "-o " + directory + " is the run itself, which --publish would replace: name another");
    }
    Map<Path, byte[]> files = new LinkedHashMap<>();
    List<Path> replaced = new ArrayList<>();
    for (String name : List.of(ResultFiles.RESULTS, ResultFiles.ROUNDS)) {
      Optional<Path> file = ResultFiles.in(run, name);
      if (file.isPresent()) {
        files.put(directory.resolve(ResultFiles.packed(name)), PackedJson.of(file.get()));
        replaced.add(directory.resolve(name));
      }
    }
    Path environment = run.resolve(ResultFiles.ENVIRONMENT);
    try {
      if (Files.exists(environment)) {
        files.put(directory.resolve(ResultFiles.ENVIRONMENT), Files.readAllBytes(environment));
      }
      ReportWriter.writeBytes(files);
      for (Path file : replaced) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new ResultException(
          "the data of " + run + " cannot be packed into " + directory + ": " + e.getMessage());
    }
  }

  private static boolean isSame(Path run, Path directory) {
    return run.toAbsolutePath().normalize().equals(directory.toAbsolutePath().normalize());
  }
}
