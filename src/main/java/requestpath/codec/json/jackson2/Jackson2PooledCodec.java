package requestpath.codec.json.jackson2;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.RecyclerPool;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import requestpath.codec.AddedCheckException;
import requestpath.codec.json.JsonCodec;
import requestpath.payload.Shape;

/**
 * Jackson 2 databind, set up as {@code Jackson2Codec} sets it up, but for where its buffers come
 * from.
 */
final class Jackson2PooledCodec<T> implements JsonCodec<T> {
  private final ObjectWriter writer;
  private final ObjectReader reader;
  private final RecyclerPool<BufferRecycler> pool;

  Jackson2PooledCodec(Shape<T> shape, RecyclerPool<BufferRecycler> pool) {
    JsonMapper mapper =
        Jackson2Codec.withSettings(
                JsonMapper.builder(JsonFactory.builder().recyclerPool(pool).build()))
            .build();
    JavaType type = mapper.constructType(shape.type());
    writer = mapper.writerFor(type);
    reader = mapper.readerFor(type);
    this.pool = pool;
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    try {
      return writer.writeValueAsBytes(value);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public String toText(T value) throws IOException {
    try {
      return writer.writeValueAsString(value);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
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
        + " bound by reflection, buffers from "
        + pool.getClass().getSimpleName();
  }
}
