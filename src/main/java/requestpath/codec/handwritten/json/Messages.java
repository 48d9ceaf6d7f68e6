package requestpath.codec.handwritten.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import requestpath.codec.handwritten.Bytes;
import requestpath.codec.handwritten.Outputs;
import requestpath.codec.handwritten.Token;
import requestpath.payload.ApplicationInfo;
import requestpath.payload.KeyValue;
import requestpath.payload.Message;

/** The small messages of the source articles' services. */
final class Messages {
  private Messages() {}

  /** The answer of the hello services. */
  static final class OfMessage extends JsonTemplate<Message> {
    private static final Token MESSAGE = Token.of("{\"message\":");

    /**
     * If the text is plain, the document's length is known beforehand. A text of fewer than eight
     * characters is written as eight bytes, which may not fit.
     */
    @Override
    public byte[] toBytes(Outputs<Output> outputs, Message value) throws IOException {
      String text = value.message();
      if (text == null || text.length() < Long.BYTES) {
        return outputs.toBytes(this, value);
      }
      int first = MESSAGE.length() + 1;
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
    @SuppressWarnings("NullAway") // A missing text is null, as libraries read it.
    Message read(Input in, int at) throws IOException {
      @Nullable String message = null;
      for (int next = in.firstMember(at); next != Input.NONE; next = in.nextMember(in.end)) {
        if (in.name(next).equals("message")) {
          message = in.text(in.end);
        } else {
          in.end = Skipping.skip(in, in.end, Input.MAX_DEPTH);
        }
      }
      return new Message(message);
    }
  }

  /** The request to the exchange services. */
  static final class OfKeyValue extends JsonTemplate<KeyValue> {
    private static final Token KEY = Token.of("{\"key\":");
    private static final Token VALUE = Token.of(",\"value\":");
    private static final Token BEFORE_KEY = Token.of("{\"key\":\"");
    private static final Token BEFORE_VALUE = Token.of("\",\"value\":\"");

    /** Recognizes the compact form with two plain texts; reads any other form in general. */
    @Override
    public KeyValue fromBytes(byte[] document) throws IOException {
      if (BEFORE_KEY.is(document, 0)) {
        int key = BEFORE_KEY.length();
        int keyEnd = Texts.plainEnd(document, key);
        if (BEFORE_VALUE.is(document, keyEnd)) {
          int value = keyEnd + BEFORE_VALUE.length();
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
      int next = out.text(KEY.write(out.reserve(at), at), pair.key());
      next = out.text(VALUE.write(out.buffer(), next), pair.value());
      return Output.character(out.buffer(), next, '}');
    }

    @Override
    @SuppressWarnings("NullAway") // A missing text is null, as libraries read it.
    KeyValue read(Input in, int at) throws IOException {
      @Nullable String key = null;
      @Nullable String value = null;
      for (int next = in.firstMember(at); next != Input.NONE; next = in.nextMember(in.end)) {
        switch (in.name(next)) {
          case "key" -> key = in.text(in.end);
          case "value" -> value = in.text(in.end);
          default -> in.end = Skipping.skip(in, in.end, Input.MAX_DEPTH);
        }
      }
      return new KeyValue(key, value);
    }
  }

  /** The answer of the application info services. */
  static final class OfApplicationInfo extends JsonTemplate<ApplicationInfo> {
    private static final Token NAME = Token.of("{\"name\":");
    private static final Token RELEASE_YEAR = Token.of(",\"releaseYear\":");

    @Override
    public int write(Output out, int at, ApplicationInfo info) throws IOException {
      int next = out.text(NAME.write(out.reserve(at), at), info.name());
      byte[] buffer = out.buffer();
      next = Output.integer(buffer, RELEASE_YEAR.write(buffer, next), info.releaseYear());
      return Output.character(buffer, next, '}');
    }

    @Override
    @SuppressWarnings("NullAway") // A missing text is null, as libraries read it.
    ApplicationInfo read(Input in, int at) throws IOException {
      @Nullable String name = null;
      int releaseYear = 0;
      for (int next = in.firstMember(at); next != Input.NONE; next = in.nextMember(in.end)) {
        switch (in.name(next)) {
          case "name" -> name = in.text(in.end);
          case "releaseYear" -> releaseYear = in.intValue(in.end);
          default -> in.end = Skipping.skip(in, in.end, Input.MAX_DEPTH);
        }
      }
      return new ApplicationInfo(name, releaseYear);
    }
  }
}
