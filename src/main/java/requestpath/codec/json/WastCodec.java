package requestpath.codec.json;

import io.github.wycst.wast.common.reflect.GenericParameterizedType;
import io.github.wycst.wast.json.JSON;
import io.github.wycst.wast.json.options.ReadOption;
import io.github.wycst.wast.json.options.WriteOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import requestpath.codec.AddedCheckException;
import requestpath.codec.DocumentLimits;
import requestpath.codec.LibraryCatalogue;
import requestpath.payload.Shape;

/**
 * wast.
 *
 * <p>Static methods, which is all that it has (https://github.com/wycst/wast). Bytes are its text
 * encoded: {@code toJsonBytes} writes broken UTF-8 for some texts beyond ASCII. Whether it
 * generates code it does not show.
 *
 * <p>Settings that make the answer equal to the others': {@code FullProperty} writes nulls, {@code
 * StrictMode} reads strictly. Its own reading and writing of doubles, once inexact
 * (https://github.com/wycst/wast/issues/2), is used as it is: it reads what encoders write exactly,
 * and a few other decimals to the neighbour of the right double. Its {@code
 * ReadOption.UseJDKDoubleParser} is deprecated, and nothing in version 0.0.28 reads it
 * (https://github.com/wycst/wast/blob/v0.0.28/src/main/java/io/github/wycst/wast/json/options/ReadOption.java).
 * Checked here: a document that is null is refused, and its last character must close it, since a
 * NUL or bytes beyond ASCII behind it are accepted. A text that is missing in a record becomes
 * empty and not null; an integer that does not fit an int is cut without a word. It also accepts
 * some that are not JSON: unknown escapes, control characters, a value missing before a comma, a
 * number that ends with its point. Its depth has no limit: what exhausts the stack is made an
 * exception here.
 */
final class WastCodec<T> implements JsonCodec<T> {
  private static final WriteOption[] WRITING = {WriteOption.FullProperty};
  private static final ReadOption[] READING = {ReadOption.StrictMode};

  private final Shape<T> shape;
  private final GenericParameterizedType<T> type;

  @SuppressWarnings("unchecked") // The shape says that its type is T's.
  WastCodec(Shape<T> shape) {
    this.shape = shape;
    type = (GenericParameterizedType<T>) GenericParameterizedType.of(shape.type());
  }

  /** What is known of the variant before it runs. */
  static JsonDescriptor descriptor() {
    // It rounds some decimals up that are halfway between two doubles, or almost.
    return JsonDescriptor.UNLIMITED.reading(
        DocumentLimits.NONE.noHardDecimal(
            "https://github.com/wycst/wast/blob/v0.0.28/src/main/java/io/github/wycst/wast/common/utils/NumberUtils.java"));
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    return toText(value).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toText(T value) throws IOException {
    try {
      return JSON.toJsonString(value, WRITING);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public T fromBytes(byte[] json) throws IOException {
    DocumentEnd.require(json, shape);
    @Nullable T value = read(json);
    if (value == null) {
      throw new AddedCheckException("the document is null, not a " + shape);
    }
    return value;
  }

  private @Nullable T read(byte[] json) throws IOException {
    try {
      return JSON.parse(json, type, READING);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public String description() {
    return "wast "
        + LibraryCatalogue.version("io.github.wycst:wast")
        + ": JSON.toJsonString, for bytes with String.getBytes; JSON.parse(byte[])";
  }
}
