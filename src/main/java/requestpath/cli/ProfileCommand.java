package requestpath.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;
import requestpath.harness.api.RefusedException;
import requestpath.harness.api.UsageException;
import requestpath.harness.run.ProfilePass;
import requestpath.profile.Event;
import requestpath.profile.ProfileDirectory;
import requestpath.profile.Profiles;

/** {@code profile}: shows which code takes the time and allocates the bytes of a variant. */
@Command(
    name = "profile",
    customSynopsis =
        "@|bold java -jar target/benchmarks.jar profile|@ [own options] [options of JMH]"
            + " [regexp+]%n",
    description =
        "Runs one fork of each selected variant with async-profiler, and makes flame graphs. It"
            + " reports no times.%n%nThe graphs show only the benchmark method. Recording"
            + " begins after warm-up. Stacks are cut at the benchmark method: JMH's loop, set-up,"
            + " correctness check, compiler and garbage collector are not shown, and their share is"
            + " printed.%n",
    sortOptions = false,
    footerHeading = "%nDefaults: -i 5 -r 1s; -f, -prof and -rf are refused.%n%nExit codes:%n",
    footer = {
      "  0  every selected variant was recorded",
      "  1  a variant was not recorded",
      "  2  wrong options: nothing has run",
    })
final class ProfileCommand implements Callable<Integer> {
  @Option(
      names = "--event",
      paramLabel = "EVENT",
      defaultValue = "cpu",
      description =
          "What to sample: cpu (the default; it also samples allocation), wall, alloc or lock.")
  Event event = Event.CPU;

  @Option(
      names = "--against",
      paramLabel = "VARIANT",
      description =
          "A selected library or method: differential graphs compare the other variants of its group"
              + " with it.")
  Optional<String> against = Optional.empty();

  @Option(
      names = "-o",
      paramLabel = "DIR",
      description =
          "Write the graphs to DIR/profile. If DIR is a run directory, its report links to them"
              + " (default: runs/ and the time of day).")
  Optional<Path> directory = Optional.empty();

  @Mixin TypeOptions ownTypes = new TypeOptions();

  @Unmatched List<String> jmhArguments = new ArrayList<>();

  private final PrintStream out;

  ProfileCommand(PrintStream out) {
    this.out = out;
  }

  /**
   * Plans the forks.
   *
   * @throws UsageException when it was called wrongly
   */
  ProfilePass pass() throws UsageException {
    return ProfilePass.of(jmhArguments, event, against, ownTypes.options());
  }

  @Override
  public Integer call() throws UsageException, RefusedException {
    ProfilePass pass = pass();
    ProfileDirectory opened = open(directory.orElseGet(ProfilePass::newDirectory));
    Profiles profiles = new Profiles(opened, event, out);
    pass.run(out, profiles::add);
    out.println("# Kept in " + opened.path());
    return Main.DONE;
  }

  private static ProfileDirectory open(Path directory) throws UsageException {
    try {
      return ProfileDirectory.open(directory);
    } catch (IOException e) {
      String reason =
          e instanceof AccessDeniedException
              ? "no right to write there"
              : "its parent directory is missing, read-only, or a file";
      throw new UsageException(
          "-o " + directory + " cannot be written (" + reason + "): name another directory");
    }
  }
}
