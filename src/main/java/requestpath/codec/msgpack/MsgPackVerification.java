package requestpath.codec.msgpack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.Value;
import requestpath.codec.CodecVerification;
import requestpath.codec.CodecVerification.Corruption;
import requestpath.codec.CodecVerification.Document;
import requestpath.codec.CodecVerification.Meaning;
import requestpath.codec.Equivalence;
import requestpath.codec.Operation;
import requestpath.codec.Produced;
import requestpath.payload.Binding;
import requestpath.payload.Payload;
import requestpath.payload.own.OwnDocument;

/** Checks MessagePack operations; see {@link CodecVerification}. */
public final class MsgPackVerification {
  /** The one byte that the specification says is never used. */
  private static final byte NEVER_USED = (byte) 0xc1;

  private static final List<Corruption> CORRUPTIONS =
      List.of(
          Corruption.LAST_BYTE_CUT,
          Corruption.SECOND_HALF_CUT,
          new Corruption(
              "its first byte made 0xc1, which MessagePack never uses",
              message -> {
                message[0] = NEVER_USED;
                return message;
              }));

  private MsgPackVerification() {}

  /**
   * Checks an encoder of a payload.
   *
   * @param encoder the measured operation: a list of values in, one message for each out
   * @param measured the measured list; its first value is replaced
   * @throws requestpath.codec.WrongAnswerException when it is not right
   * @throws Exception when it refuses the payload
   */
  public static Produced encoder(
      Operation<List<Object>, byte[][]> encoder,
      List<Object> measured,
      Payload payload,
      Binding binding)
      throws Exception {
    return CodecVerification.encoder(
        encoder,
        measured,
        List.of(payload.otherValues(binding, measured.size()), payload.probeValues(binding)),
        MsgPackVerification::readAll);
  }

  /**
   * Checks a decoder of a payload.
   *
   * @param decoder the measured operation: messages in, a list of one value for each out
   * @param measured the measured arrays; they are overwritten
   * @throws requestpath.codec.WrongAnswerException when it is not right
   * @throws Exception when it refuses the payload
   */
  public static Produced decoder(
      Operation<byte[][], List<Object>> decoder,
      byte[][] measured,
      Payload payload,
      Binding binding)
      throws Exception {
    int size = measured.length;
    return CodecVerification.decoder(
        decoder,
        new Document(measured, payload.values(binding, size)),
        List.of(
            new Document(payload.otherMessagePack(size), payload.otherValues(binding, size)),
            new Document(payload.probeMessagePack(), payload.probeValues(binding))),
        Equivalence.EXACT,
        CORRUPTIONS);
  }

  /**
   * Checks an encoder of the reader's own document.
   *
   * @param encoder the measured operation: trees of its objects in, one message for each out
   * @throws requestpath.codec.WrongAnswerException when it is not right
   * @throws Exception when it refuses the document
   */
  public static Produced encoder(Operation<List<Object>, byte[][]> encoder, OwnDocument own)
      throws Exception {
    List<Object> measured = own.trees();
    List<Object> last = new ArrayList<>(measured);
    return CodecVerification.encoder(
        trees -> {
          last.clear();
          last.addAll(trees);
          return encoder.apply(trees);
        },
        measured,
        List.of(own.otherTrees()),
        messages -> own.seen(readAll(messages), last));
  }

  /**
   * Checks a decoder of the reader's own document.
   *
   * @param decoder the measured operation: messages in
   * @param meaning makes a tree for each message of what that has decoded
   * @param measured the measured arrays; they are overwritten
   * @throws requestpath.codec.WrongAnswerException when it is not right
   * @throws Exception when it refuses the document
   */
  public static Produced decoder(
      Operation<byte[][], ?> decoder, Meaning meaning, OwnDocument own, byte[][] measured)
      throws Exception {
    return CodecVerification.decoder(
        decoder,
        meaning,
        new Document(measured, own.trees()),
        List.of(new Document(own.otherMessagePack(), own.otherTrees())),
        Equivalence.EXACT,
        CORRUPTIONS);
  }

  /**
   * Reads messages strictly, each as maps, lists, texts, numbers, booleans and null.
   *
   * @throws IOException when one is not MessagePack, or something follows it
   */
  public static List<@Nullable Object> readAll(byte[][] messages) throws IOException {
    List<@Nullable Object> values = new ArrayList<>(messages.length);
    for (byte[] message : messages) {
      try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(message)) {
        values.add(tree(unpacker.unpackValue()));
        if (unpacker.hasNext()) {
          throw new IOException("more follows the message");
        }
      }
    }
    return values;
  }

  private static @Nullable Object tree(Value value) throws IOException {
    return switch (value.getValueType()) {
      case NIL -> null;
      case BOOLEAN -> value.asBooleanValue().getBoolean();
      case INTEGER -> value.asIntegerValue().asBigInteger();
      case FLOAT -> value.asFloatValue().toDouble();
      case STRING -> value.asStringValue().asString();
      case ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        for (Value element : value.asArrayValue()) {
          list.add(tree(element));
        }
        yield list;
      }
      case MAP -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Map.Entry<Value, Value> member : value.asMapValue().entrySet()) {
          map.put(member.getKey().asStringValue().asString(), tree(member.getValue()));
        }
        yield map;
      }
      case BINARY, EXTENSION ->
          throw new IOException("no field is of type " + value.getValueType());
    };
  }
}
