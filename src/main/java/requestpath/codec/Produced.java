package requestpath.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/**
 * What an encoder produced, or a decoder consumed, for one operation.
 *
 * @param bytes the size in bytes
 * @param gzipBytes the size after gzip at its default level; messages are packed together, in order
 */
public record Produced(long bytes, long gzipBytes) {

  /** Sizes of the messages of one operation. */
  public static Produced of(byte[]... messages) {
    long bytes = 0;
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      for (byte[] message : messages) {
        bytes += message.length;
        gzip.write(message);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory does not fail", e);
    }
    return new Produced(bytes, packed.size());
  }
}
