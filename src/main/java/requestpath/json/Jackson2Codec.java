package requestpath.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import requestpath.payload.Shape;

/**
 * Jackson 2 databind as it comes, the way that Spring Boot 3, WebFlux and Quarkus deploy it.
 *
 * <p>One mapper, from it one {@code ObjectWriter} and one {@code ObjectReader} for the shape, all
 * immutable and safe from many threads; bytes in and bytes out, never a String between. That is
 * what the project advises for speed:
 * https://github.com/FasterXML/jackson-docs/wiki/Presentation:-Jackson-Performance. Its buffers
 * come from its default pool, one for each thread, which its maintainers found the fastest on
 * platform threads: https://github.com/FasterXML/jackson-core/issues/1266.
 *
 * <p>The fast double parser and writer stay off, as they are by default
 * (https://github.com/FasterXML/jackson-core/issues/1231): both defaults are exact, and whoever
 * adds Jackson to a service gets these. Depth is limited to 1000 and strings to 20 million
 * characters, by its own constraints.
 *
 * <p>Set-ups tried, as ratios of time to this one, 1000 records, JDK 17: {@code
 * ObjectMapper.writeValueAsBytes} and {@code readValue} without prepared writer and reader 1.01 to
 * encode and 0.99 to decode, no difference; fast double writer and parser 0.76 and 0.70.
 */
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
