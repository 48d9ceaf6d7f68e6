package requestpath.harness.fork;

import java.io.File;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.ExternalProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;

/**
 * Lets a fork load a native library without a warning, and records debug information between
 * safepoints: without it a profile shows the wrong inlined methods.
 */
public class NativeAccess implements ExternalProfiler {
  /** The first JDK that warns of native libraries, and soon refuses them. */
  private static final int WARNING_JDK = 24;

  /** For JMH, which makes profilers by reflection. */
  public NativeAccess() {}

  @Override
  public String getDescription() {
    return "JVM options for profiling";
  }

  @Override
  public Collection<String> addJVMOptions(BenchmarkParams params) {
    List<String> debug = List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints");
    return feature(params.getJdkVersion()) < WARNING_JDK
        ? debug
        : List.of(debug.get(0), debug.get(1), "--enable-native-access=ALL-UNNAMED");
  }

  /** The first number of a version. */
  public static int feature(String version) {
    String number = version.split("[^0-9]", 2)[0];
    return number.isEmpty() ? 0 : Integer.parseInt(number);
  }

  @Override
  public Collection<String> addJVMInvokeOptions(BenchmarkParams params) {
    return List.of();
  }

  @Override
  public void beforeTrial(BenchmarkParams params) {
    // There is nothing to prepare.
  }

  @Override
  public Collection<? extends Result<?>> afterTrial(
      BenchmarkResult result, long pid, File standardOut, File standardErr) {
    return List.of();
  }

  @Override
  public boolean allowPrintOut() {
    return true;
  }

  @Override
  public boolean allowPrintErr() {
    return true;
  }
}
