package requestpath.payload;

import org.jspecify.annotations.Nullable;

/**
 * Where an {@link Order} goes.
 *
 * @param street street and number
 * @param city the town
 * @param postcode digits
 * @param country two letters
 */
public record Address(
    @Nullable String street,
    @Nullable String city,
    @Nullable String postcode,
    @Nullable String country) {}
