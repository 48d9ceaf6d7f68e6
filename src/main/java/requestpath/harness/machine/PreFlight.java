package requestpath.harness.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is wrong with a machine or a JVM for measuring, seen before the first fork. */
public final class PreFlight {
  /** More processes than this want a core already, of each core. */
  private static final double BUSY_LOAD = 0.3;

  /** A share of stolen time that shows in figures. */
  private static final double STOLEN = 0.01;

  /** Of a fork beside its heap, in bytes. */
  private static final long BESIDE_HEAP = 256L << 20;

  private PreFlight() {}

  /**
   * Looks at the machine and the JVMs that forks will have.
   *
   * @param stolen the share of the CPU's time that others took just now
   * @return one sentence for each thing that is wrong, with its reason
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
                        + ": its clock changes with the load; performance keeps it"));
    machine
        .cpuQuotaCores()
        .filter(quota -> quota < machine.cores())
        .ifPresent(
            quota ->
                warnings.add(
                    String.format(
                        Locale.ROOT,
                        "the container may use %.1f of %d cores: it is stopped for a while whenever"
                            + " it used more",
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
        Math.min(
            Machine.availableBytes().orElse(Long.MAX_VALUE),
            machine.memoryLimitBytes().orElse(Long.MAX_VALUE));
    return available >= needed
        ? List.of()
        : List.of(
            (available >> 20)
                + " MiB of memory are free and a fork wants about "
                + (needed >> 20)
                + ": it may be killed, or swapped out");
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
