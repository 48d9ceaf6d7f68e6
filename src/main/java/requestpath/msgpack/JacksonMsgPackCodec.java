package requestpath.msgpack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import org.msgpack.jackson.dataformat.MessagePackMapper;
import requestpath.payload.Artifacts;
import requestpath.payload.Shape;

/** PLACEHOLDER */
final class JacksonMsgPackCodec<T> implements MsgPackCodec<T> {
  private final ObjectWriter writer;
  private final ObjectReader reader;

  JacksonMsgPackCodec(Shape<T> shape) {
    MessagePackMapper mapper = new MessagePackMapper();
    JavaType type = mapper.constructType(shape.type());
    writer = mapper.writerFor(type);
    reader = mapper.readerFor(type);
  }

  @Override
  public byte[] toBytes(T value) throws JsonProcessingException {
    return writer.writeValueAsBytes(value);
  }

  @Override
  public T fromBytes(byte[] message) throws IOException {
    return reader.readValue(message);
  }

  @Override
  public String description() {
    return "jackson-dataformat-msgpack "
        + Artifacts.version("jackson-dataformat-msgpack")
        + " over jackson-databind "
        + writer.version()
        + ": ObjectWriter.writeValueAsBytes, ObjectReader.readValue(byte[]), bound by reflection";
  }
}
