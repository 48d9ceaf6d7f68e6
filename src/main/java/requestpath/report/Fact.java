package requestpath.report;

/**
 * What a library was seen to do to data.
 *
 * @param question what it was asked
 * @param answer what it did, in a few words
 * @param isEqual whether that is what every row must do
 */
public record Fact(String question, String answer, boolean isEqual) {}
