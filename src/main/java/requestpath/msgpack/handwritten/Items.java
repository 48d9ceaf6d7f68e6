package requestpath.msgpack.handwritten;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import requestpath.handwritten.Bytes;
import requestpath.handwritten.ItemAccess;

/**
 * Items. Names are tried in the order in which they are written, round and round: in that order
 * each is found at once, in any other within a few comparisons of words.
 */
final class Items<T> extends Template<T> {
  private static final Name ID = Name.of("id");
  private static final Name NAME = Name.of("name");
  private static final Name DESCRIPTION = Name.of("description");
  private static final Name TYPE = Name.of("type");
  private static final Name COUNT = Name.of("count");
  private static final Name CREATED_AT = Name.of("created_at");

  private final ItemAccess<T> access;

  Items(ItemAccess<T> access) {
    this.access = access;
  }

  /** Room for all texts is made at once; one that is not ASCII makes its own. */
  @Override
  int write(Output out, int at, T item) throws IOException {
    String name = access.name(item);
    String description = access.description(item);
    String type = access.type(item);
    if (name == null || description == null || type == null || out.isCached()) {
      return writeAny(out, at, item);
    }
    int behindDescription = type.length();
    int behindName = behindDescription + description.length();
    byte[] buffer = out.reserve(at, behindName + name.length());
    buffer[at] = (byte) 0x86;
    int next = Output.integer(buffer, ID.write(buffer, at + 1), access.id(item));
    next = out.text(NAME.write(buffer, next), name, behindName);
    next = out.text(DESCRIPTION.write(out.buffer(), next), description, behindDescription);
    next = out.text(TYPE.write(out.buffer(), next), type, 0);
    buffer = out.buffer();
    next = Output.integer(buffer, COUNT.write(buffer, next), access.count(item));
    return Output.number(buffer, CREATED_AT.write(buffer, next), access.createdAt(item));
  }

  /** Some text is null, or texts are cached. */
  private int writeAny(Output out, int at, T item) throws IOException {
    byte[] buffer = out.reserve(at);
    buffer[at] = (byte) 0x86;
    int next = ID.write(buffer, at + 1);
    next = Output.integer(buffer, next, access.id(item));
    next = out.text(NAME.write(buffer, next), access.name(item));
    next = out.text(DESCRIPTION.write(out.buffer(), next), access.description(item));
    next = out.text(TYPE.write(out.buffer(), next), access.type(item));
    buffer = out.buffer();
    next = Output.integer(buffer, COUNT.write(buffer, next), access.count(item));
    return Output.number(buffer, CREATED_AT.write(buffer, next), access.createdAt(item));
  }

  @Override
  T read(Input in, int at) throws IOException {
    byte[] bytes = in.bytes;
    int id = 0;
    @Nullable String name = null;
    @Nullable String description = null;
    @Nullable String type = null;
    int count = 0;
    double created_at = 0;
    long header = in.mapHeader(at);
    int left = (int) header;
    int next = Input.next(header);
    while (left > 0) {
      int before = left;
      if (ID.is(Bytes.eightOrFewer(bytes, next), bytes, next)) {
        long value = NumberForms.intValue(in, next + ID.length());
        id = (int) value;
        next = Input.next(value);
        left--;
      }
      if (left > 0 && NAME.is(Bytes.eightOrFewer(bytes, next), bytes, next)) {
        long text = in.textHeader(next + NAME.length());
        name = in.text(text);
        next = Input.afterText(text);
        left--;
      }
      if (left > 0 && DESCRIPTION.is(Bytes.eightOrFewer(bytes, next), bytes, next)) {
        long text = in.textHeader(next + DESCRIPTION.length());
        description = in.text(text);
        next = Input.afterText(text);
        left--;
      }
      if (left > 0 && TYPE.is(Bytes.eightOrFewer(bytes, next), bytes, next)) {
        long text = in.textHeader(next + TYPE.length());
        type = in.text(text);
        next = Input.afterText(text);
        left--;
      }
      if (left > 0 && COUNT.is(Bytes.eightOrFewer(bytes, next), bytes, next)) {
        long value = NumberForms.intValue(in, next + COUNT.length());
        count = (int) value;
        next = Input.next(value);
        left--;
      }
      if (left > 0 && CREATED_AT.is(Bytes.eightOrFewer(bytes, next), bytes, next)) {
        created_at = NumberForms.doubleValue(in, next + CREATED_AT.length());
        next = NumberForms.afterDouble(in, next + CREATED_AT.length());
        left--;
      }
      if (left == before) {
        // No name in its smallest form: one in a larger form, or one that nobody knows.
        long text = in.textHeader(next);
        next = Input.afterText(text);
        switch (in.name(text)) {
          case "id" -> {
            long value = NumberForms.intValue(in, next);
            id = (int) value;
            next = Input.next(value);
          }
          case "name" -> {
            name = in.text(in.textHeader(next));
            next = Input.afterText(in.textHeader(next));
          }
          case "description" -> {
            description = in.text(in.textHeader(next));
            next = Input.afterText(in.textHeader(next));
          }
          case "type" -> {
            type = in.text(in.textHeader(next));
            next = Input.afterText(in.textHeader(next));
          }
          case "count" -> {
            long value = NumberForms.intValue(in, next);
            count = (int) value;
            next = Input.next(value);
          }
          case "created_at" -> {
            created_at = NumberForms.doubleValue(in, next);
            next = NumberForms.afterDouble(in, next);
          }
          default -> next = Skipping.skip(in, next, Input.MAX_DEPTH);
        }
        left--;
      }
    }
    in.end = next;
    return access.make(id, name, description, type, count, created_at);
  }
}
