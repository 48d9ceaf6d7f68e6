package requestpath.codec.handwritten;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of an array at once, as a long whose lowest byte is the first. */
public final class EightBytes {
  private static final VarHandle LITTLE_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The highest bit of each of eight bytes: set where a byte is not ASCII. */
  public static final long NOT_ASCII = 0x8080_8080_8080_8080L;

  private EightBytes() {}

  /**
   * The eight bytes at a position.
   *
   * @throws IndexOutOfBoundsException when they are not all within the array
   */
  public static long get(byte[] bytes, int at) {
    return (long) LITTLE_ENDIAN.get(bytes, at);
  }

  /**
   * Writes eight bytes at a position.
   *
   * @throws IndexOutOfBoundsException when there is no room for all of them
   */
  public static void put(byte[] bytes, int at, long eight) {
    LITTLE_ENDIAN.set(bytes, at, eight);
  }
}
