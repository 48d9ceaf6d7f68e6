package requestpath.codec.handwritten.msgpack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import requestpath.codec.handwritten.OrderAccess;
import requestpath.codec.handwritten.TextCache;

/** Orders, their addresses and their lines. */
final class Orders<O, A, L> extends Template<O> {
  private static final Names ORDER =
      new Names("id", "customer", "address", "lines", "total", "paid", "note");
  private static final Names ADDRESS = new Names("street", "city", "postcode", "country");
  private static final Names LINE = new Names("article", "quantity", "price");

  private final OrderAccess<O, A, L> access;

  Orders(OrderAccess<O, A, L> access) {
    this.access = access;
  }

  @Override
  public int write(Output out, int at, O order) throws IOException {
    byte[] buffer = out.reserve(at);
    buffer[at] = (byte) 0x87;
    int next = ORDER.get(0).write(buffer, at + 1);
    next = Output.integer(buffer, next, access.id(order));
    next = out.text(ORDER.get(1).write(buffer, next), access.customer(order));
    next = ORDER.get(2).write(out.buffer(), next);
    A address = access.address(order);
    next = address == null ? Output.nil(out.buffer(), next) : writeAddress(out, next, address);
    next = ORDER.get(3).write(out.reserve(next), next);
    List<L> lines = access.lines(order);
    next = out.arrayHeader(next, lines.size());
    for (L line : lines) {
      next = line == null ? Output.nil(out.reserve(next), next) : writeLine(out, next, line);
    }
    buffer = out.reserve(next);
    next = Output.number(buffer, ORDER.get(4).write(buffer, next), access.total(order));
    next = Output.flag(buffer, ORDER.get(5).write(buffer, next), access.paid(order));
    return out.text(ORDER.get(6).write(buffer, next), access.note(order));
  }

  private int writeAddress(Output out, int at, A address) throws IOException {
    out.buffer()[at] = (byte) 0x84;
    int next = out.text(ADDRESS.get(0).write(out.buffer(), at + 1), access.street(address));
    next = out.text(ADDRESS.get(1).write(out.buffer(), next), access.city(address));
    next = out.text(ADDRESS.get(2).write(out.buffer(), next), access.postcode(address));
    return out.text(ADDRESS.get(3).write(out.buffer(), next), access.country(address));
  }

  private int writeLine(Output out, int at, L line) throws IOException {
    byte[] buffer = out.reserve(at);
    buffer[at] = (byte) 0x83;
    int next = out.text(LINE.get(0).write(buffer, at + 1), access.article(line));
    buffer = out.buffer();
    next = Output.integer(buffer, LINE.get(1).write(buffer, next), access.quantity(line));
    return Output.number(buffer, LINE.get(2).write(buffer, next), access.price(line));
  }

  @Override
  O read(byte[] message, @Nullable TextCache texts) throws IOException {
    Input in = new Input(message, texts);
    long id = 0;
    @Nullable String customer = null;
    @Nullable A address = null;
    List<L> lines = List.of();
    double total = 0;
    boolean paid = false;
    @Nullable String note = null;
    long header = in.mapHeader(0);
    int next = Input.next(header);
    int index = 0;
    for (int left = (int) header; left > 0; left--) {
      long found = ORDER.find(in, next, index);
      index = (int) found;
      int value = Input.next(found);
      switch (index) {
        case 0 -> {
          id = NumberForms.longValue(in.bytes, value);
          next = value + NumberForms.integerLength(in.bytes, value);
        }
        case 1 -> {
          long text = in.textHeader(value);
          customer = in.text(text);
          next = Input.afterText(text);
        }
        case 2 -> {
          address = in.isNil(value) ? null : readAddress(in, value);
          next = in.isNil(value) ? value + 1 : in.end;
        }
        case 3 -> {
          lines = in.isNil(value) ? List.of() : readLines(in, value);
          next = in.isNil(value) ? value + 1 : in.end;
        }
        case 4 -> {
          total = NumberForms.doubleValue(in.bytes, value);
          next = NumberForms.afterDouble(in.bytes, value);
        }
        case 5 -> {
          paid = in.booleanValue(value);
          next = value + 1;
        }
        case 6 -> {
          long text = in.textHeader(value);
          note = in.text(text);
          next = Input.afterText(text);
        }
        default -> next = Skipping.skip(in, value, Input.MAX_DEPTH);
      }
      index++;
    }
    in.requireEnd(next);
    return access.make(id, customer, address, lines, total, paid, note);
  }

  private List<L> readLines(Input in, int at) throws IOException {
    long header = in.arrayHeader(at);
    int size = (int) header;
    int next = Input.next(header);
    List<@Nullable L> lines = new ArrayList<>(size);
    for (int left = size; left > 0; left--) {
      if (in.isNil(next)) {
        lines.add(null);
        next++;
      } else {
        lines.add(readLine(in, next));
        next = in.end;
      }
    }
    in.end = next;
    return lines;
  }

  private A readAddress(Input in, int at) throws IOException {
    @Nullable String[] texts = new @Nullable String[4];
    long header = in.mapHeader(at);
    int next = Input.next(header);
    int index = 0;
    for (int left = (int) header; left > 0; left--) {
      long found = ADDRESS.find(in, next, index);
      index = (int) found;
      next = Input.next(found);
      if (index == Names.UNKNOWN) {
        next = Skipping.skip(in, next, Input.MAX_DEPTH);
      } else {
        long text = in.textHeader(next);
        texts[index] = in.text(text);
        next = Input.afterText(text);
      }
      index++;
    }
    in.end = next;
    return access.makeAddress(texts[0], texts[1], texts[2], texts[3]);
  }

  private L readLine(Input in, int at) throws IOException {
    @Nullable String article = null;
    int quantity = 0;
    double price = 0;
    long header = in.mapHeader(at);
    int next = Input.next(header);
    int index = 0;
    for (int left = (int) header; left > 0; left--) {
      long found = LINE.find(in, next, index);
      index = (int) found;
      int value = Input.next(found);
      switch (index) {
        case 0 -> {
          long text = in.textHeader(value);
          article = in.text(text);
          next = Input.afterText(text);
        }
        case 1 -> {
          long number = NumberForms.intValue(in.bytes, value);
          quantity = (int) number;
          next = Input.next(number);
        }
        case 2 -> {
          price = NumberForms.doubleValue(in.bytes, value);
          next = NumberForms.afterDouble(in.bytes, value);
        }
        default -> next = Skipping.skip(in, value, Input.MAX_DEPTH);
      }
      index++;
    }
    in.end = next;
    return access.makeLine(article, quantity, price);
  }
}
