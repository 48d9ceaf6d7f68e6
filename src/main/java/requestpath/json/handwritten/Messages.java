package requestpath.json.handwritten;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import requestpath.handwritten.Bytes;
import requestpath.payload.ApplicationInfo;
import requestpath.payload.KeyValue;
import requestpath.payload.Message;

/** The small messages of the documents' services. */
final class Messages {
  private Messages() {}

  /** What the hello services answer. */
  static final class OfMessage extends Template<Message> {
    private static final Names NAMES = new Names("message");

    @Override
    int write(Output out, int at, Message value) throws IOException {
      int next = out.text(NAMES.get(0).write(out.reserve(at), at), value.message());
      return Output.character(out.buffer(), next, '}');
    }

    @Override
    @SuppressWarnings("NullAway") // As libraries do: null, or nothing, is read as null.
    Message read(Input in, int at) throws IOException {
      @Nullable String message = null;
      for (int next = in.firstMember(at); next != Input.NONE; next = in.nextMember(in.end)) {
        if (NAMES.find(in, next, 0) == 0) {
          message = in.text(in.end);
        } else {
          in.end = Skipping.skip(in, in.end, Input.MAX_DEPTH);
        }
      }
      return new Message(message);
    }
  }

  /** What the exchange services are sent; its names as in {@link Items}. */
  static final class OfKeyValue extends Template<KeyValue> {
    private static final Name KEY = Name.first("key");
    private static final Name VALUE = Name.next("value");

    @Override
    int write(Output out, int at, KeyValue pair) throws IOException {
      int next = out.text(KEY.write(out.reserve(at), at), pair.key());
      next = out.text(VALUE.write(out.buffer(), next), pair.value());
      return Output.character(out.buffer(), next, '}');
    }

    @Override
    @SuppressWarnings("NullAway") // As libraries do: null, or nothing, is read as null.
    KeyValue read(Input in, int at) throws IOException {
      byte[] bytes = in.bytes;
      @Nullable String key = null;
      @Nullable String value = null;
      int next = in.firstMember(at);
      while (next != Input.NONE) {
        int before = next;
        if (KEY.is(Bytes.eightOrFewer(bytes, next), bytes, next)) {
          key = in.text(in.afterBlanks(next + KEY.length()));
          next = in.nextMember(in.end);
        }
        if (next != Input.NONE && VALUE.is(Bytes.eightOrFewer(bytes, next), bytes, next)) {
          value = in.text(in.afterBlanks(next + VALUE.length()));
          next = in.nextMember(in.end);
        }
        if (next == before) {
          switch (in.name(next)) {
            case "key" -> key = in.text(in.end);
            case "value" -> value = in.text(in.end);
            default -> in.end = Skipping.skip(in, in.end, Input.MAX_DEPTH);
          }
          next = in.nextMember(in.end);
        }
      }
      return new KeyValue(key, value);
    }
  }

  /** What the application info services answer. */
  static final class OfApplicationInfo extends Template<ApplicationInfo> {
    private static final Names NAMES = new Names("name", "releaseYear");

    @Override
    int write(Output out, int at, ApplicationInfo info) throws IOException {
      int next = out.text(NAMES.get(0).write(out.reserve(at), at), info.name());
      byte[] buffer = out.buffer();
      next = Output.integer(buffer, NAMES.get(1).write(buffer, next), info.releaseYear());
      return Output.character(buffer, next, '}');
    }

    @Override
    @SuppressWarnings("NullAway") // As libraries do: null, or nothing, is read as null.
    ApplicationInfo read(Input in, int at) throws IOException {
      @Nullable String name = null;
      int releaseYear = 0;
      int index = 0;
      for (int next = in.firstMember(at); next != Input.NONE; next = in.nextMember(in.end)) {
        index = NAMES.find(in, next, index);
        switch (index) {
          case 0 -> name = in.text(in.end);
          case 1 -> releaseYear = in.intValue(in.end);
          default -> in.end = Skipping.skip(in, in.end, Input.MAX_DEPTH);
        }
        index++;
      }
      return new ApplicationInfo(name, releaseYear);
    }
  }
}
