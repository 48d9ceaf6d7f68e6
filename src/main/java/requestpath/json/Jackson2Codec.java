package requestpath.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import requestpath.payload.Shape;

/** PLACEHOLDER */
final class Jackson2Codec<T> implements JsonCodec<T> {
  private final ObjectWriter writer;
  private final ObjectReader reader;

  Jackson2Codec(Shape<T> shape) {
    JsonMapper mapper = JsonMapper.builder().build();
    JavaType type = mapper.constructType(shape.type());
    writer = mapper.writerFor(type);
    reader = mapper.readerFor(type);
  }

  @Override
  public byte[] toBytes(T value) throws JsonProcessingException {
    return writer.writeValueAsBytes(value);
  }

  @Override
  public String toText(T value) throws JsonProcessingException {
    return writer.writeValueAsString(value);
  }

  @Override
  public T fromBytes(byte[] json) throws IOException {
    return reader.readValue(json);
  }

  @Override
  public String description() {
    return "jackson-databind "
        + writer.version()
        + ": ObjectWriter.writeValueAsBytes and writeValueAsString, ObjectReader.readValue(byte[]),"
        + " bound by reflection";
  }
}
