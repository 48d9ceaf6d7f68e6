package requestpath.bench;

import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.codec.json.JsonVerification;
import requestpath.harness.api.InFork;

/** The records and the correctness check of those {@link Misuse} benchmarks that write JSON. */
public abstract class EncodeMisuse extends Misuse {
  List<Object> values;

  @Setup(Level.Trial)
  public void setUpValues() {
    values = PAYLOAD.values(BINDING, size);
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    InFork.requireCorrectSized(
        () ->
            JsonVerification.encoder(
                input -> {
                  values = input;
                  return InFork.call(this, measured);
                },
                values,
                PAYLOAD,
                BINDING));
  }
}
