package requestpath.json.handwritten;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import requestpath.handwritten.Bytes;
import requestpath.handwritten.ItemAccess;

/**
 * Items. Each name is looked for, with the comma before it and as one word where it is short, in
 * the order in which they are written; one that stands elsewhere is found by comparing words.
 */
final class Items<T> extends Template<T> {
  private static final Name ID = Name.first("id");
  private static final Name LATER_ID = Name.next("id");
  private static final Name NAME = Name.next("name");
  private static final Name DESCRIPTION = Name.next("description");
  private static final Name TYPE = Name.next("type");
  private static final Name COUNT = Name.next("count");
  private static final Name CREATED_AT = Name.next("created_at");

  private static final List<String> NAMES =
      List.of("id", "name", "description", "type", "count", "created_at");

  private final ItemAccess<T> access;

  Items(ItemAccess<T> access) {
    this.access = access;
  }

  /** Room for all texts is made at once; one that needs escapes makes its own. */
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
    int next = Output.integer(buffer, ID.write(buffer, at), access.id(item));
    next = out.text(NAME.write(buffer, next), name, behindName);
    next = out.text(DESCRIPTION.write(out.buffer(), next), description, behindDescription);
    next = out.text(TYPE.write(out.buffer(), next), type, 0);
    buffer = out.buffer();
    next = Output.integer(buffer, COUNT.write(buffer, next), access.count(item));
    next = out.number(buffer, CREATED_AT.write(buffer, next), access.createdAt(item));
    return Output.character(buffer, next, '}');
  }

  /** Some text is null, or texts are cached. */
  private int writeAny(Output out, int at, T item) throws IOException {
    byte[] buffer = out.reserve(at);
    int next = Output.integer(buffer, ID.write(buffer, at), access.id(item));
    next = out.text(NAME.write(buffer, next), access.name(item));
    next = out.text(DESCRIPTION.write(out.buffer(), next), access.description(item));
    next = out.text(TYPE.write(out.buffer(), next), access.type(item));
    buffer = out.buffer();
    next = Output.integer(buffer, COUNT.write(buffer, next), access.count(item));
    next = out.number(buffer, CREATED_AT.write(buffer, next), access.createdAt(item));
    return Output.character(buffer, next, '}');
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
    // The position behind a value, and the quote of a member that is not the one expected there.
    int next = at;
    int quote = Input.NONE;
    if (ID.follows(bytes, at)) {
      long number = in.intAt(at + ID.length() + 1);
      id = (int) number;
      next = Input.next(number);
    } else {
      quote = in.firstMember(at);
      if (quote == Input.NONE) {
        return access.make(id, name, description, type, count, created_at);
      }
    }
    while (true) {
      if (quote != Input.NONE) {
        switch (find(in, quote)) {
          case 0 -> id = in.intValue(in.end);
          case 1 -> name = in.text(in.end);
          case 2 -> description = in.text(in.end);
          case 3 -> type = in.text(in.end);
          case 4 -> count = in.intValue(in.end);
          case 5 -> created_at = in.doubleValue(in.end);
          default -> in.end = in.skip(in.end, Input.MAX_DEPTH);
        }
        next = in.end;
      }
      if (NAME.follows(bytes, next)) {
        int value = next + NAME.length() + 1;
        int close = in.plainEnd(value);
        name = close >= 0 ? in.plain(value, close) : in.text(in.afterBlanks(value));
        next = close >= 0 ? close + 1 : in.end;
      }
      if (DESCRIPTION.follows(bytes, next)) {
        int value = next + DESCRIPTION.length() + 1;
        int close = in.plainEnd(value);
        description = close >= 0 ? in.plain(value, close) : in.text(in.afterBlanks(value));
        next = close >= 0 ? close + 1 : in.end;
      }
      if (TYPE.follows(bytes, next)) {
        int value = next + TYPE.length() + 1;
        int close = in.plainEnd(value);
        type = close >= 0 ? in.plain(value, close) : in.text(in.afterBlanks(value));
        next = close >= 0 ? close + 1 : in.end;
      }
      if (COUNT.follows(bytes, next)) {
        long number = in.intAt(next + COUNT.length() + 1);
        count = (int) number;
        next = Input.next(number);
      }
      if (CREATED_AT.follows(bytes, next)) {
        next = NumberText.realEnd(in, in.afterBlanks(next + CREATED_AT.length() + 1));
        created_at = in.real;
      }
      if (bytes[next] == '}') {
        in.end = next + 1;
        break;
      }
      if (LATER_ID.follows(bytes, next)) {
        long number = in.intAt(next + LATER_ID.length() + 1);
        id = (int) number;
        next = Input.next(number);
      }
      quote = in.nextMember(next);
      if (quote == Input.NONE) {
        break;
      }
    }
    return access.make(id, name, description, type, count, created_at);
  }

  /**
   * The index of the name whose quote is at a position; -1 for none of them. The input's end is
   * where the value begins.
   */
  private static int find(Input in, int at) throws IOException {
    byte[] bytes = in.bytes;
    long eight = Bytes.eightOrFewer(bytes, at);
    if (ID.is(eight, bytes, at)) {
      in.end = in.afterBlanks(at + ID.length());
      return 0;
    } else if (NAME.is(eight, bytes, at)) {
      in.end = in.afterBlanks(at + NAME.length());
      return 1;
    } else if (DESCRIPTION.is(eight, bytes, at)) {
      in.end = in.afterBlanks(at + DESCRIPTION.length());
      return 2;
    } else if (TYPE.is(eight, bytes, at)) {
      in.end = in.afterBlanks(at + TYPE.length());
      return 3;
    } else if (COUNT.is(eight, bytes, at)) {
      in.end = in.afterBlanks(at + COUNT.length());
      return 4;
    } else if (CREATED_AT.is(eight, bytes, at)) {
      in.end = in.afterBlanks(at + CREATED_AT.length());
      return 5;
    }
    // With escapes or with blanks before its colon, or one that nobody knows.
    return NAMES.indexOf(in.name(at));
  }
}
