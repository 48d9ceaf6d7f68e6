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
import org.openjdk.jmh.util.Utils;
import requestpath.harness.api.UsageException;
import requestpath.harness.fork.CorrectnessProfiler;
import requestpath.harness.machine.Secrets;

/**
 * The other configuration in which every variant is measured, in the same rounds.
 *
 * @param java the program of another JVM
 * @param jar another build of this program
 * @param benchmarks of the other build; empty without one
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
    Optional<Path> build = Optional.empty();
    Set<String> benchmarks = Set.of();
    if (jar.isPresent()) {
      Path file = FileRequirements.path("--against-jar", jar.get()).toAbsolutePath();
      benchmarks = benchmarks(file, jar.get());
      build = Optional.of(file);
    }
    return Optional.of(
        new Against(
            jvm.isPresent() ? Optional.of(program(jvm.get())) : Optional.empty(),
            build,
            benchmarks,
            arguments.map(Utils::splitQuotedEscape).map(List::copyOf).orElse(List.of())));
  }

  private static Path program(String jvm) throws UsageException {
    Path home = FileRequirements.path("--against-jvm", jvm);
    Path java = Files.isDirectory(home) ? home.resolve("bin").resolve("java") : home;
    if (!Files.isExecutable(java)) {
      throw new UsageException(
          "--against-jvm " + jvm + " has no JVM: name the home of a JDK, or its bin/java");
    }
    return java.toAbsolutePath();
  }

  private static Set<String> benchmarks(Path file, String name) throws UsageException {
    Set<String> benchmarks = new LinkedHashSet<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry list = zip.getEntry(BenchmarkList.BENCHMARK_LIST.substring(1));
      if (list != null) {
        try (InputStream in = zip.getInputStream(list)) {
          BenchmarkList.readBenchmarkList(in)
              .forEach(benchmark -> benchmarks.add(benchmark.getUsername()));
        }
        if (zip.getEntry(CorrectnessProfiler.class.getName().replace('.', '/') + ".class")
            == null) {
          throw new UsageException(
              "--against-jar "
                  + name
                  + " has no "
                  + CorrectnessProfiler.class.getName()
                  + ", which checks its forks: name a build of a later revision");
        }
      }
    } catch (IOException e) {
      benchmarks.clear();
    }
    if (benchmarks.isEmpty()) {
      throw new UsageException(
          "--against-jar " + name + " holds no benchmarks: name another build of this jar");
    }
    return benchmarks;
  }

  /** Whether the other build has this benchmark. */
  public boolean has(String benchmark) {
    return jar.isEmpty() || benchmarks.contains(benchmark);
  }

  /** The options that name it, without secrets and without paths. */
  public String label() {
    List<String> parts = new ArrayList<>();
    java.ifPresent(program -> parts.add("--against-jvm " + home(program)));
    jar.ifPresent(file -> parts.add("--against-jar " + file.getFileName()));
    if (!arguments.isEmpty()) {
      parts.add("--against-args " + String.join(" ", Secrets.hiddenInEach(arguments)));
    }
    return String.join(" ", parts);
  }

  /** The name of the JDK's directory: results do not reveal paths of a machine. */
  private static Path home(Path program) {
    Path bin = program.getParent();
    Path home = bin == null ? null : bin.getParent();
    Path name = home == null ? null : home.getFileName();
    return name == null ? program.getFileName() : name;
  }
}
