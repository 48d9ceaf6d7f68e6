package requestpath.payload;

/**
 * A record of numbers and nothing else, of all magnitudes.
 *
 * @param id position in the document, from 0
 * @param counter a long of any sign, often at the edges of int, of 2^53 and of long
 * @param offset another
 * @param amount money: two decimals
 * @param ratio a double between 0 and 1, with all its digits
 * @param factor any finite double, of any magnitude
 */
public record Numbers(
    int id, long counter, long offset, double amount, double ratio, double factor) {}
