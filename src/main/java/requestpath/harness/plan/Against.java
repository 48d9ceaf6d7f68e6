package requestpath.harness.plan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.util.Utils;
import requestpath.harness.api.UsageException;
import requestpath.harness.fork.CorrectnessProfiler;
import requestpath.harness.machine.Secrets;

/**
 * What every row is measured under a second time, in the same rounds.
 *
 * @param java the program of another JVM
 * @param jar another build of this program
 * @param benchmarks those that the other build has; empty without one
 * @param arguments added to those of the JVM
 */
public record Against(
    Optional<Path> java, Optional<Path> jar, Set<String> benchmarks, List<String> arguments) {
  /**
   * What the command line names.
   *
   * @param jvm the home of a JDK, or its {@code bin/java}
   * @param jar a jar built of this project
   * @param arguments of the JVM, separated by blanks, with quotes where one holds a blank
   * @return empty when it names nothing
   * @throws UsageException when a file is not there
   */
  public static Optional<Against> of(
      Optional<String> jvm, Optional<String> jar, Optional<String> arguments)
      throws UsageException {
    if (jvm.isEmpty() && jar.isEmpty() && arguments.isEmpty()) {
      return Optional.empty();
    }
    Optional<Path> java = jvm.isPresent() ? Optional.of(program(jvm.get())) : Optional.empty();
    Optional<Path> build = jar.isPresent() ? Optional.of(build(jar.get())) : Optional.empty();
    return Optional.of(
        new Against(
            java,
            build,
            build.isPresent() ? benchmarks(build.get()) : Set.of(),
            arguments.isPresent()
                ? List.copyOf(Utils.splitQuotedEscape(arguments.get()))
                : List.of()));
  }

  private static Path program(String jvm) throws UsageException {
    Path home = Requirements.path("--against-jvm", jvm);
    Path java = Files.isDirectory(home) ? home.resolve("bin").resolve("java") : home;
    if (!Files.isExecutable(java)) {
      throw new UsageException(
          "--against-jvm " + jvm + " has no JVM: name the home of a JDK, or its bin/java");
    }
    return java.toAbsolutePath();
  }

  private static Path build(String jar) throws UsageException {
    Path file = Requirements.path("--against-jar", jar).toAbsolutePath();
    if (benchmarks(file).isEmpty()) {
      throw new UsageException(
          "--against-jar " + jar + " holds no benchmarks: name another build of this jar");
    }
    if (!holds(file, CorrectnessProfiler.class)) {
      throw new UsageException(
          "--against-jar "
              + jar
              + " has no "
              + CorrectnessProfiler.class.getName()
              + ", which checks its forks: name a build of a revision that has it");
    }
    return file;
  }

  private static boolean holds(Path jar, Class<?> type) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.getEntry(type.getName().replace('.', '/') + ".class") != null;
    } catch (IOException e) {
      return false;
    }
  }

  /** The names of the benchmarks that the jar holds; none for any other file. */
  private static Set<String> benchmarks(Path jar) {
    Set<String> names = new LinkedHashSet<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry list = zip.getEntry(BenchmarkList.BENCHMARK_LIST.substring(1));
      if (list != null) {
        try (InputStream in = zip.getInputStream(list)) {
          BenchmarkList.readBenchmarkList(in).stream()
              .map(BenchmarkListEntry::getUsername)
              .forEach(names::add);
        }
      }
    } catch (IOException e) {
      return Set.of();
    }
    return names;
  }

  /** Whether the other build has this benchmark, too. */
  public boolean has(String benchmark) {
    return jar.isEmpty() || benchmarks.contains(benchmark);
  }

  /** The options that name it, for those who read the results, without what may be secret. */
  public String label() {
    List<String> parts = new ArrayList<>();
    java.ifPresent(program -> parts.add("--against-jvm " + home(program)));
    jar.ifPresent(file -> parts.add("--against-jar " + file.getFileName()));
    if (!arguments.isEmpty()) {
      parts.add("--against-args " + String.join(" ", Secrets.hiddenInEach(arguments)));
    }
    return String.join(" ", parts);
  }

  /** The last name of its path: where it lies on this machine is nobody's business. */
  private static Path home(Path program) {
    Path bin = program.getParent();
    Path home = bin == null ? null : bin.getParent();
    Path name = home == null ? null : home.getFileName();
    return name == null ? program.getFileName() : name;
  }
}
