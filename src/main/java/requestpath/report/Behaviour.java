package requestpath.report;

import java.util.List;

/**
 * What a library was seen to do to data.
 *
 * @param question what it was asked
 * @param bindings in which it answered so
 * @param answer what it did, in a few words
 * @param isEqual whether that is what every row must do
 */
public record Behaviour(String question, List<String> bindings, String answer, boolean isEqual) {}
