package requestpath.payload;

import org.jspecify.annotations.Nullable;

/**
 * The record of the 2019 comparison (Python, PyPy, Go, Rust): what its service decodes and encodes
 * a thousand at a time.
 *
 * <p>Fields are named as on the wire, so that no library needs a naming strategy.
 *
 * @param id position in the document, from 0
 * @param name a short text
 * @param description a longer text
 * @param type one letter
 * @param count a small number
 * @param created_at seconds since the epoch, with fractions that need all digits of a double
 */
public record Item(
    int id,
    @Nullable String name,
    @Nullable String description,
    @Nullable String type,
    int count,
    double created_at) {}
