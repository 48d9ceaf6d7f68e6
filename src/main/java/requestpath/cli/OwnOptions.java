package requestpath.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** The options that are ours; all others are JMH's. */
@Command(
    name = "java -jar target/benchmarks.jar",
    customSynopsis =
        "@|bold java -jar target/benchmarks.jar|@ [own options] [options of JMH] [regexp+]%n",
    optionListHeading = "Own options:%n%n",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  done",
      "  1  the answer is bad: a fork was lost, or a variant is wrong",
      "  2  called wrongly",
    })
final class OwnOptions {
  @Option(
      names = "--stock",
      description = "Plain JMH: its order, its checks, its exit codes, nothing of ours.")
  boolean stock;

  @Unmatched List<String> jmhArguments = new ArrayList<>();
}
