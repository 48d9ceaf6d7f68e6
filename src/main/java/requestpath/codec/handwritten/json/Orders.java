package requestpath.codec.handwritten.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import requestpath.codec.handwritten.OrderAccess;

/** Orders, their addresses and their lines. */
final class Orders<O, A, L> extends Template<O> {
  private static final Names ORDER =
      new Names("id", "customer", "address", "lines", "total", "paid", "note");

  private final OrderAccess<O, A, L> access;
  private final Addresses<A> addresses;
  private final LineList<L> lines;

  Orders(OrderAccess<O, A, L> access) {
    this.access = access;
    addresses = new Addresses<>(access);
    lines = new LineList<>(new Lines<>(access));
  }

  @Override
  public int write(Output out, int at, O order) throws IOException {
    byte[] buffer = out.reserve(at);
    int next = Output.integer(buffer, ORDER.get(0).write(buffer, at), access.id(order));
    next = out.text(ORDER.get(1).write(buffer, next), access.customer(order));
    next = ORDER.get(2).write(out.buffer(), next);
    A address = access.address(order);
    next =
        address == null ? Output.nothing(out.buffer(), next) : addresses.write(out, next, address);
    next = ORDER.get(3).write(out.reserve(next), next);
    next = lines.write(out, next, access.lines(order));
    buffer = out.reserve(next);
    next = out.number(buffer, ORDER.get(4).write(buffer, next), access.total(order));
    next = Output.flag(buffer, ORDER.get(5).write(buffer, next), access.paid(order));
    next = out.text(ORDER.get(6).write(buffer, next), access.note(order));
    return Output.character(out.buffer(), next, '}');
  }

  @Override
  O read(Input in, int at) throws IOException {
    long id = 0;
    @Nullable String customer = null;
    @Nullable A address = null;
    List<L> read = List.of();
    double total = 0;
    boolean paid = false;
    @Nullable String note = null;
    int index = 0;
    for (int next = in.firstMember(at); next != Input.NONE; next = in.nextMember(in.end)) {
      index = ORDER.find(in, next, index);
      switch (index) {
        case 0 -> id = in.longValue(in.end);
        case 1 -> customer = in.text(in.end);
        case 2 -> {
          if (in.isNull(in.end)) {
            address = null;
            in.end = in.afterNull(in.end);
          } else {
            address = addresses.read(in, in.end);
          }
        }
        case 3 -> {
          if (in.isNull(in.end)) {
            read = List.of();
            in.end = in.afterNull(in.end);
          } else {
            read = lines.read(in, in.end);
          }
        }
        case 4 -> total = in.doubleValue(in.end);
        case 5 -> paid = in.flag(in.end);
        case 6 -> note = in.text(in.end);
        default -> in.end = Skipping.skip(in, in.end, Input.MAX_DEPTH);
      }
      index++;
    }
    return access.make(id, customer, address, read, total, paid, note);
  }

  private static final class Addresses<A> extends Template<A> {
    private static final Names NAMES = new Names("street", "city", "postcode", "country");

    private final OrderAccess<?, A, ?> access;

    Addresses(OrderAccess<?, A, ?> access) {
      this.access = access;
    }

    @Override
    public int write(Output out, int at, A address) throws IOException {
      int next = out.text(NAMES.get(0).write(out.reserve(at), at), access.street(address));
      next = out.text(NAMES.get(1).write(out.buffer(), next), access.city(address));
      next = out.text(NAMES.get(2).write(out.buffer(), next), access.postcode(address));
      next = out.text(NAMES.get(3).write(out.buffer(), next), access.country(address));
      return Output.character(out.buffer(), next, '}');
    }

    @Override
    A read(Input in, int at) throws IOException {
      @Nullable String street = null;
      @Nullable String city = null;
      @Nullable String postcode = null;
      @Nullable String country = null;
      int index = 0;
      for (int next = in.firstMember(at); next != Input.NONE; next = in.nextMember(in.end)) {
        index = NAMES.find(in, next, index);
        switch (index) {
          case 0 -> street = in.text(in.end);
          case 1 -> city = in.text(in.end);
          case 2 -> postcode = in.text(in.end);
          case 3 -> country = in.text(in.end);
          default -> in.end = Skipping.skip(in, in.end, Input.MAX_DEPTH);
        }
        index++;
      }
      return access.makeAddress(street, city, postcode, country);
    }
  }

  /**
   * The lines of an order. A class of its own beside {@link Lists}: its calls go to one class of
   * element, and how much of the document follows says nothing about how many lines there are.
   */
  private static final class LineList<L> extends Template<List<L>> {
    private final Lines<L> line;

    LineList(Lines<L> line) {
      this.line = line;
    }

    @Override
    public int write(Output out, int at, List<L> list) throws IOException {
      int next = Output.character(out.reserve(at), at, '[');
      for (L value : list) {
        byte[] buffer = out.reserve(next);
        next = value == null ? Output.nothing(buffer, next) : line.write(out, next, value);
        next = Output.character(out.reserve(next), next, ',');
      }
      byte[] buffer = out.reserve(next);
      if (buffer[next - 1] == ',') {
        next--;
      }
      return Output.character(buffer, next, ']');
    }

    @Override
    List<L> read(Input in, int at) throws IOException {
      List<@Nullable L> list = new ArrayList<>();
      for (int next = in.firstElement(at); next != Input.NONE; next = in.nextElement(in.end)) {
        if (in.isNull(next)) {
          in.end = in.afterNull(next);
          list.add(null);
        } else {
          list.add(line.read(in, next));
        }
      }
      return list;
    }
  }

  private static final class Lines<L> extends Template<L> {
    private static final Names NAMES = new Names("article", "quantity", "price");

    private final OrderAccess<?, ?, L> access;

    Lines(OrderAccess<?, ?, L> access) {
      this.access = access;
    }

    @Override
    public int write(Output out, int at, L line) throws IOException {
      int next = out.text(NAMES.get(0).write(out.reserve(at), at), access.article(line));
      byte[] buffer = out.buffer();
      next = Output.integer(buffer, NAMES.get(1).write(buffer, next), access.quantity(line));
      next = out.number(buffer, NAMES.get(2).write(buffer, next), access.price(line));
      return Output.character(buffer, next, '}');
    }

    @Override
    L read(Input in, int at) throws IOException {
      @Nullable String article = null;
      int quantity = 0;
      double price = 0;
      int index = 0;
      for (int next = in.firstMember(at); next != Input.NONE; next = in.nextMember(in.end)) {
        index = NAMES.find(in, next, index);
        switch (index) {
          case 0 -> article = in.text(in.end);
          case 1 -> quantity = in.intValue(in.end);
          case 2 -> price = in.doubleValue(in.end);
          default -> in.end = Skipping.skip(in, in.end, Input.MAX_DEPTH);
        }
        index++;
      }
      return access.makeLine(article, quantity, price);
    }
  }
}
