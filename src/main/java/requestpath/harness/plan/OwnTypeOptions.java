package requestpath.harness.plan;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command line says of the types of the user's own document.
 *
 * @param keep where to keep the sources that are made of it; empty to keep none
 * @param classPath with the user's own types; empty when there is none
 * @param ignoresOtherVersions whether the class path may hold other versions of measured libraries,
 *     which forks then do not use
 */
public record OwnTypeOptions(
    Optional<Path> keep, Optional<String> classPath, boolean ignoresOtherVersions) {
  /** The option for {@link #ignoresOtherVersions}. */
  public static final String IGNORE = "--ignore-other-versions";
}
