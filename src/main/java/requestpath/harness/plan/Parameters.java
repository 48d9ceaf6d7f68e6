package requestpath.harness.plan;

import java.util.Optional;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.runner.WorkloadParams;
import requestpath.harness.machine.Secrets;

/** JMH's parameters of a variant whose forks ran one by one. */
public final class Parameters {
  private static final String JAVA = "java";

  private Parameters() {}

  /**
   * The parameters of one fork, with the number of all forks, and without the path of the JVM.
   *
   * @param side the configuration it ran under, if the run has two
   */
  public static BenchmarkParams ofForks(BenchmarkParams one, int forks, Optional<Side> side) {
    WorkloadParams values = values(one);
    if (side.isPresent()) {
      values.put(Side.PARAMETER, side.get().label(), one.getParamsKeys().size());
    }
    return with(one, forks, values, JAVA);
  }

  /** The parameters without secrets in the JVM arguments. */
  public static BenchmarkParams withoutSecrets(BenchmarkParams one) {
    return with(one, one.getForks(), values(one), one.getJvm());
  }

  private static WorkloadParams values(BenchmarkParams one) {
    WorkloadParams values = new WorkloadParams();
    int order = 0;
    for (String name : one.getParamsKeys()) {
      values.put(name, one.getParam(name), order++);
    }
    return values;
  }

  private static BenchmarkParams with(
      BenchmarkParams one, int forks, WorkloadParams values, String jvm) {
    return new BenchmarkParams(
        one.getBenchmark(),
        one.generatedBenchmark(),
        one.shouldSynchIterations(),
        one.getThreads(),
        one.getThreadGroups(),
        one.getThreadGroupLabels(),
        forks,
        one.getWarmupForks(),
        one.getWarmup(),
        one.getMeasurement(),
        one.getMode(),
        values,
        one.getTimeUnit(),
        one.getOpsPerInvocation(),
        jvm,
        Secrets.hiddenInEach(one.getJvmArgs()),
        one.getJdkVersion(),
        one.getVmName(),
        one.getVmVersion(),
        one.getJmhVersion(),
        one.getTimeout());
  }
}
