package requestpath.json.handwritten;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import requestpath.handwritten.DoubleCache;
import requestpath.handwritten.EncodedTextCache;

/** Each thread's output, kept from document to document. */
final class Outputs {
  private final @Nullable EncodedTextCache texts;
  private final @Nullable DoubleCache doubles;
  private final ThreadLocal<Idle> idle = ThreadLocal.withInitial(Idle::new);

  /** A thread's output while it is not in use: a map that is written may itself write. */
  private static final class Idle {
    @Nullable Output output;
  }

  Outputs(@Nullable EncodedTextCache texts, @Nullable DoubleCache doubles) {
    this.texts = texts;
    this.doubles = doubles;
  }

  /** Whether texts and doubles are kept. */
  boolean isCached() {
    return texts != null;
  }

  /** What a template writes of a value, in UTF-8. */
  <T> byte[] toBytes(Template<T> template, T value) throws IOException {
    Idle own = idle.get();
    Output out = take(own);
    try {
      return out.toByteArray(template.write(out, 0, value));
    } finally {
      out.forgetLarge();
      own.output = out;
    }
  }

  /** The same as text. */
  <T> String toText(Template<T> template, T value) throws IOException {
    Idle own = idle.get();
    Output out = take(own);
    try {
      return out.toText(template.write(out, 0, value));
    } finally {
      out.forgetLarge();
      own.output = out;
    }
  }

  private Output take(Idle own) {
    Output out = own.output;
    if (out == null) {
      return new Output(texts, doubles);
    }
    own.output = null;
    return out;
  }
}
