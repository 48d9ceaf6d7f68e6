package requestpath.codec;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Checks that an operation is right: runs the measured operation on the measured input, and on
 * other inputs.
 *
 * <p>A decoder must give back every value in the type of its binding, keep nothing of its caller's
 * array, answer each input by its own content and refuse corrupt input. An encoder must write every
 * value, answer each input by its own content and hand over arrays that are the caller's alone.
 * Both must cope with what the measured payload does not hold: text beyond ASCII, what must be
 * escaped, null, numbers at the edges.
 */
public final class CodecVerification {
  private static final byte OVERWRITTEN = 0x7f;

  private CodecVerification() {}

  /**
   * A fault to build into a message.
   *
   * @param name what is done to it
   * @param corrupt changes a copy of the message, or cuts it short
   */
  public record Corruption(String name, UnaryOperator<byte[]> corrupt) {
    /** Cuts off the last byte, so that the outermost value never ends. */
    public static final Corruption LAST_BYTE_CUT =
        new Corruption(
            "its last byte cut off", message -> Arrays.copyOf(message, message.length - 1));

    /** Cuts off the second half. */
    public static final Corruption SECOND_HALF_CUT =
        new Corruption(
            "its second half cut off", message -> Arrays.copyOf(message, message.length / 2));
  }

  /**
   * An input of a decoder and what it means.
   *
   * @param messages as the operation is given them
   * @param values what they mean, in the binding
   */
  @SuppressWarnings("ArrayRecordComponent") // It is never compared.
  public record Document(byte[][] messages, List<Object> values) {}

  /** What a decoder has made, in the form in which it is compared. */
  @FunctionalInterface
  public interface Meaning {
    /**
     * Makes that form.
     *
     * @param decoded what the decoder has made
     * @param values what the input means
     * @throws Exception when it cannot
     */
    Object of(Object decoded, List<Object> values) throws Exception;
  }

  /**
   * Checks a decoder that makes a list of values. The measured arrays are overwritten.
   *
   * @param decoder the operation: messages in, a list of values out
   * @param measured the measured input, in the measured arrays
   * @param others inputs of the same type with other content
   * @param corruptions faults, each of which the decoder must refuse in any one message
   * @return the sizes of the measured input
   * @throws WrongAnswerException when it is not right
   * @throws Exception when it refuses valid input
   */
  public static Produced decoder(
      Operation<byte[][], ?> decoder,
      Document measured,
      List<Document> others,
      Equivalence equivalence,
      List<Corruption> corruptions)
      throws Exception {
    return decoder(
        decoder, (decoded, values) -> decoded, measured, others, equivalence, corruptions);
  }

  /**
   * The same for a decoder whose values are compared in another form. That is made only after the
   * input was overwritten, and is no part of what must refuse corrupt input.
   *
   * @param meaning makes the form: a list of one for each value
   */
  public static Produced decoder(
      Operation<byte[][], ?> decoder,
      Meaning meaning,
      Document measured,
      List<Document> others,
      Equivalence equivalence,
      List<Corruption> corruptions)
      throws Exception {
    byte[][] intact = copy(measured.messages());
    Object decoded = decoder.apply(measured.messages());
    overwrite(measured.messages());
    requireRefusal(decoder, measured.messages(), "all of its bytes overwritten in place");
    for (Document other : others) {
      requireSame(
          equivalence,
          other.values(),
          meaning.of(decoder.apply(other.messages()), other.values()),
          "decoded from another input");
    }
    Object first = meaning.of(decoded, measured.values());
    requireSame(equivalence, measured.values(), first, "decoded");
    requireTypes(measured.values(), first);
    for (Corruption corruption : corruptions) {
      requireRefusal(decoder, intact, corruption);
    }
    return Produced.of(intact);
  }

  /**
   * Checks an encoder. The measured list is changed.
   *
   * @param encoder the operation: values in, messages out
   * @param measured the measured values, in the measured list, which can be changed
   * @param others inputs of the same type with other content
   * @param reference reads messages strictly, without the encoder's own codec
   * @return the sizes of what the encoder makes of the measured values
   * @throws WrongAnswerException when it is not right
   * @throws Exception when it refuses valid input
   */
  public static Produced encoder(
      Operation<List<Object>, byte[][]> encoder,
      List<Object> measured,
      List<List<Object>> others,
      Operation<byte[][], ?> reference)
      throws Exception {
    byte[][] first = encoder.apply(measured);
    byte[][] kept = copy(first);
    requireReadable(reference, measured, kept, "encoded");
    for (List<Object> other : others) {
      requireReadable(reference, other, encoder.apply(other), "encoded from another input");
    }
    if (!Arrays.deepEquals(first, kept)) {
      throw new WrongAnswerException("the array it returned was changed by its next call");
    }
    overwrite(first);
    requireReadable(
        reference,
        measured,
        encoder.apply(measured),
        "encoded once more after the caller changed the array that it was given");
    measured.set(0, others.get(0).get(0));
    requireReadable(
        reference,
        measured,
        encoder.apply(measured),
        "encoded from the same list after its first value was replaced");
    return Produced.of(kept);
  }

  private static void requireReadable(
      Operation<byte[][], ?> reference, List<Object> expected, byte[][] messages, String what) {
    Object actual;
    try {
      actual = reference.apply(messages);
    } catch (Exception e) {
      throw new WrongAnswerException("what it " + what + " cannot be read: " + firstLine(e));
    }
    requireSame(Equivalence.EXACT, expected, actual, what);
  }

  private static void requireSame(
      Equivalence equivalence, Object expected, @Nullable Object actual, String what) {
    equivalence
        .compare(expected, actual)
        .ifPresent(
            difference -> {
              throw new WrongAnswerException("what it " + what + " differs", difference);
            });
  }

  /**
   * Equivalent values need not be of the binding: a list that erasure filled with maps is not a
   * list of records.
   */
  private static void requireTypes(List<Object> expected, Object actual) {
    Object first = ((List<?>) actual).get(0);
    Class<?> type = expected.get(0) instanceof Map ? Map.class : expected.get(0).getClass();
    if (!type.isInstance(first)) {
      throw new WrongAnswerException(
          "it decodes to " + first.getClass().getName() + " and not to " + type.getName());
    }
  }

  private static void requireRefusal(
      Operation<byte[][], ?> decoder, byte[][] messages, Corruption corruption) {
    byte[][] corrupted = messages.clone();
    int middle = messages.length / 2;
    corrupted[middle] = corruption.corrupt().apply(messages[middle].clone());
    requireRefusal(decoder, corrupted, corruption.name());
  }

  private static void requireRefusal(
      Operation<byte[][], ?> decoder, byte[][] messages, String fault) {
    try {
      decoder.apply(messages);
    } catch (Exception refused) {
      return;
    }
    throw new WrongAnswerException("it accepts a message with " + fault);
  }

  private static void overwrite(byte[][] messages) {
    for (byte[] message : messages) {
      Arrays.fill(message, OVERWRITTEN);
    }
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
