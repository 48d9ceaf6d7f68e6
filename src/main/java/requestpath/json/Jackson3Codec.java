package requestpath.json;

import requestpath.payload.Shape;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Jackson 3 databind, the way that Spring Boot 4 deploys it; and, as a row of its own, with its
 * fast writer of doubles.
 *
 * <p>One mapper, from it one {@code ObjectWriter} and one {@code ObjectReader} for the shape, all
 * immutable and safe from many threads, as in Jackson 2. What differs by itself: it reads doubles
 * with the fast parser, takes its buffers from a shared queue, refuses what follows a document,
 * ignores unknown fields and sorts the properties of beans by name
 * (https://github.com/FasterXML/jackson/blob/main/jackson3/MIGRATING_TO_JACKSON_3.md); only the
 * order on the wire is changed by that. Depth is limited to 500 and strings to 100 million
 * characters, by its own constraints.
 *
 * <p>Set-ups tried, as ratios of time to JACKSON3, 1000 records, JDK 17: the thread-local pool of
 * Jackson 2 1.05 to encode and 0.98 to decode, no difference shown; fast writer of doubles 0.65 to
 * encode.
 */
final class Jackson3Codec<T> implements JsonCodec<T> {
  private final ObjectWriter writer;
  private final ObjectReader reader;
  private final boolean fastNumbers;

  Jackson3Codec(Shape<T> shape, boolean fastNumbers) {
    JsonMapper mapper =
        JsonMapper.builder()
            .configure(StreamWriteFeature.USE_FAST_DOUBLE_WRITER, fastNumbers)
            .build();
    JavaType type = mapper.constructType(shape.type());
    writer = mapper.writerFor(type);
    reader = mapper.readerFor(type);
    this.fastNumbers = fastNumbers;
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
        + " bound by reflection, fast writer of doubles "
        + (fastNumbers ? "on" : "off");
  }
}
