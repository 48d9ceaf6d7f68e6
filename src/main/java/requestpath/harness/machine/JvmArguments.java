package requestpath.harness.machine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.options.Options;
import requestpath.harness.plan.Against;

/**
 * The arguments of a fork's JVM. An argument of the command line replaces the recipe's argument for
 * the same thing, whichever option gives it. JMH itself only appends, and a JVM refuses two
 * collectors. The arguments of {@code --against-args} replace both in the same way.
 *
 * @param all in the order in which the JVM gets them
 * @param replaced those of the recipe that are not among them
 */
public record JvmArguments(List<String> all, List<String> replaced) {
  private static final Pattern COLLECTOR =
      Pattern.compile(
          "-XX:([+-])Use(Serial|Parallel|ParallelOld|ConcMarkSweep|G1|Z|Shenandoah|Epsilon)GC");

  /** Options of G1 alone. */
  private static final Pattern ONLY_G1 = Pattern.compile("-XX:[+-]?G1\\w+(=.*)?");

  private static final Pattern REGION = Pattern.compile("-XX:G1HeapRegionSize=(.+)");

  /** A heap with fewer regions needs smaller regions. */
  private static final long FEWEST_REGIONS = 32;

  /** The heap's size as a share of the machine's memory; any size in bytes overrides it. */
  private static final Pattern SHARE_OF_MEMORY =
      Pattern.compile("-XX:(?:Initial|Min|Max)RAM\\w*=.*");

  private static final Pattern INITIAL_HEAP =
      Pattern.compile("(?:-Xms|-ms|-XX:InitialHeapSize=)(.+)");
  private static final Pattern LARGEST_HEAP = Pattern.compile("(?:-Xmx|-mx|-XX:MaxHeapSize=)(.+)");
  private static final Pattern FLAG = Pattern.compile("-XX:[+-]?(\\w+)(?:=.*)?");

  /**
   * Flags that a JVM takes many times, all of which count: HotSpot's lists of strings ({@code
   * ccstrlist} in {@code -XX:+PrintFlagsFinal}), and recordings.
   */
  private static final Set<String> ACCUMULATING =
      Set.of(
          "CompileCommand",
          "CompileOnly",
          "ControlIntrinsic",
          "DisableIntrinsic",
          "OnError",
          "OnOutOfMemoryError",
          "StartFlightRecording",
          "VerifyGCType",
          "VerifySubSet");

  /** Options whose value may follow after a blank instead of an equals sign. */
  private static final Set<String> WITH_VALUE_BEHIND =
      Set.of(
          "--add-exports",
          "--add-modules",
          "--add-opens",
          "--add-reads",
          "--class-path",
          "--enable-native-access",
          "--limit-modules",
          "--module-path",
          "--patch-module",
          "--upgrade-module-path");

  /** Short names, which have no form with an equals sign. */
  private static final Map<String, String> ALIASES =
      Map.of("-classpath", "--class-path", "-cp", "--class-path", "-p", "--module-path");

  private static final Pattern PROPERTY = Pattern.compile("(-D[^=]+)(?:=.*)?");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,18})([kKmMgGtT]?)");

  /**
   * The arguments of a fork.
   *
   * @param recipe the arguments that its benchmark declares; {@code -jvmArgs} replaces all of them,
   *     as in JMH
   * @param line the command line
   * @param against what the fork adds, if it is on the other side
   */
  public static JvmArguments of(
      Collection<String> recipe, Options line, Optional<Against> against) {
    List<String> before = expanded(line.getJvmArgsPrepend().orElse(List.of()));
    List<String> after = expanded(line.getJvmArgsAppend().orElse(List.of()));
    List<String> other = against.map(side -> expanded(side.arguments())).orElse(List.of());
    boolean isReplaced = line.getJvmArgs().hasValue();
    List<String> middle =
        isReplaced
            ? under(expanded(line.getJvmArgs().get()), other)
            : under(List.copyOf(recipe), joined(before, after, other));
    List<String> all = joined(under(before, other), middle, under(after, other), other);
    List<String> replaced = new ArrayList<>(recipe);
    replaced.removeAll(all);
    return new JvmArguments(all, List.copyOf(replaced));
  }

  /** Those in files among them, and each with its value in one. */
  private static List<String> expanded(Collection<String> arguments) {
    List<String> whole = new ArrayList<>();
    String option = "";
    for (String argument : ArgumentFiles.expand(arguments)) {
      if (!option.isEmpty()) {
        whole.add(ALIASES.getOrDefault(option, option) + "=" + argument);
        option = "";
      } else if (WITH_VALUE_BEHIND.contains(ALIASES.getOrDefault(argument, argument))) {
        option = argument;
      } else {
        whole.add(argument);
      }
    }
    if (!option.isEmpty()) {
      whole.add(option);
    }
    return List.copyOf(whole);
  }

  @SafeVarargs
  private static List<String> joined(List<String>... lists) {
    List<String> all = new ArrayList<>();
    for (List<String> list : lists) {
      all.addAll(list);
    }
    return List.copyOf(all);
  }

  /** The arguments that others do not replace. */
  private static List<String> under(List<String> arguments, List<String> others) {
    Set<String> named = new HashSet<>();
    others.forEach(argument -> named.add(subject(argument)));
    boolean isCollector = others.stream().anyMatch(JvmArguments::isCollector);
    boolean isOtherThanG1 = others.stream().anyMatch(JvmArguments::isOtherThanG1);
    boolean isShare = others.stream().anyMatch(other -> SHARE_OF_MEMORY.matcher(other).matches());
    Optional<String> initial = last(INITIAL_HEAP, others);
    Optional<String> largest = last(LARGEST_HEAP, others);
    List<String> left = new ArrayList<>();
    for (String argument : arguments) {
      boolean isInitial = INITIAL_HEAP.matcher(argument).matches();
      boolean isLargest = LARGEST_HEAP.matcher(argument).matches();
      if (isInitial || isLargest) {
        if (isShare || named.contains(subject(argument))) {
          continue;
        }
        if (isInitial && largest.isPresent()) {
          // Both sizes stay equal, as in the recipe.
          left.add("-Xms" + largest.get());
        } else if (isLargest && initial.isPresent() && exceeds(initial.get(), argument)) {
          left.add("-Xmx" + initial.get());
        } else {
          left.add(argument);
        }
      } else if (!named.contains(subject(argument))
          && !(isCollector && COLLECTOR.matcher(argument).matches())
          && !(isOtherThanG1 && ONLY_G1.matcher(argument).matches())
          && !(largest.isPresent() && isTooLargeRegion(argument, largest.get()))) {
        left.add(argument);
      }
    }
    return List.copyOf(left);
  }

  private static boolean isCollector(String argument) {
    Matcher collector = COLLECTOR.matcher(argument);
    return collector.matches() && collector.group(1).equals("+");
  }

  /** G1 may not start with so few regions. */
  private static boolean isTooLargeRegion(String argument, String largestHeap) {
    Matcher region = REGION.matcher(argument);
    return region.matches() && bytes(largestHeap) < FEWEST_REGIONS * bytes(region.group(1));
  }

  /** Whether the argument selects another collector or turns G1 off. */
  private static boolean isOtherThanG1(String argument) {
    Matcher collector = COLLECTOR.matcher(argument);
    return collector.matches() && collector.group(1).equals("+") != collector.group(2).equals("G1");
  }

  /**
   * What an argument sets; of two that set the same, only one counts. Arguments that accumulate set
   * only themselves, as do agents, {@code --add-opens} and its like, and {@code -Xlog}.
   */
  private static String subject(String argument) {
    if (INITIAL_HEAP.matcher(argument).matches()) {
      return "InitialHeapSize";
    }
    if (LARGEST_HEAP.matcher(argument).matches()) {
      return "MaxHeapSize";
    }
    for (Pattern pattern : List.of(FLAG, PROPERTY)) {
      Matcher matcher = pattern.matcher(argument);
      if (matcher.matches() && !ACCUMULATING.contains(matcher.group(1))) {
        return matcher.group(1);
      }
    }
    return argument;
  }

  private static Optional<String> last(Pattern pattern, List<String> arguments) {
    Optional<String> last = Optional.empty();
    for (String argument : arguments) {
      Matcher matcher = pattern.matcher(argument);
      if (matcher.matches()) {
        last = Optional.of(matcher.group(1));
      }
    }
    return last;
  }

  private static boolean exceeds(String size, String largestHeap) {
    Matcher largest = LARGEST_HEAP.matcher(largestHeap);
    return largest.matches() && bytes(size) > bytes(largest.group(1));
  }

  /** The largest heap of these arguments in bytes; 0 where none is named. */
  public static long largestHeap(List<String> arguments) {
    return last(LARGEST_HEAP, arguments).map(JvmArguments::bytes).orElse(0L);
  }

  /** A size as the JVM reads it, in bytes; 0 if it is not a size, which the JVM will report. */
  private static long bytes(String size) {
    Matcher matcher = SIZE.matcher(size);
    if (!matcher.matches()) {
      return 0;
    }
    int shift =
        switch (matcher.group(2)) {
          case "k", "K" -> 10;
          case "m", "M" -> 20;
          case "g", "G" -> 30;
          case "t", "T" -> 40;
          default -> 0;
        };
    return Long.parseLong(matcher.group(1)) << shift;
  }
}
