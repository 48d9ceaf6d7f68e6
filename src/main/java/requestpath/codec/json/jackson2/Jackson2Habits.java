package requestpath.codec.json.jackson2;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import requestpath.payload.Shape;

/**
 * Common ways to use Jackson 2 that cost, beside the careful way. The settings are those of {@code
 * Jackson2Codec} in all of them; only the habit differs.
 *
 * <p>The project itself advises against each: mappers are to be kept and bytes are to be given as
 * bytes (https://github.com/FasterXML/jackson-docs/wiki/Presentation:-Jackson-Performance).
 *
 * @param <T> the shape's Java type
 */
public final class Jackson2Habits<T> {
  private final Shape<T> shape;
  private final JsonMapper mapper;
  private final JavaType type;
  private final ObjectWriter writer;
  private final ObjectReader reader;

  /** Habits over values of the shape. */
  public Jackson2Habits(Shape<T> shape) {
    this.shape = shape;
    mapper = newMapper();
    type = mapper.constructType(shape.type());
    writer = mapper.writerFor(type);
    reader = mapper.readerFor(type);
  }

  private static JsonMapper newMapper() {
    return Jackson2Codec.withSettings(JsonMapper.builder()).build();
  }

  /**
   * The careful way to write: a writer that was prepared once, to bytes.
   *
   * @throws IOException when Jackson refuses the value
   */
  public byte[] encode(T value) throws IOException {
    return writer.writeValueAsBytes(value);
  }

  /**
   * A mapper made for each call, which finds out anew how the types are written.
   *
   * @throws IOException when Jackson refuses the value
   */
  public byte[] encodeNewMapperEachCall(T value) throws IOException {
    JsonMapper mapperOfCall = newMapper();
    return mapperOfCall
        .writerFor(mapperOfCall.constructType(shape.type()))
        .writeValueAsBytes(value);
  }

  /**
   * To text first, although bytes are wanted.
   *
   * @throws IOException when Jackson refuses the value
   */
  public byte[] encodeTextThenBytes(T value) throws IOException {
    return writer.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The careful way to read: a reader that was prepared once, from bytes.
   *
   * @throws IOException when it is not JSON or not of the shape
   */
  public T decode(byte[] json) throws IOException {
    return reader.readValue(json);
  }

  /**
   * A mapper made for each call, which finds out anew how the types are read.
   *
   * @throws IOException when it is not JSON or not of the shape
   */
  public T decodeNewMapperEachCall(byte[] json) throws IOException {
    JsonMapper mapperOfCall = newMapper();
    return mapperOfCall.readerFor(mapperOfCall.constructType(shape.type())).readValue(json);
  }

  /**
   * To text first, although bytes are there.
   *
   * @throws IOException when it is not JSON or not of the shape
   */
  public T decodeTextFirst(byte[] json) throws IOException {
    return reader.readValue(new String(json, StandardCharsets.UTF_8));
  }

  /**
   * Through a tree of nodes, although the types are known.
   *
   * @throws IOException when it is not JSON or not of the shape
   */
  public T decodeThroughTree(byte[] json) throws IOException {
    return mapper.treeToValue(mapper.readTree(json), type);
  }

  /** What is in use: library and version. */
  public String description() {
    return "jackson-databind " + writer.version();
  }
}
