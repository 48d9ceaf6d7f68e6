package requestpath.codec.handwritten.msgpack;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import requestpath.codec.handwritten.NumbersAccess;
import requestpath.codec.handwritten.TextCache;

/** Records of numbers. */
final class NumberRecords<T> extends Template<T> {
  private static final Names NAMES =
      new Names("id", "counter", "offset", "amount", "ratio", "factor");

  private final NumbersAccess<T> access;

  NumberRecords(NumbersAccess<T> access) {
    this.access = access;
  }

  @Override
  public int write(Output out, int at, T numbers) {
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
  T read(byte[] message, @Nullable TextCache texts) throws IOException {
    Input in = new Input(message, texts);
    int id = 0;
    long counter = 0;
    long offset = 0;
    double amount = 0;
    double ratio = 0;
    double factor = 0;
    long header = in.mapHeader(0);
    int next = Input.next(header);
    int index = 0;
    for (int left = (int) header; left > 0; left--) {
      long found = NAMES.find(in, next, index);
      index = (int) found;
      int value = Input.next(found);
      switch (index) {
        case 0 -> id = (int) NumberForms.intValue(message, value);
        case 1 -> counter = NumberForms.longValue(message, value);
        case 2 -> offset = NumberForms.longValue(message, value);
        case 3 -> amount = NumberForms.doubleValue(message, value);
        case 4 -> ratio = NumberForms.doubleValue(message, value);
        case 5 -> factor = NumberForms.doubleValue(message, value);
        default -> next = Skipping.skip(in, value, Input.MAX_DEPTH);
      }
      if (index >= 3) {
        next = NumberForms.afterDouble(message, value);
      } else if (index >= 0) {
        next = value + NumberForms.integerLength(message, value);
      }
      index++;
    }
    in.requireEnd(next);
    return access.make(id, counter, offset, amount, ratio, factor);
  }
}
