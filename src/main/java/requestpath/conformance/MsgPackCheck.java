package requestpath.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static requestpath.conformance.Ending.DEPTH;
import static requestpath.conformance.Ending.REFUSED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import requestpath.payload.Item;

/** What is asked of every MessagePack row. Messages are written out, byte by byte. */
enum MsgPackCheck implements Check<MsgPackVariant> {
  /** Eight bytes hold every double. */
  DOUBLES("doubles, both ways") {
    @Override
    public Outcome ask(MsgPackVariant row) throws IOException {
      for (double number :
          new double[] {
            0.1, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN, Double.NEGATIVE_INFINITY
          }) {
        Object back =
            row.readItem(row.write(new Item(1, "n", "d", "t", 2, number))).get("created_at");
        if (!(back instanceof Double read) || Double.compare(read, number) != 0) {
          return Outcome.wrong(number + " comes back as " + back);
        }
      }
      return Outcome.equal("exact, NaN and infinities too");
    }
  },
  /** A sender may use float 32. */
  FLOAT("a float 32 where a double is wanted") {
    @Override
    public Outcome ask(MsgPackVariant row) throws IOException {
      Object read =
          row.readItem(message(0x81, "created_at", 0xca, 0x3f, 0x00, 0x00, 0x00)).get("created_at");
      return Outcome.must(read instanceof Number number && number.doubleValue() == 0.5, "read");
    }
  },
  /** A sender may use more bytes than needed. */
  WIDE_INTEGERS("an integer in a larger form than it needs") {
    @Override
    public Outcome ask(MsgPackVariant row) throws IOException {
      Object read = row.readItem(message(0x81, "count", 0xcf, 0, 0, 0, 0, 0, 0, 0, 7)).get("count");
      return Outcome.must(read instanceof Number number && number.longValue() == 7, "read");
    }
  },
  /** Does not fit. */
  TOO_LARGE("an integer that does not fit its field") {
    @Override
    public Outcome ask(MsgPackVariant row) {
      try {
        Object read =
            row.readItem(message(0x81, "count", 0xcf, 255, 255, 255, 255, 255, 255, 255, 255))
                .get("count");
        boolean exact =
            read instanceof BigInteger big
                && big.equals(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
        return Outcome.differs(exact ? "exact, in a map" : "read as " + read);
      } catch (IOException | RuntimeException refused) {
        return Outcome.equal(REFUSED);
      }
    }
  },
  /** The contract wants them written and read. */
  NULLS("a null field") {
    @Override
    public Outcome ask(MsgPackVariant row) throws IOException {
      byte[] message = row.write(new Item(1, null, "d", "t", 2, 3));
      if (!new String(message, UTF_8).contains("name")) {
        return Outcome.wrong("dropped");
      }
      return Outcome.must(row.readItem(message).get("name") == null, "written, and read as null");
    }
  },
  /** Half of a pair is no character. */
  SURROGATE("an unpaired surrogate, written") {
    @Override
    public Outcome ask(MsgPackVariant row) {
      try {
        byte[] message = row.write(new Item(1, "a\ud800b", "d", "t", 2, 3));
        // As ISO 8859-1 every byte is a character.
        String bytes = new String(message, ISO_8859_1);
        int start = bytes.indexOf('a', bytes.indexOf("name") + 4) + 1;
        byte[] written = bytes.substring(start, bytes.indexOf('b', start)).getBytes(ISO_8859_1);
        return Outcome.differs(
            written.length == 0
                ? "dropped"
                : written[0] == '?'
                    ? "replaced by ?"
                    : "written as the bytes " + HexFormat.of().formatHex(written));
      } catch (IOException | RuntimeException refused) {
        return Outcome.differs(REFUSED);
      }
    }
  },
  /** The specification leaves it to the reader. */
  MALFORMED_UTF8("a text that is malformed UTF-8") {
    @Override
    public Outcome ask(MsgPackVariant row) {
      try {
        Object name = row.readItem(message(0x81, "name", 0xa3, 'a', 0xff, 'b')).get("name");
        return Outcome.differs(Texts.replacement(name));
      } catch (IOException | RuntimeException refused) {
        return Outcome.differs(REFUSED);
      }
    }
  },
  /** A newer sender has more fields. */
  UNKNOWN("a field that is not known") {
    @Override
    public Outcome ask(MsgPackVariant row) throws IOException {
      Map<?, ?> read =
          row.readItem(
              message(0x83, "id", 1, "new", 0x92, 0x81, 0xa1, 'k', 0xc0, 0xc2, "count", 2));
      return Outcome.must(
          read.get("count") instanceof Number number && number.intValue() == 2,
          row.isBound() ? "ignored" : "kept in the map");
    }
  },
  /** An older sender has fewer. */
  MISSING("a field that is missing") {
    @Override
    public Outcome ask(MsgPackVariant row) throws IOException {
      Object name = row.readItem(message(0x81, "id", 1)).get("name");
      return Outcome.must(name == null || name.equals(""), "empty");
    }
  },
  /** The specification leaves it open. */
  DUPLICATE("a field that comes twice") {
    @Override
    public Outcome ask(MsgPackVariant row) {
      try {
        Map<?, ?> read = row.readItem(message(0x82, "count", 1, "count", 2));
        return Outcome.differs(
            read.get("count") instanceof Number number && number.intValue() == 2
                ? "the last counts"
                : read.get("count") instanceof Number number && number.intValue() == 1
                    ? "the first counts"
                    : "read as " + read.get("count"));
      } catch (IOException | RuntimeException refused) {
        return Outcome.differs(REFUSED);
      }
    }
  },
  /** Some compare names without case. */
  CASE("a field whose name differs in case") {
    @Override
    public Outcome ask(MsgPackVariant row) throws IOException {
      Object count = row.readItem(message(0x81, "COUNT", 7)).get("count");
      return Outcome.differs(
          count instanceof Number number && number.intValue() == 7
              ? "taken for it"
              : "another field");
    }
  },
  /** Not every parser looks. */
  TRAILING_BYTES("something after the message") {
    @Override
    public Outcome ask(MsgPackVariant row) {
      try {
        row.readItem(message(0x81, "id", 1, 0xc0));
        return Outcome.differs("accepted");
      } catch (IOException | RuntimeException refused) {
        return Outcome.equal(REFUSED);
      }
    }
  },
  /** A message that ends too early must not be taken for a whole one. */
  CUT_SHORT("a message cut short, at every byte") {
    @Override
    public Outcome ask(MsgPackVariant row) throws IOException {
      byte[] message = row.write(new Item(1, "name", null, "t", 300, 1.5));
      List<Integer> accepted = new ArrayList<>();
      for (int length = 0; length < message.length; length++) {
        try {
          row.readItem(Arrays.copyOf(message, length));
          accepted.add(length);
        } catch (IOException | RuntimeException refused) {
          // As it must be.
        }
      }
      return Outcome.must(
          accepted.isEmpty(), accepted.isEmpty() ? REFUSED : "accepted after " + accepted);
    }
  },
  /** The specification says that it is never used. */
  NEVER_USED("the byte 0xc1") {
    @Override
    public Outcome ask(MsgPackVariant row) {
      return Ending.ofSmall(() -> row.readItem(message(0x81, "name", 0xc1)));
    }
  },
  /** A few bytes must not make the reader allocate what they claim. */
  LYING_TEXT("a text that claims 2 GB and is not there") {
    @Override
    public Outcome ask(MsgPackVariant row) {
      return Ending.ofSmall(
          () -> row.readItem(message(0x81, "name", 0xdb, 0x7f, 0xff, 0xff, 0xff, 'a')));
    }
  },
  /** The same of bytes. */
  LYING_BINARY("bytes that claim 2 GB, in a field that is not known") {
    @Override
    public Outcome ask(MsgPackVariant row) {
      return Ending.ofSmall(
          () -> row.readItem(message(0x81, "new", 0xc6, 0x7f, 0xff, 0xff, 0xff, 1)));
    }
  },
  /** The same of a list. */
  LYING_LIST("a list that claims 2^31-1 elements, in a map") {
    @Override
    public Outcome ask(MsgPackVariant row) {
      return Ending.ofSmall(() -> row.read(message(0x81, "new", 0xdd, 0x7f, 0xff, 0xff, 0xff, 1)));
    }
  },
  /** The same of a map. */
  LYING_MAP("a map that claims 2^31-1 members") {
    @Override
    public Outcome ask(MsgPackVariant row) {
      return Ending.ofSmall(() -> row.read(message(0xdf, 0x7f, 0xff, 0xff, 0xff, 0xa1, 'k', 1)));
    }
  },
  /** Attackers send it; it must end in an exception or a value, never in an error. */
  DEEP("10,000 lists within each other, in a field that is not known") {
    @Override
    public Outcome ask(MsgPackVariant row) {
      return Ending.ofDeep(() -> row.read(nested()));
    }
  },
  /** The same where nothing is known beforehand. */
  DEEP_MAP("10,000 lists within each other, read into a map") {
    @Override
    public Outcome ask(MsgPackVariant row) {
      return Ending.ofDeep(() -> row.read(nested()));
    }
  };

  private final String title;

  MsgPackCheck(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public boolean concerns(MsgPackVariant row) {
    return switch (this) {
      case LYING_LIST, LYING_MAP, DEEP_MAP -> !row.isBound();
      default -> true;
    };
  }

  @Override
  public boolean isAskedWarm() {
    return this == DEEP || this == DEEP_MAP;
  }

  @Override
  public boolean isAskedCold() {
    return isAskedWarm();
  }

  @Override
  public int callsUntilWarm(Outcome cold) {
    return Ending.callsUntilWarm(cold);
  }

  /** A message: numbers are bytes, texts are short strings. */
  private static byte[] message(Object... parts) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    for (Object part : parts) {
      if (part instanceof String text) {
        message.write(0xa0 | text.length());
        message.writeBytes(text.getBytes(UTF_8));
      } else {
        message.write(part instanceof Character c ? c : (Integer) part);
      }
    }
    return message.toByteArray();
  }

  private static byte[] nested() {
    byte[] start = message(0x81, "new");
    byte[] message = Arrays.copyOf(start, start.length + DEPTH + 1);
    Arrays.fill(message, start.length, start.length + DEPTH, (byte) 0x91);
    return message;
  }
}
