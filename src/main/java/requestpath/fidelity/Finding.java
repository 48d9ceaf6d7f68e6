package requestpath.fidelity;

/**
 * One answer of one row.
 *
 * @param format {@code JSON} or {@code MessagePack}
 * @param row the row's name, as on the command line
 * @param question what was asked
 * @param answer what was observed
 * @param promise where the library's own documentation says otherwise or explains it; empty when
 *     nothing is known
 */
public record Finding(String format, String row, String question, Answer answer, String promise) {}
