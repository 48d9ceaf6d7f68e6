package requestpath.codec.handwritten.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list that is the whole document; its elements may be null. */
final class Lists<E> extends JsonTemplate<List<E>> {
  /** The first element may be far smaller than the rest, so the estimate is limited. */
  private static final int MAX_ESTIMATE = 4096;

  private final JsonTemplate<E> element;

  Lists(JsonTemplate<E> element) {
    this.element = element;
  }

  @Override
  public int write(Output out, int at, List<E> list) throws IOException {
    int next = Output.character(out.reserve(at), at, '[');
    for (E value : list) {
      byte[] buffer = out.reserve(next);
      next = value == null ? Output.NULL.write(buffer, next) : element.write(out, next, value);
      next = Output.character(out.reserve(next), next, ',');
    }
    return out.close(next, ']');
  }

  @Override
  List<E> read(Input in, int at) throws IOException {
    int next = in.firstElement(at);
    if (next == Input.NONE) {
      return new ArrayList<>();
    }
    int first = next;
    @Nullable E value = readElement(in, next);
    // Assumes that all elements are as long as the first.
    int estimate = (in.bytes.length - first) / (in.end + 1 - first) + 2;
    List<@Nullable E> list = new ArrayList<>(Math.min(estimate, MAX_ESTIMATE));
    list.add(value);
    for (next = in.nextElement(in.end); next != Input.NONE; next = in.nextElement(in.end)) {
      list.add(readElement(in, next));
    }
    return list;
  }

  private @Nullable E readElement(Input in, int at) throws IOException {
    if (in.isNull(at)) {
      in.end = in.afterNull(at);
      return null;
    }
    return element.read(in, at);
  }
}
