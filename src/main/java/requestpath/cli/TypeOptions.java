package requestpath.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import requestpath.harness.plan.OwnTypeOptions;

/** The options for types of the user's own document. */
final class TypeOptions {
  @Option(
      names = "--types-only",
      description = "Print the types that are inferred from your file (-p file=), and end.")
  boolean only;

  @Option(
      names = "--keep-types",
      paramLabel = "DIR",
      description = "Keep the sources of the inferred types in this directory.")
  Optional<Path> keep = Optional.empty();

  @Option(
      names = "--classpath",
      paramLabel = "JARS",
      description = "Jars or directories with your own types, for -p type=CLASS.")
  Optional<String> classPath = Optional.empty();

  @Option(
      names = OwnTypeOptions.IGNORE,
      description =
          "Measure with this program's versions of libraries of which --classpath holds others.")
  boolean ignoresOtherVersions;

  /** What they ask. */
  OwnTypeOptions options() {
    return new OwnTypeOptions(keep, classPath, ignoresOtherVersions);
  }
}
