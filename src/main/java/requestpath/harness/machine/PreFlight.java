package requestpath.harness.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks the machine and the JVMs before the first fork. */
public final class PreFlight {
  /** The machine is busy above this load, per core. */
  private static final double BUSY_LOAD = 0.3;

  /** Stolen time above this share changes results. */
  private static final double STOLEN = 0.01;

  /** Memory of a fork besides its heap, in bytes. */
  private static final long BESIDE_HEAP = 256L << 20;

  private PreFlight() {}

  /**
   * Checks the machine and the JVMs of the forks.
   *
   * @param stolen the share of CPU time that other guests of the host take
   * @return one sentence for each problem, with its effect
   */
  public static List<String> warnings(
      Machine machine, List<Jvm> jvms, Optional<Double> load, double stolen) {
    List<String> warnings = new ArrayList<>();
    if (load.isPresent() && load.get() > BUSY_LOAD * machine.cores()) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "the load is %.1f on %d cores: other programs run, which widens intervals",
              load.get(),
              machine.cores()));
    }
    if (stolen > STOLEN) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%.0f%% of the CPU's time is stolen by other guests of this host, which widens"
                  + " intervals",
              100 * stolen));
    }
    machine
        .governor()
        .filter(governor -> !governor.equals("performance"))
        .ifPresent(
            governor ->
                warnings.add(
                    "the CPU's governor is "
                        + governor
                        + ": the clock changes with the load; use the governor performance"));
    machine
        .cpuQuotaCores()
        .filter(quota -> quota < machine.cores())
        .ifPresent(
            quota ->
                warnings.add(
                    String.format(
                        Locale.ROOT,
                        "the container may use %.1f of %d cores: it is paused whenever it uses"
                            + " more",
                        quota,
                        machine.cores())));
    for (Jvm jvm : jvms) {
      warnings.addAll(memory(machine, jvm));
      warnings.addAll(jvm(jvm));
    }
    return warnings.stream().distinct().toList();
  }

  private static List<String> memory(Machine machine, Jvm jvm) {
    long needed = JvmArguments.largestHeap(jvm.arguments()) + BESIDE_HEAP;
    long available =
        Math.min(Machine.freeBytes(), machine.memoryLimitBytes().orElse(Long.MAX_VALUE));
    return available >= needed
        ? List.of()
        : List.of(
            (available >> 20)
                + " MiB of memory are free and a fork needs about "
                + (needed >> 20)
                + ": the system may kill it or swap it out");
  }

  private static List<String> jvm(Jvm jvm) {
    List<String> warnings = new ArrayList<>();
    if (jvm.vm().contains("debug")) {
      warnings.add(jvm.vm() + " is a debug build: its times say nothing about a release");
    }
    if (jvm.info().contains("interpreted")) {
      warnings.add("this JVM only interprets (" + jvm.info() + "): nothing is compiled");
    }
    if (jvm.arguments().stream().anyMatch(argument -> argument.contains("jdwp"))) {
      warnings.add("a debugger's agent is loaded into the forks, which slows some code");
    }
    return warnings;
  }
}
