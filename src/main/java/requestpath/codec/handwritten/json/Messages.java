package requestpath.codec.handwritten.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import requestpath.codec.handwritten.Bytes;
import requestpath.codec.handwritten.Outputs;
import requestpath.payload.ApplicationInfo;
import requestpath.payload.KeyValue;
import requestpath.payload.Message;

/** The small messages of the documents' services. */
final class Messages {
  private Messages() {}

  /** What the hello services answer. */
  static final class OfMessage extends Template<Message> {
    private static final Name MESSAGE = Name.first("message");

    /**
     * Where the text is plain, the document's length is known before it is written. Fewer than
     * eight characters are written as eight bytes, for which there may be no room in it.
     */
    @Override
    byte[] toBytes(Outputs<Output> outputs, Message value) throws IOException {
      String text = value.message();
      if (text == null || text.length() < Long.BYTES) {
        return outputs.toBytes(this, value);
      }
      int first = 1 + MESSAGE.length() + 1;
      int close = Math.addExact(first, text.length());
      byte[] document = new byte[Math.addExact(close, 2)];
      int quote = MESSAGE.write(document, 0);
      boolean isPlain =
          text.length() <= 2 * Long.BYTES
              ? Bytes.copyTwoWords(text, document, first)
              : Bytes.copyPlain(text, document, first);
      if (!isPlain) {
        return outputs.toBytes(this, value);
      }
      document[quote] = '"';
      document[close] = '"';
      document[close + 1] = '}';
      return document;
    }

    @Override
    public int write(Output out, int at, Message value) throws IOException {
      int next = out.text(MESSAGE.write(out.reserve(at), at), value.message());
      return Output.character(out.buffer(), next, '}');
    }

    @Override
    @SuppressWarnings("NullAway") // As libraries do: null, or nothing, is read as null.
    Message read(Input in, int at) throws IOException {
      byte[] bytes = in.bytes;
      @Nullable String message = null;
      for (int next = in.firstMember(at); next != Input.NONE; next = in.nextMember(in.end)) {
        if (MESSAGE.is(Bytes.eightOrFewer(bytes, next), bytes, next)) {
          message = in.text(in.afterBlanks(next + MESSAGE.length()));
        } else if (in.name(next).equals("message")) {
          message = in.text(in.end);
        } else {
          in.end = Skipping.skip(in, in.end, Input.MAX_DEPTH);
        }
      }
      return new Message(message);
    }
  }

  /** What the exchange services are sent. */
  static final class OfKeyValue extends Template<KeyValue> {
    private static final Names NAMES = new Names("key", "value");

    // The compact form around its two texts: before the key, between them in two words, behind.
    private static final long BEFORE_KEY = word("{\"key\":\"");
    private static final long BEFORE_VALUE = word("\",\"value");
    private static final long BEFORE_VALUE_END = word("value\":\"");
    private static final int BEFORE_VALUE_LENGTH = 11;

    private static long word(String eight) {
      return Bytes.eight(eight.getBytes(StandardCharsets.US_ASCII), 0);
    }

    /** The compact form, with two plain texts, is known by a few words; any other is read. */
    @Override
    KeyValue fromBytes(byte[] document) throws IOException {
      if (Bytes.eightOrFewer(document, 0) == BEFORE_KEY) {
        int key = Long.BYTES;
        int keyEnd = Texts.plainEnd(document, key);
        if (Bytes.eightOrFewer(document, keyEnd) == BEFORE_VALUE
            && Bytes.eightOrFewer(document, keyEnd + BEFORE_VALUE_LENGTH - Long.BYTES)
                == BEFORE_VALUE_END) {
          int value = keyEnd + BEFORE_VALUE_LENGTH;
          int valueEnd = Texts.plainEnd(document, value);
          if (valueEnd == document.length - 2
              && document[valueEnd] == '"'
              && document[valueEnd + 1] == '}') {
            return new KeyValue(
                Bytes.ascii(document, key, keyEnd - key),
                Bytes.ascii(document, value, valueEnd - value));
          }
        }
      }
      return super.fromBytes(document);
    }

    @Override
    public int write(Output out, int at, KeyValue pair) throws IOException {
      int next = out.text(NAMES.get(0).write(out.reserve(at), at), pair.key());
      next = out.text(NAMES.get(1).write(out.buffer(), next), pair.value());
      return Output.character(out.buffer(), next, '}');
    }

    @Override
    @SuppressWarnings("NullAway") // As libraries do: null, or nothing, is read as null.
    KeyValue read(Input in, int at) throws IOException {
      @Nullable String key = null;
      @Nullable String value = null;
      int index = 0;
      for (int next = in.firstMember(at); next != Input.NONE; next = in.nextMember(in.end)) {
        index = NAMES.find(in, next, index);
        switch (index) {
          case 0 -> key = in.text(in.end);
          case 1 -> value = in.text(in.end);
          default -> in.end = Skipping.skip(in, in.end, Input.MAX_DEPTH);
        }
        index++;
      }
      return new KeyValue(key, value);
    }
  }

  /** What the application info services answer. */
  static final class OfApplicationInfo extends Template<ApplicationInfo> {
    private static final Names NAMES = new Names("name", "releaseYear");

    @Override
    public int write(Output out, int at, ApplicationInfo info) throws IOException {
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
