package requestpath.codec.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import requestpath.codec.CodecVerification;
import requestpath.codec.CodecVerification.Corruption;
import requestpath.codec.CodecVerification.Document;
import requestpath.codec.CodecVerification.Meaning;
import requestpath.codec.Equivalence;
import requestpath.codec.Operation;
import requestpath.codec.Produced;
import requestpath.codec.WrongAnswerException;
import requestpath.payload.Binding;
import requestpath.payload.Payload;
import requestpath.payload.own.OwnDocument;

/** Checks JSON operations; see {@link CodecVerification}. */
public final class JsonVerification {
  private static final Corruption TWICE =
      new Corruption("a second document after its end", JsonVerification::twice);

  private static final List<Corruption> CORRUPTIONS =
      List.of(
          Corruption.LAST_BYTE_CUT,
          Corruption.SECOND_HALF_CUT,
          new Corruption("a colon in its middle made a blank", JsonVerification::blankColon),
          TWICE);

  private JsonVerification() {}

  /**
   * Checks an encoder of a payload of records, beans or maps.
   *
   * @param encoder the measured operation: a list of values in, a {@code byte[]} or a {@code
   *     String} out
   * @param measured the measured list; its first value is replaced
   * @throws requestpath.codec.WrongAnswerException when it is not right
   * @throws Exception when it refuses the payload
   */
  public static Produced encoder(
      Operation<List<Object>, ?> encoder, List<Object> measured, Payload payload, Binding binding)
      throws Exception {
    return encoder(
        encoder,
        measured,
        List.of(payload.otherValues(binding, measured.size()), payload.probeValues(binding)));
  }

  /**
   * The same for a library that may bind classes of its own.
   *
   * @param measured the measured list, {@linkplain JsonLibrary#inOwnClasses in those classes}
   * @throws requestpath.codec.WrongAnswerException when it is not right
   * @throws Exception when it refuses the payload
   */
  public static Produced encoder(
      Operation<List<Object>, ?> encoder,
      List<Object> measured,
      Payload payload,
      Binding binding,
      JsonLibrary library)
      throws Exception {
    return encoder(
        encoder,
        measured,
        List.of(
            library.inOwnClasses(payload.otherValues(binding, measured.size())),
            library.inOwnClasses(payload.probeValues(binding))));
  }

  private static Produced encoder(
      Operation<List<Object>, ?> encoder, List<Object> measured, List<List<Object>> others)
      throws Exception {
    return CodecVerification.encoder(
        values -> new byte[][] {bytes(encoder.apply(values))},
        measured,
        others,
        messages -> StrictJson.read(messages[0]));
  }

  /**
   * Checks a decoder of a payload.
   *
   * @param decoder the measured operation: one document in, a list of values out
   * @param measured the measured array; it is overwritten
   * @param library says which classes the values must be of, and how exact they must be
   * @throws requestpath.codec.WrongAnswerException when it is not right
   * @throws Exception when it refuses the payload
   */
  public static Produced decoder(
      Operation<byte[], ?> decoder,
      byte[] measured,
      Payload payload,
      Binding binding,
      int size,
      JsonLibrary library)
      throws Exception {
    return CodecVerification.decoder(
        messages -> decoder.apply(messages[0]),
        document(measured, library.inOwnClasses(payload.values(binding, size))),
        List.of(
            document(
                payload.otherJson(size), library.inOwnClasses(payload.otherValues(binding, size))),
            document(payload.probeJson(), library.inOwnClasses(payload.probeValues(binding)))),
        library.equivalence(),
        CORRUPTIONS);
  }

  /**
   * Checks an encoder of the reader's own document.
   *
   * @param encoder the measured operation: trees of its objects in, a {@code byte[]} out
   * @throws requestpath.codec.WrongAnswerException when it is not right
   * @throws Exception when it refuses the document
   */
  public static Produced encoder(Operation<List<Object>, ?> encoder, OwnDocument own)
      throws Exception {
    List<Object> measured = own.trees();
    List<Object> last = new ArrayList<>(measured);
    return CodecVerification.encoder(
        trees -> {
          last.clear();
          last.addAll(trees);
          return new byte[][] {bytes(encoder.apply(trees))};
        },
        measured,
        List.of(own.otherTrees()),
        messages -> {
          Object read = StrictJson.read(messages[0]);
          return own.seen(own.isList() ? read : List.of(read), last);
        });
  }

  /**
   * Checks an encoder of many small documents.
   *
   * @param encoder the measured operation: a list of values in, one document for each out, in order
   * @param measured the measured list; its first value is replaced
   * @param others as many other values
   * @throws requestpath.codec.WrongAnswerException when it is not right
   * @throws Exception when it refuses the values
   */
  public static Produced encoderOfEach(
      Operation<List<Object>, byte[][]> encoder, List<Object> measured, List<Object> others)
      throws Exception {
    return CodecVerification.encoder(
        encoder,
        measured,
        List.of(others),
        documents -> {
          List<Object> values = new ArrayList<>(documents.length);
          for (byte[] document : documents) {
            values.add(StrictJson.read(document));
          }
          return values;
        });
  }

  /**
   * Checks a decoder of the reader's own document.
   *
   * @param decoder the measured operation: the document in
   * @param meaning makes trees of its objects of what that has decoded
   * @param measured the measured array; it is overwritten
   * @throws requestpath.codec.WrongAnswerException when it is not right
   * @throws Exception when it refuses the document
   */
  public static Produced decoder(
      Operation<byte[], ?> decoder,
      Meaning meaning,
      OwnDocument own,
      byte[] measured,
      Equivalence equivalence)
      throws Exception {
    return CodecVerification.decoder(
        messages -> decoder.apply(messages[0]),
        meaning,
        document(measured, own.trees()),
        List.of(document(own.otherJson(), own.otherTrees())),
        equivalence,
        List.of(Corruption.LAST_BYTE_CUT, Corruption.SECOND_HALF_CUT, TWICE));
  }

  /**
   * Checks a decoder of many small documents.
   *
   * @param decoder the measured operation: documents in, a list of one value for each out, in order
   * @param measured the measured documents; they are overwritten
   * @param others as many other documents
   * @throws requestpath.codec.WrongAnswerException when it is not right
   * @throws Exception when it refuses the documents
   */
  public static Produced decoderOfEach(
      Operation<byte[][], ?> decoder, Document measured, Document others) throws Exception {
    return CodecVerification.decoder(
        decoder, measured, List.of(others), Equivalence.EXACT, CORRUPTIONS);
  }

  /**
   * Checks that one answer is JSON and has the expected members.
   *
   * @param answer in UTF-8
   * @param expected its members
   * @throws requestpath.codec.WrongAnswerException when it is not, or does not
   */
  public static void requireAnswer(byte[] answer, Map<String, Object> expected) {
    try {
      Object actual = StrictJson.read(answer);
      Equivalence.EXACT
          .difference(expected, actual)
          .ifPresent(
              difference -> {
                throw new WrongAnswerException("the answer differs: " + difference);
              });
    } catch (IOException e) {
      throw new WrongAnswerException(
          "the answer is not JSON: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private static Document document(byte[] json, List<Object> values) {
    return new Document(new byte[][] {json}, values);
  }

  private static byte[] bytes(Object document) {
    return document instanceof String text
        ? text.getBytes(StandardCharsets.UTF_8)
        : (byte[]) document;
  }

  /** The first colon of the second half, or else of the whole: a small document has but one. */
  private static byte[] blankColon(byte[] json) {
    for (int from : new int[] {json.length / 2, 1}) {
      for (int i = from; i < json.length; i++) {
        if (json[i] == ':' && json[i - 1] == '"') {
          json[i] = ' ';
          return json;
        }
      }
    }
    throw new IllegalArgumentException("the document has no names");
  }

  private static byte[] twice(byte[] json) {
    byte[] both = Arrays.copyOf(json, 2 * json.length);
    System.arraycopy(json, 0, both, json.length, json.length);
    return both;
  }
}
