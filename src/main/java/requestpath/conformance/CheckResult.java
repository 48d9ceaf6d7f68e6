package requestpath.conformance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import requestpath.codec.Mark;
import requestpath.payload.Binding;

/**
 * One result of one variant, in one or several of its bindings.
 *
 * @param format {@code JSON} or {@code MessagePack}
 * @param names the names of the check
 * @param row the variant's name, as on the command line
 * @param bindings the bindings with this result
 * @param differs whether another binding of the variant has another result
 * @param check the check's title
 * @param outcome what was observed
 * @param mark the mark of a variant with this result; null for none
 * @param promise where the library's own documentation says otherwise or explains it; empty when
 *     nothing is known
 */
public record CheckResult(
    String format,
    CheckNames names,
    String row,
    List<Binding> bindings,
    boolean differs,
    String check,
    Outcome outcome,
    @Nullable Mark mark,
    String promise) {

  /** The variant's name; if its bindings differ, also those with this result. */
  String label() {
    return differs ? row + " " + inBrackets(bindings) : row;
  }

  /** As in {@code (RECORD, BEAN)}. */
  static String inBrackets(List<Binding> bindings) {
    return bindings.toString().replace('[', '(').replace(']', ')');
  }
}
