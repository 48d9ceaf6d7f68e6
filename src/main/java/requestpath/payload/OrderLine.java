package requestpath.payload;

import org.jspecify.annotations.Nullable;

/**
 * One line of an {@link Order}.
 *
 * @param article what is ordered
 * @param quantity how many
 * @param price of one, with two decimals
 */
public record OrderLine(@Nullable String article, int quantity, double price) {}
