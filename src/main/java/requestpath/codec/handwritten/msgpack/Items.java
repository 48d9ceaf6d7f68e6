package requestpath.codec.handwritten.msgpack;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import requestpath.codec.handwritten.Bytes;
import requestpath.codec.handwritten.ItemBinding;
import requestpath.codec.handwritten.Outputs;
import requestpath.codec.handwritten.Template;
import requestpath.codec.handwritten.Token;
import requestpath.payload.Item;

/**
 * Items. The reader tries the names again and again in the order in which they are written, so it
 * finds each at once in that order and within a few comparisons in any other.
 */
final class Items<T> extends Template<Output, T> {
  private static final Token ID = name("id");
  private static final Token NAME = name("name");
  private static final Token DESCRIPTION = name("description");
  private static final Token TYPE = name("type");
  private static final Token COUNT = name("count");
  private static final Token CREATED_AT = name("created_at");

  /** The bytes of a message without its texts and integers. */
  private static final int LENGTH_OF_THE_REST =
      1
          + ID.length()
          + NAME.length()
          + DESCRIPTION.length()
          + TYPE.length()
          + COUNT.length()
          + CREATED_AT.length()
          + Output.NUMBER_LENGTH;

  private final ItemBinding<T> binding;

  Items(ItemBinding<T> binding) {
    this.binding = binding;
  }

  /** A name of fewer than 16 characters with its header. */
  private static Token name(String name) {
    return Token.of((char) (0xa0 | name.length()) + name);
  }

  /** If all texts are ASCII, which shows on the way, the message's length is known beforehand. */
  @Override
  public byte[] toBytes(Outputs<Output> outputs, T value) throws IOException {
    Item item = binding.toRecord().apply(value);
    String name = item.name();
    String description = item.description();
    String type = item.type();
    if (name == null || description == null || type == null) {
      return outputs.toBytes(this, value);
    }
    int id = item.id();
    int count = item.count();
    long texts =
        Output.asciiLength(name) + Output.asciiLength(description) + Output.asciiLength(type);
    byte[] message =
        new byte
            [Math.toIntExact(
                LENGTH_OF_THE_REST
                    + texts
                    + Output.integerLength(id)
                    + Output.integerLength(count))];
    message[0] = (byte) 0x86;
    int next = Output.integer(message, ID.write(message, 1), id);
    next = Output.ascii(message, NAME.write(message, next), name);
    if (next == Output.NOT_ASCII) {
      return outputs.toBytes(this, value);
    }
    next = Output.ascii(message, DESCRIPTION.write(message, next), description);
    if (next == Output.NOT_ASCII) {
      return outputs.toBytes(this, value);
    }
    next = Output.ascii(message, TYPE.write(message, next), type);
    if (next == Output.NOT_ASCII) {
      return outputs.toBytes(this, value);
    }
    next = Output.integer(message, COUNT.write(message, next), count);
    Output.number(message, CREATED_AT.write(message, next), item.created_at());
    return message;
  }

  @Override
  public int write(Output out, int at, T value) throws IOException {
    Item item = binding.toRecord().apply(value);
    byte[] buffer = out.reserve(at);
    buffer[at] = (byte) 0x86;
    int next = Output.integer(buffer, ID.write(buffer, at + 1), item.id());
    next = out.text(NAME.write(buffer, next), item.name());
    next = out.text(DESCRIPTION.write(out.buffer(), next), item.description());
    next = out.text(TYPE.write(out.buffer(), next), item.type());
    buffer = out.buffer();
    next = Output.integer(buffer, COUNT.write(buffer, next), item.count());
    return Output.number(buffer, CREATED_AT.write(buffer, next), item.created_at());
  }

  @Override
  public T fromBytes(byte[] bytes) throws IOException {
    Input in = new Input(bytes);
    int id = 0;
    @Nullable String name = null;
    @Nullable String description = null;
    @Nullable String type = null;
    int count = 0;
    double created_at = 0;
    long header = in.mapHeader(0);
    int left = (int) header;
    int next = Input.next(header);
    while (left > 0) {
      int before = left;
      long eight = Bytes.eightOrFewer(bytes, next);
      if (ID.is(eight, bytes, next)) {
        long value = NumberForms.intValue(bytes, next + ID.length());
        id = (int) value;
        next = Input.next(value);
        eight = Bytes.eightOrFewer(bytes, next);
        left--;
      }
      if (left > 0 && NAME.is(eight, bytes, next)) {
        long text = in.textHeader(next + NAME.length());
        name = in.text(text);
        next = Input.afterText(text);
        eight = Bytes.eightOrFewer(bytes, next);
        left--;
      }
      if (left > 0 && DESCRIPTION.is(eight, bytes, next)) {
        long text = in.textHeader(next + DESCRIPTION.length());
        description = in.text(text);
        next = Input.afterText(text);
        eight = Bytes.eightOrFewer(bytes, next);
        left--;
      }
      if (left > 0 && TYPE.is(eight, bytes, next)) {
        long text = in.textHeader(next + TYPE.length());
        type = in.text(text);
        next = Input.afterText(text);
        eight = Bytes.eightOrFewer(bytes, next);
        left--;
      }
      if (left > 0 && COUNT.is(eight, bytes, next)) {
        long value = NumberForms.intValue(bytes, next + COUNT.length());
        count = (int) value;
        next = Input.next(value);
        eight = Bytes.eightOrFewer(bytes, next);
        left--;
      }
      if (left > 0 && CREATED_AT.is(eight, bytes, next)) {
        created_at = NumberForms.doubleValue(bytes, next + CREATED_AT.length());
        next = NumberForms.afterDouble(bytes, next + CREATED_AT.length());
        left--;
      }
      if (left == before) {
        // An unknown name, or a known one in a form that is not its smallest.
        long text = in.textHeader(next);
        next = Input.afterText(text);
        switch (in.name(text)) {
          case "id" -> id = in.intAt(next);
          case "name" -> name = in.textAt(next);
          case "description" -> description = in.textAt(next);
          case "type" -> type = in.textAt(next);
          case "count" -> count = in.intAt(next);
          case "created_at" -> created_at = in.doubleAt(next);
          default -> in.end = Skipping.skip(in, next, Input.MAX_DEPTH);
        }
        next = in.end;
        left--;
      }
    }
    in.requireEnd(next);
    return binding.ofRecord().apply(new Item(id, name, description, type, count, created_at));
  }
}
