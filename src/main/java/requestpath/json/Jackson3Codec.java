package requestpath.json;

import requestpath.payload.Shape;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** PLACEHOLDER */
final class Jackson3Codec<T> implements JsonCodec<T> {
  private final ObjectWriter writer;
  private final ObjectReader reader;

  Jackson3Codec(Shape<T> shape) {
    JsonMapper mapper = JsonMapper.builder().build();
    JavaType type = mapper.constructType(shape.type());
    writer = mapper.writerFor(type);
    reader = mapper.readerFor(type);
  }

  @Override
  public byte[] toBytes(T value) {
    return writer.writeValueAsBytes(value);
  }

  @Override
  public String toText(T value) {
    return writer.writeValueAsString(value);
  }

  @Override
  public T fromBytes(byte[] json) {
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
