package requestpath.codec.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Map;

/** Parsers of texts whose end throws once the reading thread is interrupted. */
record InterruptibleParsers(JsonParserFactory parsers) implements JsonParserFactory {
  @Override
  public JsonParser createParser(InputStream in, Charset charset) {
    return parsers.createParser(in, charset);
  }

  @Override
  public JsonParser createParser(InputStream in) {
    return parsers.createParser(in);
  }

  @Override
  public JsonParser createParser(Reader reader) {
    return parsers.createParser(new Interruptible(reader));
  }

  @Override
  public JsonParser createParser(JsonObject object) {
    return parsers.createParser(object);
  }

  @Override
  public JsonParser createParser(JsonArray array) {
    return parsers.createParser(array);
  }

  @Override
  public Map<String, ?> getConfigInUse() {
    return parsers.getConfigInUse();
  }

  private static final class Interruptible extends FilterReader {
    Interruptible(Reader in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      return checked(super.read());
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
      return checked(super.read(target, offset, length));
    }

    private static int checked(int read) throws IOException {
      if (read < 0 && Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("interrupted behind the document's last character");
      }
      return read;
    }
  }
}
