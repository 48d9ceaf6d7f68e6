package requestpath.payload;

/**
 * What the hello services of the 2022 comparison answer.
 *
 * @param message the greeting
 */
public record Message(String message) {}
