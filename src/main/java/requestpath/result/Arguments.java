package requestpath.result;

import java.util.ArrayList;
import java.util.List;

/** The recorded command line of a run. */
public final class Arguments {
  private Arguments() {}

  /**
   * A command line without some options and their values, whether a value follows its option or is
   * attached to it by an equals sign.
   *
   * @param options such as {@code --out}, each with a value
   */
  public static List<String> without(List<String> arguments, List<String> options) {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (options.contains(argument)) {
        i++;
      } else if (options.stream().noneMatch(option -> argument.startsWith(option + "="))) {
        others.add(argument);
      }
    }
    return List.copyOf(others);
  }
}
