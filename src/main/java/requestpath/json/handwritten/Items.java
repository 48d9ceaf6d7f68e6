package requestpath.json.handwritten;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import requestpath.handwritten.Bytes;
import requestpath.handwritten.ItemAccess;

/**
 * Items. Names are tried in the order in which they are written, round and round: in that order
 * each is found at once, in any other within a few comparisons of words.
 */
final class Items<T> extends Template<T> {
  private static final Name ID = Name.first("id");
  private static final Name NAME = Name.next("name");
  private static final Name DESCRIPTION = Name.next("description");
  private static final Name TYPE = Name.next("type");
  private static final Name COUNT = Name.next("count");
  private static final Name CREATED_AT = Name.next("created_at");

  private final ItemAccess<T> access;

  Items(ItemAccess<T> access) {
    this.access = access;
  }

  /** Room for all texts is made at once; one that needs escapes makes its own. */
  @Override
  public int write(Output out, int at, T item) throws IOException {
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
        created_at = in.doubleValue(in.afterBlanks(next + CREATED_AT.length()));
        next = in.nextMember(in.end);
      }
      if (next == before) {
        // No name as compact JSON has it: with escapes or blanks, or one that nobody knows.
        switch (in.name(next)) {
          case "id" -> id = in.intValue(in.end);
          case "name" -> name = in.text(in.end);
          case "description" -> description = in.text(in.end);
          case "type" -> type = in.text(in.end);
          case "count" -> count = in.intValue(in.end);
          case "created_at" -> created_at = in.doubleValue(in.end);
          default -> in.end = Skipping.skip(in, in.end, Input.MAX_DEPTH);
        }
        next = in.nextMember(in.end);
      }
    }
    return access.make(id, name, description, type, count, created_at);
  }
}
