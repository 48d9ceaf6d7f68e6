package requestpath.codec.handwritten.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list that is the whole document; any of its elements may be null. */
final class Lists<E> extends Template<List<E>> {
  /**
   * The first element may be far smaller than the rest, so what it tells is believed to a point.
   */
  private static final int MAX_ESTIMATE = 4096;

  private final Template<E> element;

  Lists(Template<E> element) {
    this.element = element;
  }

  @Override
  public int write(Output out, int at, List<E> list) throws IOException {
    int next = Output.character(out.reserve(at), at, '[');
    for (E value : list) {
      byte[] buffer = out.reserve(next);
      next = value == null ? Output.nothing(buffer, next) : element.write(out, next, value);
      next = Output.character(out.reserve(next), next, ',');
    }
    byte[] buffer = out.reserve(next);
    if (buffer[next - 1] == ',') {
      next--;
    }
    return Output.character(buffer, next, ']');
  }

  @Override
  List<E> read(Input in, int at) throws IOException {
    int next = in.firstElement(at);
    if (next == Input.NONE) {
      return new ArrayList<>();
    }
    int first = next;
    @Nullable E value = readElement(in, next);
    // As many as there would be if all took as many bytes.
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
