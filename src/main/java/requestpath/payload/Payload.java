package requestpath.payload;

import static requestpath.payload.RandomValues.ESCAPED;
import static requestpath.payload.RandomValues.SCRIPTS;
import static requestpath.payload.RandomValues.cents;
import static requestpath.payload.RandomValues.finite;
import static requestpath.payload.RandomValues.integer;
import static requestpath.payload.RandomValues.power10;
import static requestpath.payload.RandomValues.random;
import static requestpath.payload.RandomValues.text;
import static requestpath.payload.RandomValues.words;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The documents that are encoded and decoded: the same values in every binding, the same bytes for
 * every library.
 */
@SuppressWarnings("ImmutableEnumChecker") // An Element is immutable; a lambda cannot say so.
public enum Payload {
  /**
   * The records of the 2019 comparison: all strings alike, keys always in the same order. As
   * compact JSON a thousand of them are the 133,622 bytes that the comparison reports.
   */
  DOCUMENT(Element.ITEM) {
    @Override
    Item element(int index) {
      return item(index, "My name", "Some words on here so it looks full", "U");
    }
  },

  /**
   * The same shape and about the same size, but strings of differing content and length, numbers of
   * differing magnitude and, when decoding, keys in random order. DOCUMENT helps caches, branch
   * predictors and parsers that guess the next key; this payload does not.
   */
  VARIED(Element.ITEM) {
    @Override
    Item element(int index) {
      Random random = random(index);
      return new Item(
          index,
          words(random, 1, 13),
          words(random, 6, 64),
          String.valueOf((char) ('A' + random.nextInt(26))),
          random.nextInt(power10(1 + random.nextInt(6))),
          FIRST_CREATED_AT + random.nextInt(SECONDS_IN_TEN_YEARS) + random.nextDouble());
    }

    @Override
    Map<String, @Nullable Object> document(int index) {
      Map<String, @Nullable Object> inOrder = super.document(index);
      List<String> names = new ArrayList<>(inOrder.keySet());
      Collections.shuffle(names, random(~index));
      Map<String, @Nullable Object> shuffled = new LinkedHashMap<>();
      names.forEach(name -> shuffled.put(name, inOrder.get(name)));
      return shuffled;
    }
  },

  /**
   * The same shape. Its texts hold many characters that JSON must escape (quotes, backslashes,
   * control characters) and slashes, which it may escape.
   */
  ESCAPES(Element.ITEM) {
    @Override
    Item element(int index) {
      Random random = random(index);
      return item(
          index,
          text(random, 2, 12, ESCAPED),
          text(random, 10, 50, ESCAPED),
          text(random, 1, 1, ESCAPED));
    }
  },

  /** The same shape, its texts of characters that take one, two, three and four bytes in UTF-8. */
  UNICODE(Element.ITEM) {
    @Override
    Item element(int index) {
      Random random = random(index);
      return item(
          index,
          text(random, 2, 12, SCRIPTS),
          text(random, 10, 50, SCRIPTS),
          text(random, 1, 1, SCRIPTS));
    }
  },

  /** Numbers and nothing else: doubles of all magnitudes, longs at the edges. */
  NUMBERS(Element.NUMBERS) {
    @Override
    Numbers element(int index) {
      Random random = random(index);
      return new Numbers(
          index,
          integer(random),
          integer(random),
          cents(random, 10_000_000),
          random.nextDouble(),
          finite(random));
    }
  },

  /** Orders with an address and one to six lines. */
  NESTED(Element.ORDER) {
    @Override
    Order element(int index) {
      Random random = random(index);
      List<OrderLine> lines = new ArrayList<>();
      for (int line = random.nextInt(6); line >= 0; line--) {
        lines.add(
            new OrderLine(words(random, 5, 20), 1 + random.nextInt(12), cents(random, 100_000)));
      }
      return new Order(
          1_000_000L * 10_000 + index,
          words(random, 5, 25),
          new Address(
              words(random, 8, 24) + " " + (1 + random.nextInt(200)),
              words(random, 4, 16),
              String.valueOf(10_000 + random.nextInt(90_000)),
              "DE"),
          List.copyOf(lines),
          cents(random, 1_000_000),
          random.nextBoolean(),
          random.nextInt(4) == 0 ? words(random, 10, 60) : null);
    }
  };

  /** The largest number of records; beyond it the heap of a fork would be the subject. */
  public static final int MAX_SIZE = 100_000;

  /** The time stamp in the comparison's sample record. */
  private static final double FIRST_CREATED_AT = 1569882498.9117897;

  /** What makes each time stamp differ, and the JSON text as long as the comparison says it was. */
  private static final double CREATED_AT_STEP = 1.6e-6;

  private static final int SECONDS_IN_TEN_YEARS = 315_576_000;

  private final Element type;

  Payload(Element type) {
    this.type = type;
  }

  /**
   * One value of this payload's element type, the same for the same index on every JDK.
   *
   * @param index from 0
   */
  abstract Record element(int index);

  private static Item item(int index, String name, String description, String type) {
    return new Item(index, name, description, type, 33, FIRST_CREATED_AT + index * CREATED_AT_STEP);
  }

  /** The element as it stands in the bytes to decode. */
  Map<String, @Nullable Object> document(int index) {
    return Tree.ofRecord(element(index));
  }

  /**
   * A record of one of the payloads' types in the binding.
   *
   * @throws IllegalArgumentException when no payload is made of such records
   */
  public static Object bound(Record value, Binding binding) {
    for (Payload payload : values()) {
      if (payload.type.record() == value.getClass()) {
        return payload.type.bound(value, binding);
      }
    }
    throw new IllegalArgumentException("no payload is made of " + value.getClass().getName());
  }

  /** Whether the payload can be had in the binding. */
  public Support supports(Binding binding) {
    return type.supports(binding);
  }

  /** The type of one element in the binding. */
  public Shape<Object> one(Binding binding) {
    return Shape.one(type.boundClass(binding));
  }

  /** The type of the whole payload in the binding: a list of elements. */
  public Shape<List<Object>> list(Binding binding) {
    return Shape.listOf(type.boundClass(binding));
  }

  /**
   * The first records, bound.
   *
   * @param size how many, from 1 to {@link #MAX_SIZE}
   * @throws IllegalArgumentException when the size is out of bounds
   */
  public List<Object> values(Binding binding, int size) {
    return values(binding, 0, size);
  }

  /**
   * As many records as {@link #values(Binding, int)} gives, all different from those: for checks.
   */
  public List<Object> otherValues(Binding binding, int size) {
    return values(binding, size, size);
  }

  /** The JSON of {@link #values(Binding, int)}: one array in UTF-8. */
  public byte[] json(int size) {
    return json(0, size);
  }

  /** The JSON of {@link #otherValues}. */
  public byte[] otherJson(int size) {
    return json(size, size);
  }

  /** The MessagePack of {@link #values(Binding, int)}: one array for each record, with a map. */
  public byte[][] messagePack(int size) {
    return messagePack(0, size);
  }

  /** The MessagePack of {@link #otherValues}. */
  public byte[][] otherMessagePack(int size) {
    return messagePack(size, size);
  }

  /**
   * Values of the same type that hold what the measured ones do not: text beyond ASCII, what must
   * be escaped, null, numbers at the edges. For checks; the same for all payloads of a type.
   */
  public List<Object> probeValues(Binding binding) {
    return type.probes().stream().map(probe -> type.bound(probe, binding)).toList();
  }

  /** The probe as one JSON array in UTF-8. */
  public byte[] probeJson() {
    return JsonText.of(Tree.of(type.probes())).getBytes(StandardCharsets.UTF_8);
  }

  /** The probe, each value a MessagePack map in an array of its own. */
  public byte[][] probeMessagePack() {
    return type.probes().stream()
        .map(probe -> MsgPackBytes.of(Tree.of(probe)))
        .toArray(byte[][]::new);
  }

  /**
   * The size itself.
   *
   * @throws IllegalArgumentException when it is out of bounds
   */
  public static int requireSize(int size) {
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException(
          "size=" + size + " is out of bounds: choose from 1 to " + MAX_SIZE);
    }
    return size;
  }

  private List<Object> values(Binding binding, int from, int size) {
    List<Object> values = new ArrayList<>(requireSize(size));
    for (int index = from; index < from + size; index++) {
      values.add(type.bound(element(index), binding));
    }
    return values;
  }

  private byte[] json(int from, int size) {
    List<Object> documents = new ArrayList<>(requireSize(size));
    for (int index = from; index < from + size; index++) {
      documents.add(document(index));
    }
    return JsonText.of(documents).getBytes(StandardCharsets.UTF_8);
  }

  private byte[][] messagePack(int from, int size) {
    byte[][] messages = new byte[requireSize(size)][];
    for (int i = 0; i < size; i++) {
      messages[i] = MsgPackBytes.of(document(from + i));
    }
    return messages;
  }
}
