package requestpath.codec.handwritten.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Damages documents in ways that are likely to leave them almost right. */
final class Mutations {
  private static final byte[] LIKELY =
      "{}[]\",:\\ \n0123456789.-+eEntfu/\u0000\u001f\u007f\u00c3\u00ed\u00a0\u0080\u00ff"
          .getBytes(StandardCharsets.ISO_8859_1);

  private Mutations() {}

  /** A copy with one to three faults. */
  static byte[] of(byte[] document, Random random) {
    byte[] copy = document.clone();
    for (int faults = 1 + random.nextInt(3); faults > 0 && copy.length > 0; faults--) {
      copy = fault(copy, random);
    }
    return copy;
  }

  private static byte[] fault(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(6)) {
      case 0 -> bytes[at] = LIKELY[random.nextInt(LIKELY.length)];
      case 1 -> bytes[at] = (byte) random.nextInt();
      case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      case 3 -> {
        return splice(bytes, at, at, new byte[] {LIKELY[random.nextInt(LIKELY.length)]});
      }
      case 4 -> {
        return splice(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(3)), new byte[0]);
      }
      default -> {
        int end = Math.min(bytes.length, at + random.nextInt(20));
        int to = random.nextInt(bytes.length);
        return splice(bytes, to, to, Arrays.copyOfRange(bytes, at, end));
      }
    }
    return bytes;
  }

  private static byte[] splice(byte[] bytes, int from, int to, byte[] between) {
    byte[] result = new byte[from + between.length + bytes.length - to];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(between, 0, result, from, between.length);
    System.arraycopy(bytes, to, result, from + between.length, bytes.length - to);
    return result;
  }
}
