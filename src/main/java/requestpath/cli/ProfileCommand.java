package requestpath.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;
import requestpath.harness.api.RefusedException;
import requestpath.harness.api.UsageException;
import requestpath.harness.run.ProfilePass;
import requestpath.profile.Event;
import requestpath.profile.ProfileDirectory;
import requestpath.profile.Profiles;

/** {@code profile}: where the time and the bytes of a row go. */
@Command(
    name = "java -jar target/benchmarks.jar profile",
    customSynopsis =
        "@|bold java -jar target/benchmarks.jar profile|@ [own options] [options of JMH]"
            + " [regexp+]%n",
    description =
        "Runs one fork of each selected row with async-profiler in it, apart from timing, and makes"
            + " flame graphs of its recording.%n%nOnly the measured path is shown: recording begins"
            + " when warm-up has ended, and stacks are cut so that they begin with the benchmark"
            + " method; JMH's loop, set-up, proof, compiler and garbage collector are left out, and"
            + " how much they were is told.%n",
    sortOptions = false,
    footerHeading = "%nDefaults: -i 5 -r 1s; -f, -prof and -rf are refused.%n%nExit codes:%n",
    footer = {
      "  0  every selected row was recorded",
      "  1  one was not",
      "  2  called wrongly: nothing has run",
    })
final class ProfileCommand {
  @Option(
      names = "--event",
      paramLabel = "EVENT",
      defaultValue = "cpu",
      description =
          "What is sampled: cpu (with allocation beside it; the default), wall, alloc or lock.")
  String event = "cpu";

  @Option(
      names = "--against",
      paramLabel = "VARIANT",
      description =
          "The selected row, a library or a method, that differential graphs compare the others of"
              + " its group with.")
  @Nullable String against;

  @Option(
      names = "-o",
      paramLabel = "DIR",
      description =
          "Graphs go into the folder profile of this one, such as that of a run, whose report then"
              + " links them (runs/ and the time of day).")
  @Nullable Path folder;

  @Option(
      names = {"-h", "--help"},
      description = "This text.")
  boolean help;

  @Unmatched List<String> jmhArguments = new ArrayList<>();

  /** Reads its arguments. */
  static ProfileCommand parsed(List<String> arguments) {
    ProfileCommand command = new ProfileCommand();
    Arguments.reader(command)
        .setPosixClusteredShortOptionsAllowed(false)
        .parseArgs(arguments.toArray(String[]::new));
    return command;
  }

  /**
   * Runs the subcommand.
   *
   * @param arguments what follows its name
   * @throws UsageException when it was called wrongly; nothing has run then
   * @throws RefusedException when a row could not be recorded
   */
  static void run(List<String> arguments, PrintStream out) throws UsageException, RefusedException {
    ProfileCommand command = parsed(arguments);
    if (command.help) {
      new CommandLine(command).usage(out);
    } else {
      command.go(out);
    }
  }

  private void go(PrintStream out) throws UsageException, RefusedException {
    Event sampled =
        Event.named(event)
            .orElseThrow(
                () ->
                    new UsageException(
                        "--event " + event + " is not known: choose from " + Event.names()));
    ProfilePass pass = ProfilePass.of(jmhArguments, sampled, Optional.ofNullable(against));
    ProfileDirectory directory = open(folder == null ? ProfilePass.newFolder() : folder);
    Profiles profiles = new Profiles(directory, sampled, out);
    pass.run(out, profiles::add);
    out.println("# Kept in " + directory.path());
  }

  private static ProfileDirectory open(Path folder) throws UsageException {
    try {
      return ProfileDirectory.open(folder);
    } catch (IOException e) {
      String reason =
          e instanceof AccessDeniedException
              ? "no right to write there"
              : "its folder is missing, read-only, or a file";
      throw new UsageException(
          "-o " + folder + " cannot be written (" + reason + "): name a folder that can");
    }
  }
}
