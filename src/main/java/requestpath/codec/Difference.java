package requestpath.codec;

import java.util.List;

/**
 * The first difference between two values.
 *
 * @param path to it: names of fields, and integers for elements of lists
 * @param sentence what differs, with the path and both values, without a full stop
 * @param kind what differs, with nothing of the values
 */
public record Difference(List<Object> path, String sentence, String kind) {}
