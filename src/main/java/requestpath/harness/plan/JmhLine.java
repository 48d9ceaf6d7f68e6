package requestpath.harness.plan;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import requestpath.harness.api.UsageException;

/**
 * JMH's part of the command line.
 *
 * @param arguments JMH's options and patterns
 * @param options the same as JMH parses them
 * @param parameterNames the names that {@code -p} gives values for
 */
public record JmhLine(
    List<String> arguments, CommandLineOptions options, Set<String> parameterNames) {
  private static final Pattern NO_CONSTANT =
      Pattern.compile("No enum constant (?:\\w+\\.)*(\\w+)\\.(\\w+)");

  private static final Pattern NOT_RECOGNIZED = Pattern.compile("\\S+ is not a recognized option");

  /** As in {@code -pn=5} and {@code --p=n=5}; but not {@code -prof gc:churn=true}. */
  private static final Pattern ATTACHED_PARAMETER = Pattern.compile("--?p=?(?!rof)(\\w+)=.*");

  /**
   * Parses it.
   *
   * @throws UsageException when JMH does not accept it, or a pattern is not a regular expression
   */
  public static JmhLine of(List<String> arguments) throws UsageException {
    try {
      CommandLineOptions options = new CommandLineOptions(arguments.toArray(String[]::new));
      requirePatterns(options.getIncludes());
      requirePatterns(options.getExcludes());
      return new JmhLine(List.copyOf(arguments), options, parameterNames(arguments));
    } catch (CommandLineOptionException | IllegalStateException | IllegalArgumentException e) {
      // JMH's own exception, and those that it does not catch, as for an unknown mode.
      String message = String.valueOf(e.getMessage());
      throw new UsageException(
          NOT_RECOGNIZED.matcher(message).matches()
              ? culprit(message, arguments) + " is not a recognized option: -h lists all options"
              : reworded(message));
    }
  }

  /**
   * The argument that causes a message, as the user wrote it: the last of the shortest beginning of
   * the command line that JMH rejects in the same way. JMH's message has it without its dashes.
   */
  private static String culprit(String message, List<String> arguments) {
    for (int end = 1; end < arguments.size(); end++) {
      if (problem(arguments.subList(0, end)).equals(message)) {
        return arguments.get(end - 1);
      }
    }
    return arguments.get(arguments.size() - 1);
  }

  /** Why JMH rejects arguments; empty if it accepts them. */
  private static String problem(List<String> arguments) {
    try {
      new CommandLineOptions(arguments.toArray(String[]::new));
      return "";
    } catch (CommandLineOptionException | IllegalStateException | IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** JMH's message in one line, without names of Java classes, and with a way out. */
  private static String reworded(String message) {
    Matcher constant = NO_CONSTANT.matcher(message);
    if (constant.matches()) {
      return constant.group(2) + " is not a " + words(constant.group(1)) + ": -h lists them";
    }
    if (message.startsWith("Unable to parse parameter string")) {
      return message + ": write -p name=value";
    }
    return message.replaceAll("\\R\\s*", ", ") + ": -h lists all options";
  }

  private static String words(String className) {
    return className.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static void requirePatterns(Collection<String> patterns) throws UsageException {
    for (String pattern : patterns) {
      try {
        Pattern.compile(pattern);
      } catch (PatternSyntaxException e) {
        throw new UsageException(
            pattern
                + " is not a regular expression ("
                + e.getDescription()
                + "): quote it with \\");
      }
    }
  }

  /** The names that {@code -p} gives values for. JMH has no method for them. */
  private static Set<String> parameterNames(List<String> arguments) {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      Matcher attached = ATTACHED_PARAMETER.matcher(argument);
      if ((argument.equals("-p") || argument.equals("--p")) && i + 1 < arguments.size()) {
        names.add(arguments.get(i + 1).split("=", 2)[0]);
      } else if (attached.matches()) {
        names.add(attached.group(1));
      }
    }
    return names;
  }
}
