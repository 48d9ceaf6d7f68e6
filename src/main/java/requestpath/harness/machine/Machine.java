package requestpath.harness.machine;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The machine. Other systems than Linux show less of it.
 *
 * @param cpu its name
 * @param cores that the JVM may use
 * @param caches of one core, such as {@code L1 Data 32K}
 * @param memoryBytes of the machine
 * @param kernel name and version
 * @param governor how the clock of the CPU is chosen
 * @param cpuQuotaCores the limit of the container
 * @param memoryLimitBytes the limit of the container
 */
public record Machine(
    String cpu,
    int cores,
    List<String> caches,
    long memoryBytes,
    String kernel,
    Optional<String> governor,
    Optional<Double> cpuQuotaCores,
    Optional<Long> memoryLimitBytes) {
  private static final Path CPU = Path.of("/sys/devices/system/cpu/cpu0");
  private static final Pattern MODEL = Pattern.compile("(?m)^model name\\s*:\\s*(.+)$");
  private static final Path MEMORY = Path.of("/proc/meminfo");
  private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s*(\\d+) kB$");
  private static final Pattern TOTAL = Pattern.compile("(?m)^MemTotal:\\s*(\\d+) kB$");

  /** Column of the stolen time in the first line of {@code /proc/stat}, after its name. */
  private static final int STEAL_COLUMN = 7;

  private static final int BYTES_A_KIBIBYTE = 1024;

  /** This machine. */
  public static Machine here() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Machine(
        cpuName(),
        Runtime.getRuntime().availableProcessors(),
        cacheSizes(),
        system.getTotalMemorySize(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        read(CPU.resolve("cpufreq/scaling_governor")),
        quota(),
        memoryLimit(system.getTotalMemorySize(), read(MEMORY).orElse("")));
  }

  private static String cpuName() {
    Optional<String> info = read(Path.of("/proc/cpuinfo"));
    Matcher model = MODEL.matcher(info.orElse(""));
    return model.find() ? model.group(1).strip() : System.getProperty("os.arch", "unknown");
  }

  private static List<String> cacheSizes() {
    List<String> caches = new ArrayList<>();
    for (int index = 0; index < 8; index++) {
      Path cache = CPU.resolve("cache/index" + index);
      Optional<String> size = read(cache.resolve("size"));
      if (size.isPresent()) {
        caches.add(
            "L"
                + read(cache.resolve("level")).orElse("?")
                + " "
                + read(cache.resolve("type")).orElse("")
                + " "
                + size.get());
      }
    }
    return List.copyOf(caches);
  }

  /** The number of cores that the container may use. */
  private static Optional<Double> quota() {
    String[] limit = read(ControlGroup.ROOT.resolve("cpu.max")).orElse("max 1").split(" ", -1);
    return limit.length != 2 || limit[0].equals("max")
        ? Optional.empty()
        : Optional.of(Double.parseDouble(limit[0]) / Double.parseDouble(limit[1]));
  }

  /** The system load over the last minute; empty if it is not known. */
  public static Optional<Double> load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? Optional.empty() : Optional.of(load);
  }

  /** Memory that new processes can take, in bytes: the machine's, or what its container leaves. */
  public static long freeBytes() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    String memory = read(MEMORY).orElse("");
    long available = bytes(AVAILABLE, memory).orElse(system.getFreeMemorySize());
    if (memoryLimit(system.getTotalMemorySize(), memory).isEmpty()) {
      return available;
    }
    long files =
        ControlGroup.reclaimableBytes(ControlGroup.ROOT, read(ControlGroup.OWN).orElse(""));
    return Math.min(available, system.getFreeMemorySize() + files);
  }

  /**
   * The limit of the container, which the JVM finds for both versions of Linux's control groups;
   * empty without one.
   *
   * @param total memory as the JVM sees it
   * @param memory the text of {@code /proc/meminfo}, which is that of the machine in every
   *     container
   */
  static Optional<Long> memoryLimit(long total, String memory) {
    return bytes(TOTAL, memory).filter(machine -> total < machine).map(machine -> total);
  }

  private static Optional<Long> bytes(Pattern pattern, String memory) {
    Matcher matcher = pattern.matcher(memory);
    return matcher.find()
        ? Optional.of(Long.parseLong(matcher.group(1)) * BYTES_A_KIBIBYTE)
        : Optional.empty();
  }

  /**
   * CPU time so far.
   *
   * @param total in ticks, of all cores
   * @param stolen by other guests of the host, in ticks
   */
  public record Ticks(long total, long stolen) {
    /** The share that was stolen since then. */
    public double stolenSince(Ticks before) {
      long all = total - before.total;
      return all <= 0 ? 0 : (double) (stolen - before.stolen) / all;
    }
  }

  /** CPU time so far; all 0 if it is not known. */
  public static Ticks ticks() {
    String[] columns =
        read(Path.of("/proc/stat"))
            .orElse("cpu")
            .lines()
            .findFirst()
            .orElse("cpu")
            .split("\\s+", -1);
    long total = 0;
    for (int i = 1; i < columns.length; i++) {
      total += Long.parseLong(columns[i]);
    }
    return new Ticks(
        total, columns.length > STEAL_COLUMN + 1 ? Long.parseLong(columns[STEAL_COLUMN + 1]) : 0);
  }

  /** The text of a file; empty if there is none, as on other systems than Linux. */
  static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
    } catch (IOException notOnThisSystem) {
      return Optional.empty();
    }
  }
}
