package requestpath.harness.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.util.Utils;
import requestpath.harness.api.UsageException;
import requestpath.harness.machine.JvmArguments;
import requestpath.payload.OwnPayload;
import requestpath.payload.Support;
import requestpath.text.StatusLine;

/**
 * Tries variants before the first fork, in a JVM with the class path and the arguments of a fork:
 * whether a library takes types that this process does not have, only trying tells.
 */
final class Trials {
  private Trials() {}

  /**
   * Tries variants.
   *
   * @param variants of benchmarks that need a trial
   * @return for each whether it can run
   * @throws UsageException when no JVM can be started, or none takes the types of the file
   */
  static Map<PlannedVariant, Support> of(List<PlannedVariant> variants, CommandLineOptions options)
      throws UsageException {
    Map<PlannedVariant, Support> supports = new LinkedHashMap<>();
    Map<PlannedVariant, Set<String>> fields = new LinkedHashMap<>();
    if (variants.isEmpty()) {
      return supports;
    }
    try (StatusLine status = StatusLine.onErrors()) {
      status.begins("Trying which variants take the types of your file: " + variants.size());
      Path directory = TypesDirectory.create();
      Path tasks = directory.resolve("tasks.json");
      Path answers = directory.resolve("answers.json");
      while (supports.size() < variants.size()) {
        List<PlannedVariant> open = variants.subList(supports.size(), variants.size());
        Trial.write(
            open.stream().map(each -> new Trial.Task(each.benchmark(), each.parameters())).toList(),
            tasks);
        Files.deleteIfExists(answers);
        int exit = run(open.get(0), options, tasks, answers);
        List<Trial.Answer> given = Trial.read(answers);
        for (int i = 0; i < given.size(); i++) {
          supports.put(open.get(i), support(given.get(i)));
          fields.put(open.get(i), given.get(i).fields());
        }
        boolean isEarly = given.size() < open.size();
        // One that finds the heap filled by those before it gets another JVM.
        if (isEarly && (exit != Trial.FULL || given.isEmpty())) {
          supports.put(open.get(given.size()), Support.noForFile(reason(exit), OwnPayload.GUIDE));
        }
      }
    } catch (IOException e) {
      throw new UsageException(
          "no JVM can be started to try variants ("
              + e.getMessage()
              + "): check -jvm and the"
              + " directory for temporary files");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UsageException("interrupted before the first fork: nothing is kept");
    }
    supports.putAll(FoundFields.lacking(supports, fields));
    requireTaken(supports);
    return supports;
  }

  /** Refuses types that no variant takes: mostly they are the wrong ones. */
  private static void requireTaken(Map<PlannedVariant, Support> tried) throws UsageException {
    if (tried.values().stream().noneMatch(Support::isSupported)) {
      Map.Entry<PlannedVariant, Support> first = tried.entrySet().iterator().next();
      throw new UsageException(
          "no variant takes the types for the file: "
              + first.getKey().title()
              + ": "
              + first.getValue().reason()
              + " (name another type, or measure maps alone with -p binding=MAP)");
    }
  }

  private static Support support(Trial.Answer answer) {
    if (answer.isSupported()) {
      return Support.YES;
    }
    return answer.isOfFile()
        ? Support.noForFile(answer.reason(), answer.source())
        : Support.no(answer.reason(), answer.source());
  }

  private static String reason(int exit) {
    return "tried on the file: "
        + switch (exit) {
          case Trial.HANGS -> "it takes minutes for one call";
          case Trial.FULL -> "the heap of a fork is too small for it";
          default -> "its JVM ends with exit code " + exit;
        };
  }

  /**
   * Runs the JVM that tries them. It ends with this process, or when this thread is interrupted.
   */
  private static int run(PlannedVariant first, CommandLineOptions options, Path tasks, Path answers)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(options.getJvm().orElse(Utils.getCurrentJvm())));
    command.addAll(JvmArguments.of(first.recipe().jvmArguments(), options, Optional.empty()).all());
    command.addAll(
        List.of(
            "-D" + OwnPayload.DIRECTORY + "=" + System.getProperty(OwnPayload.DIRECTORY, ""),
            "-cp",
            System.getProperty("java.class.path"),
            Trial.class.getName(),
            tasks.toString(),
            answers.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Thread end = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(end);
    try {
      return process.waitFor();
    } finally {
      process.destroyForcibly();
      forget(end);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This process is ending, and the hook has run or will run.
    }
  }
}
