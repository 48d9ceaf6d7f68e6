package requestpath.codec.handwritten.json;

import java.io.IOException;
import requestpath.codec.handwritten.NumbersAccess;

/** Records of numbers. */
final class NumberRecords<T> extends Template<T> {
  private static final Names NAMES =
      new Names("id", "counter", "offset", "amount", "ratio", "factor");

  private final NumbersAccess<T> access;

  NumberRecords(NumbersAccess<T> access) {
    this.access = access;
  }

  @Override
  public int write(Output out, int at, T numbers) throws IOException {
    byte[] buffer = out.reserve(at);
    int next = Output.integer(buffer, NAMES.get(0).write(buffer, at), access.id(numbers));
    next = Output.integer(buffer, NAMES.get(1).write(buffer, next), access.counter(numbers));
    next = Output.integer(buffer, NAMES.get(2).write(buffer, next), access.offset(numbers));
    next = out.number(buffer, NAMES.get(3).write(buffer, next), access.amount(numbers));
    next = out.number(buffer, NAMES.get(4).write(buffer, next), access.ratio(numbers));
    next = out.number(buffer, NAMES.get(5).write(buffer, next), access.factor(numbers));
    return Output.character(buffer, next, '}');
  }

  @Override
  T read(Input in, int at) throws IOException {
    int id = 0;
    long counter = 0;
    long offset = 0;
    double amount = 0;
    double ratio = 0;
    double factor = 0;
    int index = 0;
    for (int next = in.firstMember(at); next != Input.NONE; next = in.nextMember(in.end)) {
      index = NAMES.find(in, next, index);
      switch (index) {
        case 0 -> id = in.intValue(in.end);
        case 1 -> counter = in.longValue(in.end);
        case 2 -> offset = in.longValue(in.end);
        case 3 -> amount = in.doubleValue(in.end);
        case 4 -> ratio = in.doubleValue(in.end);
        case 5 -> factor = in.doubleValue(in.end);
        default -> in.end = Skipping.skip(in, in.end, Input.MAX_DEPTH);
      }
      index++;
    }
    return access.make(id, counter, offset, amount, ratio, factor);
  }
}
