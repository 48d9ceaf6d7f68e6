package requestpath.measure;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.runner.WorkloadParams;

/** JMH's parameters of a row, whose forks ran one by one. */
final class Parameters {
  private Parameters() {}

  /** The parameters of one of the forks, with the number of all of them. */
  static BenchmarkParams ofForks(BenchmarkParams one, int forks) {
    WorkloadParams values = new WorkloadParams();
    int order = 0;
    for (String name : one.getParamsKeys()) {
      values.put(name, one.getParam(name), order++);
    }
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
        one.getJvm(),
        one.getJvmArgs(),
        one.getJdkVersion(),
        one.getVmName(),
        one.getVmVersion(),
        one.getJmhVersion(),
        one.getTimeout());
  }
}
