package requestpath.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** The options that are ours; all others are JMH's. */
@Command(
    name = "java -jar target/benchmarks.jar",
    customSynopsis = {
      "@|bold java -jar target/benchmarks.jar|@ [own options] [options of JMH] [regexp+]",
      "@|bold java -jar target/benchmarks.jar verify|@ [--json]: what each library does to your data%n"
    },
    optionListHeading = "Own options:%n%n",
    footerHeading = "%nDefaults, where JMH's text above says otherwise:%n",
    footer = {
      "  -f 7 -wi 30 -w 100ms -i 50 -r 40ms -bm avgt -prof gc; -f 0 is refused",
      "%nExit codes:",
      "  0  done",
      "  1  the answer is bad: a fork was lost, a variant is wrong; or another run holds the machine",
      "  2  called wrongly: nothing has run",
    })
final class OwnOptions {
  @Option(
      names = "--stock",
      description = "Plain JMH: its order, its checks, its exit codes, nothing of ours.")
  boolean stock;

  @Option(names = "--help", description = "As -h: these options and JMH's.")
  boolean help;

  @Unmatched List<String> jmhArguments = new ArrayList<>();
}
