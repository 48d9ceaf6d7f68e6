package requestpath.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import requestpath.conformance.CheckResult;
import requestpath.conformance.Conformance;
import requestpath.conformance.ConformanceReport;
import requestpath.harness.api.RefusedException;
import requestpath.harness.api.UsageException;
import requestpath.text.Similar;
import requestpath.text.StatusLine;

/** {@code verify}: what every library does to data. */
@Command(
    name = "verify",
    description =
        "%nRuns a fixed set of checks on every library, in each binding that it supports, and prints"
            + " the results: doubles, longs, nulls, escapes, broken and hostile input. If the results"
            + " of the bindings differ, the variant's name is followed by the binding. A check that"
            + " never ends is stopped: \"no answer in N s\".%n%n! marks a result that no plain variant"
            + " may have; ~ marks an allowed difference.%n",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  every plain variant does the same work as the others",
      "  1  a plain variant does not",
      "  2  wrong options",
    })
final class VerifyCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Print all results as JSON.")
  boolean json;

  @Option(
      names = "--library",
      split = ",",
      paramLabel = "NAME",
      description = "Check only these variants (default: all).")
  List<String> libraries = Conformance.rows();

  private final PrintStream out;

  VerifyCommand(PrintStream out) {
    this.out = out;
  }

  /**
   * Refuses unknown variants.
   *
   * @throws UsageException naming the first of them
   */
  void requireKnown() throws UsageException {
    Map<String, String> skipped = Conformance.skipped();
    for (String name : libraries) {
      if (skipped.containsKey(name)) {
        throw new UsageException(
            "--library " + name + " is skipped on this JVM: " + skipped.get(name));
      }
      if (!Conformance.rows().contains(name)) {
        throw new UsageException(
            "--library "
                + name
                + " is not known: "
                + Similar.question(name, Conformance.rows())
                    .orElseGet(() -> "choose from " + String.join(", ", Conformance.rows())));
      }
    }
  }

  @Override
  public Integer call() throws UsageException, RefusedException, IOException {
    requireKnown();
    List<CheckResult> results = checked();
    if (json) {
      out.println(ConformanceReport.json(results));
    } else {
      out.print(ConformanceReport.table(results));
      if (libraries.containsAll(Conformance.rows())) {
        Conformance.skipped()
            .forEach((name, reason) -> out.println("Skipped: " + name + ": " + reason));
      }
    }
    List<CheckResult> wrong = Conformance.wrong(results);
    if (!wrong.isEmpty()) {
      CheckResult first = wrong.get(0);
      throw new RefusedException(
          (wrong.size() == 1 ? "1 result differs" : wrong.size() + " results differ")
              + " from what a plain variant must return; the first: "
              + first.row()
              + ", check "
              + first.check()
              + ": "
              + first.outcome().text());
    }
    return Main.DONE;
  }

  private List<CheckResult> checked() {
    try (StatusLine status = StatusLine.onErrors()) {
      status.begins(
          "Checking "
              + (libraries.size() == 1 ? "1 variant" : libraries.size() + " variants")
              + ", a few seconds each");
      // Some libraries log what they are about to throw.
      LogManager.getLogManager().reset();
      return Conformance.check(libraries, status::done);
    }
  }
}
