package requestpath.payload;

/**
 * What the services of the 2025 comparison answer.
 *
 * @param name a name that never changes
 * @param releaseYear the year of the request
 */
public record ApplicationInfo(String name, int releaseYear) {}
