package requestpath.result;

import java.util.List;

/**
 * A row that is shown to be slower than others with one binding, and faster than them with another.
 *
 * @param row that gets ahead
 * @param overtaken the others
 * @param slowerWith the binding with which it is slower
 * @param fasterWith the binding with which it is faster
 */
public record RankChange(
    String row, List<String> overtaken, String slowerWith, String fasterWith) {}
