package requestpath.fidelity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import requestpath.payload.Binding;
import requestpath.payload.Mark;

/**
 * One answer of one row, in one or several of its bindings.
 *
 * @param format {@code JSON} or {@code MessagePack}
 * @param row the row's name, as on the command line
 * @param bindings those that gave the answer
 * @param differs whether another binding of the row gave another answer
 * @param question what was asked
 * @param answer what was observed
 * @param mark what a row with this answer bears beside its name; null for nothing
 * @param promise where the library's own documentation says otherwise or explains it; empty when
 *     nothing is known
 */
public record Finding(
    String format,
    String row,
    List<Binding> bindings,
    boolean differs,
    String question,
    Answer answer,
    @Nullable Mark mark,
    String promise) {

  /** The row, and where its bindings differ those that gave the answer. */
  String label() {
    return differs ? row + " " + inBrackets(bindings) : row;
  }

  /** As in {@code (RECORD, BEAN)}. */
  static String inBrackets(List<Binding> bindings) {
    return bindings.toString().replace('[', '(').replace(']', ')');
  }
}
