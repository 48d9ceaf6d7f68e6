package requestpath.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.function.UnaryOperator;
import requestpath.codec.json.JsonCodec;
import requestpath.codec.msgpack.MsgPackCodec;

/** Codecs that are wrong on purpose. */
public final class FaultyCodecs {
  private FaultyCodecs() {}

  /** Writes a value as a MessagePack message. */
  public interface Writing<T> {
    /** Writes it. */
    byte[] write(T value) throws IOException;
  }

  /** Reads a value from a message or a document. */
  public interface Reading<T> {
    /** Reads it. */
    T read(byte[] bytes) throws IOException;
  }

  /** A codec that changes each document before it reads it, and each that it has written. */
  public static <T> JsonCodec<T> json(
      JsonCodec<T> codec, UnaryOperator<String> toRead, UnaryOperator<String> written) {
    return jsonReading(
        codec,
        json -> codec.fromBytes(toRead.apply(new String(json, UTF_8)).getBytes(UTF_8)),
        written);
  }

  /** A codec that reads in another way and changes each document that it has written. */
  public static <T> JsonCodec<T> jsonReading(
      JsonCodec<T> codec, Reading<T> reading, UnaryOperator<String> written) {
    return new JsonCodec<>() {
      @Override
      public byte[] toBytes(T value) throws IOException {
        return toText(value).getBytes(UTF_8);
      }

      @Override
      public String toText(T value) throws IOException {
        return written.apply(codec.toText(value));
      }

      @Override
      public T fromBytes(byte[] json) throws IOException {
        return reading.read(json);
      }

      @Override
      public String description() {
        return "wrong";
      }
    };
  }

  /** A codec that writes and reads in these ways. */
  public static <T> MsgPackCodec<T> msgPack(Writing<T> writing, Reading<T> reading) {
    return new MsgPackCodec<>() {
      @Override
      public byte[] toBytes(T value) throws IOException {
        return writing.write(value);
      }

      @Override
      public T fromBytes(byte[] message) throws IOException {
        return reading.read(message);
      }

      @Override
      public String description() {
        return "wrong";
      }
    };
  }
}
