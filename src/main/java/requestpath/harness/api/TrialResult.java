package requestpath.harness.api;

import java.util.Set;
import requestpath.payload.Support;

/**
 * What came of trying a variant before the first fork.
 *
 * @param support whether it can run
 * @param fields the fields of the document that its library finds in a class of the user's own, in
 *     words; empty for other types
 */
public record TrialResult(Support support, Set<String> fields) {
  /** A result of types in which each library finds the same fields. */
  public static TrialResult of(Support support) {
    return new TrialResult(support, Set.of());
  }
}
