package requestpath.bench;

import java.util.Optional;
import org.openjdk.jmh.annotations.Param;
import requestpath.payload.Binding;
import requestpath.payload.Payload;
import requestpath.payload.Support;

/**
 * The base class of benchmarks of costly habits. They compare each habit with the {@code careful}
 * way, with the same library, settings and records. A cost per call matters most for one small
 * record, a cost per byte for a thousand records. They run only when named.
 */
public abstract class Misuse extends SteadyState {
  static final Payload PAYLOAD = Payload.DOCUMENT;
  static final Binding BINDING = Binding.RECORD;

  @Param("1000")
  public int size;

  @Override
  public Optional<Baseline> baseline() {
    return Optional.of(Baseline.method("careful"));
  }

  @Override
  public Support support() {
    Payload.requireSize(size);
    return Support.YES;
  }

  @Override
  public boolean runsUnasked() {
    return false;
  }
}
