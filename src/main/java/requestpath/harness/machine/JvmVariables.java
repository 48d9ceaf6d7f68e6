package requestpath.harness.machine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Environment variables that add arguments to every JVM, including forks. The launcher reads {@code
 * JDK_JAVA_OPTIONS} and {@code JDK_ALTERNATE_VM}, and JMH starts forks with the launcher. Release
 * builds of HotSpot do not read {@code .hotspotrc}.
 */
public final class JvmVariables {
  /** In the order in which they are read: the last one wins. */
  private static final List<String> NAMES =
      List.of("JDK_ALTERNATE_VM", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

  private static final List<String> OPENJ9_NAMES =
      List.of("OPENJ9_JAVA_OPTIONS", "IBM_JAVA_OPTIONS");

  private JvmVariables() {}

  /**
   * The variables that are set, without secrets.
   *
   * @param environment by name
   * @param vm the name of the JVM
   */
  public static Map<String, String> in(Map<String, String> environment, String vm) {
    Map<String, String> variables = new LinkedHashMap<>();
    List<String> others = vm.contains("OpenJ9") ? OPENJ9_NAMES : List.of();
    for (List<String> names : List.of(NAMES, others)) {
      for (String name : names) {
        String value = environment.getOrDefault(name, "").strip();
        if (!value.isEmpty()) {
          variables.put(name, Secrets.hiddenIn(value));
        }
      }
    }
    return variables;
  }

  /** One sentence of warning; empty where none is set. */
  public static Optional<String> warning(Map<String, String> variables) {
    return variables.isEmpty()
        ? Optional.empty()
        : Optional.of(
            inWords(variables)
                + " from the environment changes the JVM of every fork: unset "
                + String.join(" and ", variables.keySet())
                + " unless you intend that");
  }

  /** Such as {@code JAVA_TOOL_OPTIONS='-Xint'}. */
  public static String inWords(Map<String, String> variables) {
    return variables.entrySet().stream()
        .map(variable -> variable.getKey() + "='" + variable.getValue() + "'")
        .collect(Collectors.joining(" and "));
  }
}
