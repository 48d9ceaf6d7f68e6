package requestpath.report;

import java.util.List;

/**
 * The observed behaviour of a library.
 *
 * @param question the check
 * @param bindings that have this result
 * @param answer the result, in a few words
 * @param isEqual whether every plain variant must have this result
 */
public record Behaviour(String question, List<String> bindings, String answer, boolean isEqual) {}
