package requestpath.msgpack.handwritten;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import requestpath.handwritten.EncodedTextCache;

/** Each thread's output, kept from message to message. */
final class Outputs {
  private final @Nullable EncodedTextCache texts;
  private final ThreadLocal<Idle> idle = ThreadLocal.withInitial(Idle::new);

  /** A thread's output while it is not in use: a map that is written may itself write. */
  private static final class Idle {
    @Nullable Output output;
  }

  Outputs(@Nullable EncodedTextCache texts) {
    this.texts = texts;
  }

  /** Whether texts are kept. */
  boolean isCached() {
    return texts != null;
  }

  /** What a template writes of a value. */
  <T> byte[] write(Template<T> template, T value) throws IOException {
    Idle own = idle.get();
    Output out = take(own);
    try {
      return out.toByteArray(template.write(out, 0, value));
    } finally {
      out.forgetLarge();
      own.output = out;
    }
  }

  private Output take(Idle own) {
    Output out = own.output;
    if (out == null) {
      return new Output(texts);
    }
    own.output = null;
    return out;
  }
}
