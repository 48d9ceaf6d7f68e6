package requestpath.payload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order: what a shop's service takes and gives, with a value and a list of values inside.
 *
 * @param id its number
 * @param customer who orders
 * @param address where it goes; null when it is fetched
 * @param lines what is ordered, never null
 * @param total the sum, with two decimals
 * @param paid whether it is paid
 * @param note what the customer wrote; null for nothing
 */
public record Order(
    long id,
    @Nullable String customer,
    @Nullable Address address,
    List<OrderLine> lines,
    double total,
    boolean paid,
    @Nullable String note) {}
