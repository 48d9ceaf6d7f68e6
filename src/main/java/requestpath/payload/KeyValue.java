package requestpath.payload;

/**
 * What the services of the 2011 comparison are sent.
 *
 * @param key under which the previous value is read and the new one stored
 * @param value the new value
 */
public record KeyValue(String key, String value) {}
