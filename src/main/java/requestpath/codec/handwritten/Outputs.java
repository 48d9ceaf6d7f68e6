package requestpath.codec.handwritten;

import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Each thread's buffer, kept from value to value.
 *
 * @param <B> what a format writes into
 */
public final class Outputs<B extends OutputBuffer> {
  private final Supplier<B> maker;
  private final ThreadLocal<Idle<B>> idle = ThreadLocal.withInitial(Idle::new);

  /** A thread's buffer while it is not in use: a map that is written may itself write. */
  private static final class Idle<B> {
    @Nullable B buffer;
  }

  /**
   * Writes values of one type.
   *
   * @param <B> what it writes into
   * @param <T> the type
   */
  public interface Writer<B, T> {
    /** Writes a value at a position of the buffer and returns the position behind it. */
    int write(B out, int at, T value) throws IOException;
  }

  private interface Ending<R> {
    R of(OutputBuffer out, int end);
  }

  /** With buffers of this making. */
  public Outputs(Supplier<B> maker) {
    this.maker = maker;
  }

  /** What is written of a value, in an array of its own. */
  public <T> byte[] toBytes(Writer<B, T> writer, T value) throws IOException {
    return write(writer, value, OutputBuffer::toByteArray);
  }

  /** What is written of a value in UTF-8, as text. */
  public <T> String toText(Writer<B, T> writer, T value) throws IOException {
    return write(writer, value, OutputBuffer::toText);
  }

  private <T, R> R write(Writer<B, T> writer, T value, Ending<R> ending) throws IOException {
    Idle<B> own = idle.get();
    B kept = own.buffer;
    own.buffer = null;
    B out = kept == null ? maker.get() : kept;
    try {
      return ending.of(out, writer.write(out, 0, value));
    } finally {
      out.forgetLarge();
      own.buffer = out;
    }
  }
}
