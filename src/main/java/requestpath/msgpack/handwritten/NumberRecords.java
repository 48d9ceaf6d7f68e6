package requestpath.msgpack.handwritten;

import java.io.IOException;
import requestpath.handwritten.NumbersAccess;

/** Records of numbers. */
final class NumberRecords<T> extends Template<T> {
  private static final Names NAMES =
      new Names("id", "counter", "offset", "amount", "ratio", "factor");

  private final NumbersAccess<T> access;

  NumberRecords(NumbersAccess<T> access) {
    this.access = access;
  }

  @Override
  int write(Output out, int at, T numbers) {
    byte[] buffer = out.reserve(at);
    buffer[at] = (byte) 0x86;
    int next = NAMES.get(0).write(buffer, at + 1);
    next = Output.integer(buffer, next, access.id(numbers));
    next = NAMES.get(1).write(buffer, next);
    next = Output.integer(buffer, next, access.counter(numbers));
    next = NAMES.get(2).write(buffer, next);
    next = Output.integer(buffer, next, access.offset(numbers));
    next = NAMES.get(3).write(buffer, next);
    next = Output.number(buffer, next, access.amount(numbers));
    next = NAMES.get(4).write(buffer, next);
    next = Output.number(buffer, next, access.ratio(numbers));
    next = NAMES.get(5).write(buffer, next);
    return Output.number(buffer, next, access.factor(numbers));
  }

  @Override
  T read(Input in, int at) throws IOException {
    int id = 0;
    long counter = 0;
    long offset = 0;
    double amount = 0;
    double ratio = 0;
    double factor = 0;
    long header = in.mapHeader(at);
    int next = Input.next(header);
    int index = 0;
    for (int left = (int) header; left > 0; left--) {
      long found = NAMES.find(in, next, index);
      index = (int) found;
      int value = Input.next(found);
      switch (index) {
        case 0 -> id = (int) NumberForms.intValue(in, value);
        case 1 -> counter = NumberForms.longValue(in, value);
        case 2 -> offset = NumberForms.longValue(in, value);
        case 3 -> amount = NumberForms.doubleValue(in, value);
        case 4 -> ratio = NumberForms.doubleValue(in, value);
        case 5 -> factor = NumberForms.doubleValue(in, value);
        default -> next = Skipping.skip(in, value, Input.MAX_DEPTH);
      }
      if (index >= 3) {
        next = NumberForms.afterDouble(in, value);
      } else if (index >= 0) {
        next = value + NumberForms.integerLength(in, value);
      }
      index++;
    }
    in.end = next;
    return access.make(id, counter, offset, amount, ratio, factor);
  }
}
