package requestpath.codec.handwritten.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import requestpath.codec.handwritten.Bytes;
import requestpath.codec.handwritten.ItemBinding;
import requestpath.codec.handwritten.Token;
import requestpath.payload.Item;

/**
 * Items. In compact JSON with the fields in order, the reader compares the known bytes between two
 * values. In any other item it tries the names again and again in the order in which they are
 * written.
 */
final class Items<T> extends JsonTemplate<T> {
  private static final Name ID = Name.first("id");
  private static final Name NAME = Name.next("name");
  private static final Name DESCRIPTION = Name.next("description");
  private static final Name TYPE = Name.next("type");
  private static final Name COUNT = Name.next("count");
  private static final Name CREATED_AT = Name.next("created_at");

  private static final Token BEFORE_ID = Token.of("{\"id\":");
  private static final Token BEFORE_NAME = Token.of(",\"name\":\"");
  private static final Token BEFORE_DESCRIPTION = Token.of("\",\"description\":\"");
  private static final Token BEFORE_TYPE = Token.of("\",\"type\":\"");
  private static final Token BEFORE_COUNT = Token.of("\",\"count\":");
  private static final Token BEFORE_CREATED_AT = Token.of(",\"created_at\":");

  /**
   * The number of values whose lengths are kept; a double counts twice, for the digits before and
   * after its point.
   */
  static final int VALUES = 7;

  private final ItemBinding<T> binding;

  Items(ItemBinding<T> binding) {
    this.binding = binding;
  }

  /** Reserves room for all texts at once; a text with escapes reserves its own. */
  @Override
  public int write(Output out, int at, T value) throws IOException {
    Item item = binding.toRecord().apply(value);
    String name = item.name();
    String description = item.description();
    String type = item.type();
    if (name == null || description == null || type == null) {
      return writeAny(out, at, item);
    }
    int afterDescription = type.length();
    int afterName = afterDescription + description.length();
    byte[] buffer = out.reserve(at, afterName + name.length());
    int next = Output.integer(buffer, ID.write(buffer, at), item.id());
    next = out.text(NAME.write(buffer, next), name, afterName);
    next = out.text(DESCRIPTION.write(out.buffer(), next), description, afterDescription);
    next = out.text(TYPE.write(out.buffer(), next), type, 0);
    return writeNumbers(out.buffer(), next, item);
  }

  /** Writes an item with a text that is null. */
  private static int writeAny(Output out, int at, Item item) throws IOException {
    byte[] buffer = out.reserve(at);
    int next = Output.integer(buffer, ID.write(buffer, at), item.id());
    next = out.text(NAME.write(buffer, next), item.name());
    next = out.text(DESCRIPTION.write(out.buffer(), next), item.description());
    next = out.text(TYPE.write(out.buffer(), next), item.type());
    return writeNumbers(out.buffer(), next, item);
  }

  private static int writeNumbers(byte[] buffer, int at, Item item) throws IOException {
    int next = Output.integer(buffer, COUNT.write(buffer, at), item.count());
    next = Output.number(buffer, CREATED_AT.write(buffer, next), item.created_at());
    return Output.character(buffer, next, '}');
  }

  @Override
  T read(Input in, int at) throws IOException {
    LastItem last = in.lastItem();
    if (last.isInOrder()) {
      T item = readInOrder(in, at, last);
      last.noteOrder(item != null);
      if (item != null) {
        return item;
      }
    }
    return readAny(in, at);
  }

  /**
   * Reads an item in compact JSON: fields in order, texts plain, integers of one to seven digits, a
   * double with a point and no exponent. Returns null for any other item, valid or not.
   */
  private @Nullable T readInOrder(Input in, int at, LastItem last) {
    byte[] bytes = in.bytes;
    if (!BEFORE_ID.is(bytes, at)) {
      return null;
    }
    int first = at + BEFORE_ID.length();
    long eight = Bytes.eightOrFewer(bytes, first);
    int end = last.end(0, first, Digits.count(eight));
    if (!Digits.isShortInteger(eight, end - first) || !BEFORE_NAME.is(bytes, end)) {
      return null;
    }
    int id = Digits.value(eight, end - first);

    first = end + BEFORE_NAME.length();
    end = last.end(1, first, Texts.plainEnd(bytes, first) - first);
    if (!BEFORE_DESCRIPTION.is(bytes, end)) {
      return null;
    }
    String name = Bytes.ascii(bytes, first, end - first);

    first = end + BEFORE_DESCRIPTION.length();
    end = last.end(2, first, Texts.plainEnd(bytes, first) - first);
    if (!BEFORE_TYPE.is(bytes, end)) {
      return null;
    }
    String description = Bytes.ascii(bytes, first, end - first);

    first = end + BEFORE_TYPE.length();
    end = last.end(3, first, Texts.plainEnd(bytes, first) - first);
    if (!BEFORE_COUNT.is(bytes, end)) {
      return null;
    }
    String type = Bytes.ascii(bytes, first, end - first);

    first = end + BEFORE_COUNT.length();
    eight = Bytes.eightOrFewer(bytes, first);
    end = last.end(4, first, Digits.count(eight));
    if (!Digits.isShortInteger(eight, end - first) || !BEFORE_CREATED_AT.is(bytes, end)) {
      return null;
    }
    int count = Digits.value(eight, end - first);

    first = end + BEFORE_CREATED_AT.length();
    int point = last.end(5, first, Digits.end(bytes, first) - first);
    if (!NumberText.isWholePart(bytes, first, point)) {
      return null;
    }
    end = last.end(6, point + 1, Digits.end(bytes, point + 1) - point - 1);
    int fraction = end - point - 1;
    if (fraction == 0
        || point - first + fraction > DoubleReader.MAX_DIGITS
        || end >= bytes.length
        || bytes[end] != '}') {
      return null;
    }
    long digits = NumberText.magnitude(0, bytes, first, point);
    digits = NumberText.magnitude(digits, bytes, point + 1, end);
    in.end = end + 1;
    double created_at = DoubleReader.positive(digits, fraction);
    return binding.ofRecord().apply(new Item(id, name, description, type, count, created_at));
  }

  private T readAny(Input in, int at) throws IOException {
    byte[] bytes = in.bytes;
    int id = 0;
    @Nullable String name = null;
    @Nullable String description = null;
    @Nullable String type = null;
    int count = 0;
    double created_at = 0;
    int next = in.firstMember(at);
    while (next != Input.NONE) {
      int before = next;
      long eight = Bytes.eightOrFewer(bytes, next);
      if (ID.is(eight, bytes, next)) {
        id = in.intValue(in.afterBlanks(next + ID.length()));
        next = in.nextMember(in.end);
        eight = in.wordAt(next);
      }
      if (NAME.is(eight, bytes, next)) {
        name = in.text(in.afterBlanks(next + NAME.length()));
        next = in.nextMember(in.end);
        eight = in.wordAt(next);
      }
      if (DESCRIPTION.is(eight, bytes, next)) {
        description = in.text(in.afterBlanks(next + DESCRIPTION.length()));
        next = in.nextMember(in.end);
        eight = in.wordAt(next);
      }
      if (TYPE.is(eight, bytes, next)) {
        type = in.text(in.afterBlanks(next + TYPE.length()));
        next = in.nextMember(in.end);
        eight = in.wordAt(next);
      }
      if (COUNT.is(eight, bytes, next)) {
        count = in.intValue(in.afterBlanks(next + COUNT.length()));
        next = in.nextMember(in.end);
        eight = in.wordAt(next);
      }
      if (CREATED_AT.is(eight, bytes, next)) {
        created_at = NumberText.real(in, in.afterBlanks(next + CREATED_AT.length()));
        next = in.nextMember(in.end);
      }
      if (next == before) {
        // A name with escapes or blanks, or an unknown one.
        switch (in.name(next)) {
          case "id" -> id = in.intValue(in.end);
          case "name" -> name = in.text(in.end);
          case "description" -> description = in.text(in.end);
          case "type" -> type = in.text(in.end);
          case "count" -> count = in.intValue(in.end);
          case "created_at" -> created_at = NumberText.real(in, in.end);
          default -> in.end = Skipping.skip(in, in.end, Input.MAX_DEPTH);
        }
        next = in.nextMember(in.end);
      }
    }
    return binding.ofRecord().apply(new Item(id, name, description, type, count, created_at));
  }
}
