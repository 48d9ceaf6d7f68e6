package requestpath.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import requestpath.payload.Shape;

/**
 * Jackson 2 databind, the way that Spring Boot 3, WebFlux and Quarkus deploy it; and, as a row of
 * its own, with its fast reader and writer of doubles.
 *
 * <p>One mapper, from it one {@code ObjectWriter} and one {@code ObjectReader} for the shape, all
 * immutable and safe from many threads; bytes in and bytes out, never a String between. That is
 * what the project advises for speed:
 * https://github.com/FasterXML/jackson-docs/wiki/Presentation:-Jackson-Performance. Its buffers
 * come from its default pool, one for each thread, which its maintainers found the fastest on
 * platform threads: https://github.com/FasterXML/jackson-core/issues/1266.
 *
 * <p>Settings that make the contract equal to the others': what follows the document is refused,
 * unknown fields are ignored (Spring Boot sets the latter, too). The fast reader and writer of
 * doubles are off by default out of caution
 * (https://github.com/FasterXML/jackson-core/issues/1231): both ways are exact, and whoever adds
 * Jackson to a service gets the slow ones, hence two rows. Depth is limited to 1000 and strings to
 * 20 million characters, by its own constraints.
 *
 * <p>Set-ups tried, as ratios of time to JACKSON2, 1000 records, JDK 17: {@code
 * ObjectMapper.writeValueAsBytes} and {@code readValue} without prepared writer and reader 1.01 to
 * encode and 0.99 to decode, no difference shown; fast writer and reader of doubles 0.76 and 0.70.
 */
final class Jackson2Codec<T> implements JsonCodec<T> {
  private final ObjectWriter writer;
  private final ObjectReader reader;
  private final boolean fastNumbers;

  Jackson2Codec(Shape<T> shape, boolean fastNumbers) {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .configure(StreamReadFeature.USE_FAST_DOUBLE_PARSER, fastNumbers)
            .configure(StreamWriteFeature.USE_FAST_DOUBLE_WRITER, fastNumbers)
            .build();
    JavaType type = mapper.constructType(shape.type());
    writer = mapper.writerFor(type);
    reader = mapper.readerFor(type);
    this.fastNumbers = fastNumbers;
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
        + " bound by reflection, fast reader and writer of doubles "
        + (fastNumbers ? "on" : "off");
  }
}
