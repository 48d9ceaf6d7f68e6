package requestpath.harness.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import requestpath.harness.api.RefusedException;
import requestpath.harness.api.UsageException;
import requestpath.harness.machine.WholeFile;
import requestpath.harness.plan.PlannedVariant;
import requestpath.harness.plan.Settings;
import requestpath.result.ResultFiles;

/**
 * Where a run is kept. Each fork is saved in a file of its own, those that take turns once all have
 * ended: a crash loses at most the forks that run. {@code results.json} is a complete JMH result
 * file at any moment.
 *
 * <pre>
 * environment.json  the machine, the JVM, the options: --resume needs the same
 * results.json      all variants, in JMH's own format
 * rounds.json       groups, baselines, controls, each fork with its round, value and warm-up
 * forks/            each fork as JMH returned it, for --resume
 * </pre>
 */
public final class RunDirectory {
  public static final String ENVIRONMENT = ResultFiles.ENVIRONMENT;
  private static final String FORKS = "forks";
  private static final String SUFFIX = ".fork";

  /** What a fork's file may hold: JMH's results and what they are made of, nothing else. */
  private static final ObjectInputFilter FILTER =
      ObjectInputFilter.Config.createFilter(
          "maxdepth=100;maxrefs=1000000;maxbytes=100000000;maxarray=1000000;"
              + "org.openjdk.jmh.**;java.lang.*;java.util.*;java.util.concurrent.TimeUnit;!*");

  private final Path directory;

  private RunDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * A new run directory, or that of the run to resume.
   *
   * @throws UsageException when it cannot be written, or is not empty
   */
  public static RunDirectory of(Settings settings) throws UsageException {
    if (settings.isResumed()) {
      return new RunDirectory(settings.out().orElseThrow());
    }
    Path directory = settings.out().orElseGet(() -> unnamed("")).toAbsolutePath();
    try {
      Files.createDirectories(directory.resolve(FORKS));
      if (!isEmpty(directory)) {
        throw new UsageException(
            "--out "
                + directory
                + " is not empty: name a new directory"
                + (Files.exists(directory.resolve(ENVIRONMENT))
                    ? ", or resume the run in it with --resume " + directory
                    : ""));
      }
      Path probe = directory.resolve(ENVIRONMENT);
      WholeFile.write(probe, new byte[0]);
      Files.delete(probe);
    } catch (IOException e) {
      throw new UsageException(
          "--out "
              + directory
              + " cannot be written ("
              + WholeFile.reason(e)
              + "): name another directory");
    }
    return new RunDirectory(directory);
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory);
        Stream<Path> forks = Files.list(directory.resolve(FORKS))) {
      return files.allMatch(file -> file.endsWith(FORKS)) && forks.findAny().isEmpty();
    }
  }

  /**
   * A new name in the current directory, or among the temporary files if that is not writable.
   *
   * @param suffix follows the time of day
   */
  public static Path unnamed(String suffix) {
    Path here = Path.of("").toAbsolutePath();
    Path runs = here.resolve("runs");
    Path parent =
        Files.isWritable(Files.isDirectory(runs) ? runs : here)
            ? runs
            : Path.of(
                System.getProperty("java.io.tmpdir"),
                "requestpath-runs-" + System.getProperty("user.name"));
    String now =
        LocalDateTime.now(ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss", Locale.ROOT))
            + suffix;
    Path directory = parent.resolve(now);
    for (int i = 2; Files.exists(directory); i++) {
      directory = parent.resolve(now + "-" + i);
    }
    return directory;
  }

  /** Why it is not in the current directory, if the user has not named another. */
  Optional<String> elsewhereInWords(Settings settings) {
    return settings.out().isPresent() || directory.startsWith(Path.of("").toAbsolutePath())
        ? Optional.empty()
        : Optional.of(
            "The run is kept among the temporary files, because the current directory cannot be"
                + " written: --out names another");
  }

  /** Its path. */
  public Path path() {
    return directory;
  }

  /**
   * Saves a fork.
   *
   * @param index of its variant in the plan
   * @throws RefusedException when it cannot be written
   */
  public void saveFork(PlannedVariant planned, int index, int round, Fork fork)
      throws RefusedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeUTF(planned.title());
      out.writeInt(round);
      out.writeObject(fork.result());
      out.writeInt(fork.warmUp().size());
      for (double score : fork.warmUp()) {
        out.writeDouble(score);
      }
    } catch (IOException e) {
      throw new RefusedException("a fork cannot be saved: " + WholeFile.reason(e));
    }
    save(
        FORKS + "/" + String.format(Locale.ROOT, "%04d-%03d", index, round) + SUFFIX,
        bytes.toByteArray());
  }

  /**
   * Loads all saved forks.
   *
   * @return the last round that has a fork; 0 for none
   * @throws RefusedException when one cannot be read
   */
  public int loadForks(Groups groups) throws RefusedException {
    int last = 0;
    try (Stream<Path> files = Files.list(directory.resolve(FORKS))) {
      for (Path file : files.filter(each -> each.toString().endsWith(SUFFIX)).sorted().toList()) {
        last = Math.max(last, loadFork(file, groups));
      }
    } catch (IOException e) {
      throw new RefusedException(directory + " cannot be read (" + WholeFile.reason(e) + ")");
    }
    return last;
  }

  private static int loadFork(Path file, Groups groups) throws RefusedException {
    String name = String.valueOf(file.getFileName());
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      in.setObjectInputFilter(FILTER);
      String title = in.readUTF();
      int round = in.readInt();
      BenchmarkResult result = (BenchmarkResult) in.readObject();
      List<Double> warmUp = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        warmUp.add(in.readDouble());
      }
      PlannedVariant planned = groups.all().get(Integer.parseInt(name.substring(0, 4)));
      if (!planned.title().equals(title)) {
        throw new RefusedException(
            file + " is a fork of " + title + " but should be one of " + planned.title());
      }
      groups.put(planned, round, new Fork(result, List.copyOf(warmUp)));
      return round;
    } catch (IOException | ClassNotFoundException | RuntimeException e) {
      throw new RefusedException(
          file
              + " cannot be read (it is incomplete or damaged): delete it, and its fork is run again");
    }
  }

  /**
   * Writes one of its files.
   *
   * @throws RefusedException when it cannot be written; the old file stays
   */
  public void save(String name, byte[] content) throws RefusedException {
    try {
      WholeFile.write(directory.resolve(name), content);
    } catch (IOException e) {
      throw new RefusedException(
          directory.resolve(name)
              + " cannot be written ("
              + WholeFile.reason(e)
              + "); all forks before this one are kept: make room and resume with --resume "
              + directory);
    }
  }

  /** Writes a text. */
  public void save(String name, String text) throws RefusedException {
    save(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes the results in JMH's format. */
  public void saveResults(Collection<RunResult> results) throws RefusedException {
    save(ResultFiles.RESULTS, ResultFile.text(ResultFormatType.JSON, results));
  }
}
