package requestpath.harness.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
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
import java.util.stream.Stream;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import requestpath.harness.api.RefusedException;
import requestpath.harness.api.UsageException;
import requestpath.harness.machine.WholeFile;
import requestpath.harness.plan.PlannedRow;
import requestpath.harness.plan.Settings;

/**
 * Where a run is kept. Every fork is in a file of its own before the next begins, so that whatever
 * ends the run takes one fork at most; {@code results.json} is a complete result file of JMH at any
 * moment.
 *
 * <pre>
 * environment.json  the machine, the JVM, the options: what a second run must have, too
 * results.json      all rows, in JMH's own format
 * rounds.json       groups, baselines, controls, each fork with its round, value and warm-up
 * forks/            each fork as JMH returned it, for --resume
 * </pre>
 */
public final class RunDirectory {
  public static final String ENVIRONMENT = "environment.json";
  public static final String RESULTS = "results.json";
  public static final String ROUNDS = "rounds.json";
  private static final String FORKS = "forks";
  private static final String SUFFIX = ".fork";

  /** What a fork's file may hold: JMH's results and what they are made of, nothing else. */
  private static final ObjectInputFilter FILTER =
      ObjectInputFilter.Config.createFilter(
          "maxdepth=100;maxrefs=1000000;maxbytes=100000000;maxarray=1000000;"
              + "org.openjdk.jmh.**;java.lang.*;java.util.*;java.util.concurrent.TimeUnit;!*");

  private final Path folder;

  private RunDirectory(Path folder) {
    this.folder = folder;
  }

  /**
   * A new folder for a run, or that of one to go on with.
   *
   * @throws UsageException when it cannot be written, or holds something else
   */
  public static RunDirectory of(Settings settings) throws UsageException {
    if (settings.isResumed()) {
      return new RunDirectory(settings.out().orElseThrow());
    }
    Path folder = settings.out().orElseGet(() -> unnamed("")).toAbsolutePath();
    try {
      Files.createDirectories(folder.resolve(FORKS));
      if (!isEmpty(folder)) {
        throw new UsageException(
            "--out "
                + folder
                + " is not empty: name a new folder"
                + (Files.exists(folder.resolve(ENVIRONMENT))
                    ? ", or go on with the run in it by --resume " + folder
                    : ""));
      }
      Path probe = folder.resolve(ENVIRONMENT);
      WholeFile.write(probe, new byte[0]);
      Files.delete(probe);
    } catch (IOException e) {
      throw new UsageException(
          "--out " + folder + " cannot be written (" + reason(e) + "): name a folder that can");
    }
    return new RunDirectory(folder);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder);
        Stream<Path> forks = Files.list(folder.resolve(FORKS))) {
      return files.allMatch(file -> file.endsWith(FORKS)) && forks.findAny().isEmpty();
    }
  }

  /**
   * A name for a new folder below this one, or below that for temporary files where this one is not
   * ours to write.
   *
   * @param suffix what stands behind the time of day
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
    Path folder = parent.resolve(now);
    for (int i = 2; Files.exists(folder); i++) {
      folder = parent.resolve(now + "-" + i);
    }
    return folder;
  }

  /** Its path. */
  public Path path() {
    return folder;
  }

  /**
   * Keeps a fork.
   *
   * @param index of its row in the plan
   * @throws RefusedException when the disk does not take it
   */
  public void saveFork(PlannedRow planned, int index, int round, Fork fork)
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
      throw new RefusedException("a fork's result cannot be kept: " + reason(e));
    }
    save(
        FORKS + "/" + String.format(Locale.ROOT, "%04d-%03d", index, round) + SUFFIX,
        bytes.toByteArray());
  }

  /**
   * Takes all forks that are kept.
   *
   * @return the last round that has any; 0 for none
   * @throws RefusedException when one cannot be read
   */
  public int loadForks(Groups groups) throws RefusedException {
    int last = 0;
    try (Stream<Path> files = Files.list(folder.resolve(FORKS))) {
      for (Path file : files.filter(each -> each.toString().endsWith(SUFFIX)).sorted().toList()) {
        last = Math.max(last, loadFork(file, groups));
      }
    } catch (IOException e) {
      throw new RefusedException(folder + " cannot be read (" + reason(e) + ")");
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
      PlannedRow planned = groups.all().get(Integer.parseInt(name.substring(0, 4)));
      if (!planned.title().equals(title)) {
        throw new RefusedException(
            file + " is a fork of " + title + " but should be one of " + planned.title());
      }
      groups.put(planned, round, new Fork(result, List.copyOf(warmUp)));
      return round;
    } catch (IOException | ClassNotFoundException | RuntimeException e) {
      throw new RefusedException(
          file
              + " cannot be read (it is cut short, or damaged): delete it, and its fork is run again");
    }
  }

  /**
   * Writes one of its files.
   *
   * @throws RefusedException when the disk does not take it; what was there stays
   */
  public void save(String name, byte[] content) throws RefusedException {
    try {
      WholeFile.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new RefusedException(
          folder.resolve(name)
              + " cannot be written ("
              + reason(e)
              + "); all forks before this one are kept: make room and go on with --resume "
              + folder);
    }
  }

  /** Writes a text. */
  public void save(String name, String text) throws RefusedException {
    save(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes all rows as JMH does. */
  public void saveResults(Collection<RunResult> results) throws RefusedException {
    save(RESULTS, ResultFile.text(ResultFormatType.JSON, results));
  }

  private static String reason(IOException e) {
    // The system's own words, behind the paths that Java puts before them.
    String message = String.valueOf(e.getMessage());
    String last = message.substring(message.lastIndexOf(": ") + 1).strip();
    return e instanceof AccessDeniedException ? "no right to write there" : last;
  }
}
