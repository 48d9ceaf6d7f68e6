package requestpath.codec.handwritten;

import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One buffer for each thread, kept from value to value.
 *
 * @param <B> what a format writes into
 */
public final class Outputs<B extends OutputBuffer> {
  private final Supplier<B> maker;
  private final ThreadLocal<Idle<B>> idle = ThreadLocal.withInitial(Idle::new);

  /** A thread's buffer while it is not in use: the code of a map may write another value. */
  private static final class Idle<B> {
    @Nullable B buffer;
  }

  private interface Ending<R> {
    R of(OutputBuffer out, int end);
  }

  /** Makes each buffer by this. */
  Outputs(Supplier<B> maker) {
    this.maker = maker;
  }

  /** Writes a value and returns it in an array of its own. */
  public <T> byte[] toBytes(Template<B, T> template, T value) throws IOException {
    return write(template, value, OutputBuffer::toByteArray);
  }

  /** The same in UTF-8 as text. */
  <T> String toText(Template<B, T> template, T value) throws IOException {
    return write(template, value, OutputBuffer::toText);
  }

  private <T, R> R write(Template<B, T> template, T value, Ending<R> ending) throws IOException {
    Idle<B> own = idle.get();
    B kept = own.buffer;
    own.buffer = null;
    B out = kept == null ? maker.get() : kept;
    try {
      return ending.of(out, template.write(out, 0, value));
    } finally {
      out.forgetLarge();
      own.buffer = out;
    }
  }
}
