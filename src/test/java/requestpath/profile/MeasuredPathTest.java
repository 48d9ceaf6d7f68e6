package requestpath.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import one.convert.Frame;
import org.junit.jupiter.api.Test;

/** What of a recording is measured, and whose it is. */
class MeasuredPathTest {
  private static final String STUB =
      "a.b.jmh_generated.Encode_toBytes_jmhTest.toBytes_avgt_jmhStub";
  private static final String TRIAL =
      "a.b.jmh_generated.Encode_toBytes_jmhTest.toBytes_AverageTime";
  private static final String METHOD = "a.b.Encode.toBytes";
  private static final String WORKER = "[a.b.Encode.toBytes-jmh-worker-1 tid=7]";

  @Test
  void stacksBeginWithTheBenchmarkMethod() {
    MeasuredPath path =
        path(
            stack(WORKER, 6, TRIAL, STUB, METHOD, "lib.Writer.write"),
            stack(WORKER, 2, TRIAL, STUB, METHOD));

    assertThat(path.total()).isEqualTo(8);
    assertThat(path.stacks().get(0).frames())
        .extracting(CallStackFrame::name)
        .containsExactly(METHOD, "lib.Writer.write");
    assertThat(path.sentence()).isEmpty();
  }

  @Test
  void whatIsNotMeasuredIsLeftOutAndTold() {
    MeasuredPath path =
        path(
            stack(WORKER, 50, TRIAL, STUB, METHOD),
            stack(WORKER, 10, TRIAL, STUB),
            stack(WORKER, 5, TRIAL, STUB, "org.openjdk.jmh.infra.Blackhole.toBytes"),
            stack(WORKER, 10, TRIAL, "a.b.Encode.verify", METHOD, "lib.Writer.write"),
            stack(WORKER, 5, "lib.Writer.write"),
            stack("[C2 CompilerThre tid=3]", 10, "Compile::Compile"),
            stack("[GC Thread#0 tid=4]", 5, "G1ParTask::work"),
            stack("[tid=9]", 5, "start_thread"));

    assertThat(path.total()).isEqualTo(50);
    assertThat(path.sentence())
        .hasValue(
            "not shown of what was recorded: JMH's loop 15.0%, set-up and correctness check 10.0%, garbage"
                + " collector 5.0%, compiler 10.0%, stacks that cannot be read 5.0%, other threads"
                + " 5.0%");
  }

  @Test
  void framesAreToldApartByTheirOwners() {
    assertThat(Owner.ofJava("java.util.HashMap.get")).isEqualTo(Owner.JDK);
    assertThat(Owner.ofJava("jdk.internal.math.DoubleToDecimal.toString")).isEqualTo(Owner.JDK);
    assertThat(Owner.ofJava("javassist.Loader.load")).isEqualTo(Owner.LIBRARY);
    assertThat(Owner.ofJava("com.google.gson.Gson.toJson")).isEqualTo(Owner.LIBRARY);
    assertThat(Owner.ofJava("requestpath.codec.json.gson.GsonCodec.toBytes")).isEqualTo(Owner.OURS);
    assertThat(
            Owner.ofJava("requestpath.payload._Item_DslJsonConverter$ObjectFormatConverter.write"))
        .isEqualTo(Owner.LIBRARY);
    assertThat(Owner.ofJava("requestpath.payload.ItemUtf8WriterForyJsonCodec.writeUtf8"))
        .isEqualTo(Owner.LIBRARY);
    assertThat(Owner.ofJava("requestpath.payload.ItemData$$serializer.serialize"))
        .isEqualTo(Owner.LIBRARY);
    assertThat(Owner.ofJava("requestpath.payload.ItemData.write$Self$requestpath"))
        .isEqualTo(Owner.LIBRARY);
    assertThat(Owner.ofJava("requestpath.codec.json.ForyJsonCodec.toBytes")).isEqualTo(Owner.OURS);
    assertThat(Owner.ofJava("requestpath.json.jsonb.ItemJsonAdapter.toJson"))
        .isEqualTo(Owner.LIBRARY);
  }

  @Test
  void sharesAddUpToAllAndNameTheCaller() {
    SelfShares shares =
        SelfShares.of(
            path(
                stack(WORKER, 60, STUB, METHOD, "lib.Writer.write", "java.lang.Double.toString"),
                stack(WORKER, 20, STUB, METHOD, "lib.Other.write", "java.lang.Double.toString"),
                stack(WORKER, 20, STUB, METHOD, "lib.Writer.write")));

    assertThat(shares.frames().get(0).frame().name()).isEqualTo("java.lang.Double.toString");
    assertThat(shares.frames().get(0).share()).isCloseTo(0.8, within(1e-9));
    assertThat(shares.frames().get(0).caller()).hasValue("lib.Writer.write");
    assertThat(shares.byOwner().values().stream().mapToDouble(share -> share).sum())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void nothingSampledIsSaid() {
    assertThat(FrameList.lines(path()))
        .containsExactly("CPU time: nothing was sampled below the benchmark method");
  }

  private static MeasuredPath path(SampledStack... stacks) {
    return MeasuredPath.of(List.of(stacks), Event.CPU, METHOD);
  }

  private static SampledStack stack(String thread, long weight, String... frames) {
    return new SampledStack(
        thread,
        Arrays.stream(frames)
            .map(name -> new CallStackFrame(name, Frame.TYPE_JIT_COMPILED, Owner.ofJava(name)))
            .toList(),
        weight);
  }
}
