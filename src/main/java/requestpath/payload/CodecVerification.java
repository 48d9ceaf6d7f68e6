package requestpath.payload;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Proves that an operation is right, by running that very operation. A decoder must give back every
 * value, keep nothing of its caller's array, answer each input by its own content and refuse
 * corrupt input; an encoder must write every value, answer each input by its own content and hand
 * over arrays that are the caller's alone.
 */
public final class CodecVerification {
  private static final byte OVERWRITTEN = 0x7f;

  private CodecVerification() {}

  /**
   * A fault to build into a copy of a message.
   *
   * @param name what is done to it
   * @param corrupt changes a copy of the message, or cuts it short
   */
  public record Corruption(String name, UnaryOperator<byte[]> corrupt) {
    /** Cuts off the last byte, so that the outermost value never ends. */
    public static final Corruption LAST_BYTE_CUT =
        new Corruption(
            "its last byte cut off", message -> Arrays.copyOf(message, message.length - 1));
  }

  /**
   * Proves a decoder right.
   *
   * @param decoder the operation: messages in, one value or a list of values out
   * @param messages the measured input
   * @param expected what it means
   * @param otherMessages another input of the same shape
   * @param otherExpected what that means
   * @param corruptions faults, each of which the decoder must refuse in any one message
   * @return the sizes of the measured input
   * @throws WrongAnswerException when it is not right
   * @throws Exception when it refuses valid input
   */
  public static Produced decoder(
      Operation<byte[][], ?> decoder,
      byte[][] messages,
      Object expected,
      byte[][] otherMessages,
      Object otherExpected,
      Equivalence equivalence,
      Corruption... corruptions)
      throws Exception {
    byte[][] input = copy(messages);
    Object first = decoder.apply(input);
    for (byte[] message : input) {
      Arrays.fill(message, OVERWRITTEN);
    }
    Object other = decoder.apply(copy(otherMessages));
    requireSame(equivalence, expected, first, "decoded");
    requireSame(equivalence, otherExpected, other, "decoded from a second document");
    for (Corruption corruption : corruptions) {
      requireRefusal(decoder, messages, corruption);
    }
    return Produced.of(messages);
  }

  /**
   * Proves an encoder right.
   *
   * @param encoder the operation: values in, messages out
   * @param values the measured input
   * @param otherValues another input of the same shape
   * @param reference reads messages strictly, independently of the encoder
   * @return the sizes of what the encoder makes of the measured input
   * @throws WrongAnswerException when it is not right
   * @throws Exception when it refuses valid input
   */
  public static <I> Produced encoder(
      Operation<I, byte[][]> encoder,
      I values,
      I otherValues,
      Operation<byte[][], ?> reference,
      Equivalence equivalence)
      throws Exception {
    byte[][] first = encoder.apply(values);
    byte[][] kept = copy(first);
    byte[][] other = encoder.apply(otherValues);
    requireReadable(equivalence, reference, values, kept, "encoded");
    requireReadable(equivalence, reference, otherValues, other, "encoded from second values");
    if (!Arrays.deepEquals(first, kept)) {
      throw new WrongAnswerException("the array it returned was changed by its next call");
    }
    for (byte[] message : first) {
      Arrays.fill(message, OVERWRITTEN);
    }
    requireReadable(
        equivalence,
        reference,
        values,
        encoder.apply(values),
        "encoded once more after the caller changed the array that it was given");
    return Produced.of(kept);
  }

  private static void requireReadable(
      Equivalence equivalence,
      Operation<byte[][], ?> reference,
      Object expected,
      byte[][] messages,
      String what) {
    Object actual;
    try {
      actual = reference.apply(messages);
    } catch (Exception e) {
      throw new WrongAnswerException("what it " + what + " cannot be read: " + firstLine(e));
    }
    requireSame(equivalence, expected, actual, what);
  }

  private static void requireSame(
      Equivalence equivalence, Object expected, @Nullable Object actual, String what) {
    equivalence
        .difference(expected, actual)
        .ifPresent(
            difference -> {
              throw new WrongAnswerException("what it " + what + " differs: " + difference);
            });
  }

  private static void requireRefusal(
      Operation<byte[][], ?> decoder, byte[][] messages, Corruption corruption) {
    byte[][] corrupted = copy(messages);
    int middle = messages.length / 2;
    corrupted[middle] = corruption.corrupt().apply(corrupted[middle]);
    try {
      decoder.apply(corrupted);
    } catch (Exception refused) {
      return;
    }
    throw new WrongAnswerException("it accepts a message with " + corruption.name());
  }

  private static byte[][] copy(byte[][] messages) {
    byte[][] copies = new byte[messages.length][];
    for (int i = 0; i < messages.length; i++) {
      copies[i] = messages[i].clone();
    }
    return copies;
  }

  private static String firstLine(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getName() : e.getMessage();
    return message.lines().findFirst().orElse("");
  }
}
