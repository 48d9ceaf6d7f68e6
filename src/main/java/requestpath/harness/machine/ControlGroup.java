package requestpath.harness.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The control group of this program, by which Linux limits the memory of a container. */
final class ControlGroup {
  /** Where Linux shows control groups. */
  static final Path ROOT = Path.of("/sys/fs/cgroup");

  /** The names of this program's own. */
  static final Path OWN = Path.of("/proc/self/cgroup");

  private static final Pattern FIRST_VERSION = Pattern.compile("(?m)^\\d+:memory:/(.*)$");
  private static final Pattern SECOND_VERSION = Pattern.compile("(?m)^0::/(.*)$");

  private ControlGroup() {}

  /**
   * What the group keeps in memory of files and gives up when it needs room: the JVM counts it as
   * used.
   *
   * @param root where control groups are shown
   * @param own the text of {@link #OWN}
   * @return its bytes; 0 if they are not known
   */
  static long reclaimableBytes(Path root, String own) {
    Matcher first = FIRST_VERSION.matcher(own);
    if (first.find()) {
      return statistic(root.resolve("memory"), first.group(1), "total_inactive_file");
    }
    Matcher second = SECOND_VERSION.matcher(own);
    return second.find() ? statistic(root, second.group(1), "inactive_file") : 0;
  }

  private static long statistic(Path root, String group, String name) {
    Pattern pattern = Pattern.compile("(?m)^" + name + " (\\d+)$");
    // A container may see only its own group, at the root, though the name is that of the machine.
    for (Path place : List.of(root.resolve(group), root)) {
      Matcher matcher = pattern.matcher(Machine.read(place.resolve("memory.stat")).orElse(""));
      if (matcher.find()) {
        return Long.parseLong(matcher.group(1));
      }
    }
    return 0;
  }
}
