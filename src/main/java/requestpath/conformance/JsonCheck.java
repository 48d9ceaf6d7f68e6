package requestpath.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static requestpath.conformance.Ending.ACCEPTED;
import static requestpath.conformance.Ending.DEPTH;
import static requestpath.conformance.Ending.REFUSED;
import static requestpath.conformance.Ending.REFUSED_HERE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import requestpath.codec.AddedCheckException;
import requestpath.codec.Mark;
import requestpath.codec.json.StrictJson;
import requestpath.payload.Item;
import requestpath.payload.Numbers;
import requestpath.payload.Payload;

/** What is asked of every JSON row. Long, as it is a list: a constant a check. */
enum JsonCheck implements Check<JsonVariant> {
  /** Of the documents' own records. */
  TIME_STAMPS_READ("the document's 1000 time stamps, read") {
    @Override
    public Outcome ask(JsonVariant row) throws IOException {
      return JsonNumbers.exactness(
          row, JsonNumbers.doublesRead(row, Payload.DOCUMENT, 1000, "created_at", ""));
    }
  },
  /** As in a document that is laid out for people. */
  TIME_STAMPS_AND_BLANKS("the same 1000, each followed by a blank, read") {
    @Override
    public Outcome ask(JsonVariant row) throws IOException {
      return JsonNumbers.exactness(
          row, JsonNumbers.doublesRead(row, Payload.DOCUMENT, 1000, "created_at", " "));
    }
  },
  /** Of any magnitude. */
  DOUBLES_READ("5000 doubles of all magnitudes, read") {
    @Override
    public Outcome ask(JsonVariant row) throws IOException {
      return JsonNumbers.exactness(
          row, JsonNumbers.doublesRead(row, Payload.NUMBERS, 5000, "factor", ""));
    }
  },
  /** So that the same double can be read from it. */
  DOUBLES_WRITTEN("5000 doubles of all magnitudes, written") {
    @Override
    public Outcome ask(JsonVariant row) throws IOException {
      return JsonNumbers.exactness(row, row.written().inexact());
    }
  },
  /** It has a sign, which some lose. */
  NEGATIVE_ZERO("negative zero, both ways") {
    @Override
    public Outcome ask(JsonVariant row) throws IOException {
      Map<?, ?> back = row.readItem(row.write(new Item(1, "n", "d", "t", 2, -0.0)));
      boolean kept =
          back.get("created_at") instanceof Number number
              && Double.compare(number.doubleValue(), -0.0) == 0;
      return Outcome.differs(kept ? "kept" : "its sign is lost");
    }
  },
  /** As few digits as tell the double from its neighbours. */
  DIGITS_WRITTEN("digits of those") {
    @Override
    public Outcome ask(JsonVariant row) throws IOException {
      int longer = row.written().longer();
      return longer == 0
          ? Outcome.differs("the fewest")
          : Outcome.differs("more than needed in " + longer + " of " + JsonNumbers.DOUBLES);
    }
  },
  /** Beyond what a double holds. */
  LONGS("longs beyond 2^53, both ways") {
    @Override
    public Outcome ask(JsonVariant row) throws IOException {
      for (long number : new long[] {(1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE}) {
        Numbers value = new Numbers(1, number, -number, 0, 0, 0);
        Map<?, ?> back = row.readNumbers(row.write(value));
        if (!JsonNumbers.isLong(back.get("counter"), number)
            || !JsonNumbers.isLong(back.get("offset"), -number)) {
          return Outcome.wrong(number + " comes back as " + back.get("counter"));
        }
      }
      return Outcome.equal("exact");
    }
  },
  /** An int is wanted. */
  TOO_LARGE("an integer that does not fit its field") {
    @Override
    public Outcome ask(JsonVariant row) {
      try {
        Object read = row.readItem(JsonItem.with("\"count\":5000000000")).get("count");
        return Outcome.differs(
            JsonNumbers.isLong(read, 5_000_000_000L) ? "exact, in a map" : "read as " + read);
      } catch (IOException | RuntimeException refused) {
        return Outcome.differs(REFUSED);
      }
    }
  },
  /** What no long and no double can hold, in a map. */
  BIG_NUMBERS("numbers that neither long nor double can hold, read into a map") {
    @Override
    public Outcome ask(JsonVariant row) throws IOException {
      List<String> found = new ArrayList<>();
      for (String number :
          List.of("123456789012345678901234567890", "0.1000000000000000055511151231257827")) {
        found.add(JsonNumbers.bigNumber(row, number));
      }
      return Outcome.differs("integer: " + found.get(0) + "; fraction: " + found.get(1));
    }
  },
  /** The type that it is decoded to. */
  FRACTION("a fraction, read into a map") {
    @Override
    public Outcome ask(JsonVariant row) throws IOException {
      Object read = row.readItem(JsonItem.with("\"created_at\":1.5")).get("created_at");
      return Outcome.differs(read == null ? "null" : read.getClass().getSimpleName());
    }

    @Override
    public Optional<Mark> mark(Outcome outcome) {
      return outcome.text().equals("Double") ? Optional.empty() : Optional.of(Mark.UNDECODED);
    }
  },
  /** JSON has no form for them. */
  NOT_A_NUMBER("NaN and infinities, written") {
    @Override
    public Outcome ask(JsonVariant row) {
      List<String> found = new ArrayList<>();
      for (double number : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
        try {
          String json = row.write(new Item(1, "n", "d", "t", 2, number));
          found.add(Texts.rawMember(json, "created_at"));
        } catch (IOException | RuntimeException refused) {
          found.add(REFUSED);
        }
      }
      return Outcome.differs(
          found.get(0).equals(found.get(1)) ? found.get(0) : String.join(", ", found));
    }
  },
  /** Half of a pair is no character. */
  SURROGATE_WRITTEN("an unpaired surrogate, written") {
    @Override
    public Outcome ask(JsonVariant row) {
      try {
        byte[] json = row.writeBytes(new Item(1, "a\ud800b", "d", "t", 2, 3));
        if (!Texts.isUtf8(json)) {
          return Outcome.differs("bytes that are no UTF-8");
        }
        String name = Texts.rawMember(new String(json, UTF_8), "name");
        return Outcome.differs(
            name.contains("\\u") || name.contains("\\U")
                ? "escaped"
                : name.equals("\"ab\"") ? "dropped" : "replaced by " + name.charAt(2));
      } catch (IOException | RuntimeException refused) {
        return Outcome.differs(REFUSED);
      }
    }
  },
  /** An escape may name one. */
  SURROGATE_READ("an unpaired surrogate in an escape, read") {
    @Override
    public Outcome ask(JsonVariant row) {
      return text(row, "\"a\\ud800b\"", "a\ud800b");
    }
  },
  /** What JSON demands, and what is written beyond it. */
  ESCAPES("characters escaped beyond those that must be") {
    @Override
    public Outcome ask(JsonVariant row) throws IOException {
      String special = "/<>&'=\u007f\u0080\u2028\u2029é😀";
      String all = "\"\\\b\f\n\r\t\u0001" + special;
      String json = row.write(new Item(1, all, "d", "t", 2, 3));
      if (!(StrictJson.read(json) instanceof Map<?, ?> read) || !all.equals(read.get("name"))) {
        return Outcome.wrong("another text comes back");
      }
      StringBuilder escaped = new StringBuilder();
      special
          .codePoints()
          .filter(c -> !json.contains(Character.toString(c)) || (c == '/' && json.contains("\\/")))
          .forEach(
              c ->
                  escaped.append(
                      c > ' ' && c < 0x7f ? Character.toString(c) : String.format(" U+%04X", c)));
      return Outcome.differs(escaped.isEmpty() ? "none" : escaped.toString().strip());
    }
  },
  /** The contract wants them written and read. */
  NULLS("a null field") {
    @Override
    public Outcome ask(JsonVariant row) throws IOException {
      String json = row.write(new Item(1, null, "d", "t", 2, 3));
      if (!json.contains("\"name\"")) {
        return Outcome.wrong("dropped");
      }
      return Outcome.must(row.readItem(json).get("name") == null, "written, and read as null");
    }
  },
  /** As on the wire. */
  ORDER("order of fields") {
    @Override
    public Outcome ask(JsonVariant row) throws IOException {
      Object read = StrictJson.read(row.write(new Item(1, "n", "d", "t", 2, 3)));
      List<String> names =
          read instanceof Map<?, ?> map
              ? map.keySet().stream().map(String::valueOf).toList()
              : List.of();
      List<String> declared = List.of("id", "name", "description", "type", "count", "created_at");
      return Outcome.differs(
          names.equals(declared)
              ? "as declared"
              : names.equals(declared.stream().sorted().toList())
                  ? "by name"
                  : String.join(", ", names));
    }
  },
  /** A newer sender has more fields. */
  UNKNOWN("a field that is not known") {
    @Override
    public Outcome ask(JsonVariant row) throws IOException {
      Map<?, ?> read = row.readItem(JsonItem.with("\"new\":{\"a\":[1,{}]},\"count\":2"));
      return Outcome.must(
          JsonNumbers.isLong(read.get("count"), 2), row.isBound() ? "ignored" : "kept in the map");
    }
  },
  /** An older sender has fewer. */
  MISSING("a field that is missing") {
    @Override
    public Outcome ask(JsonVariant row) {
      try {
        Object name = row.readItem("{\"id\":1}").get("name");
        return name == null || "".equals(name)
            ? Outcome.equal("empty")
            : Outcome.wrong("made up: " + name);
      } catch (IOException | RuntimeException refused) {
        return Outcome.differs(REFUSED);
      }
    }
  },
  /** RFC 8259 leaves it open. */
  DUPLICATE("a field that comes twice") {
    @Override
    public Outcome ask(JsonVariant row) {
      return member(row, JsonItem.with("\"name\":\"first\",\"name\":\"last\""), "name");
    }
  },
  /** Some compare names without case. */
  CASE("a field whose name differs in case") {
    @Override
    public Outcome ask(JsonVariant row) {
      try {
        Map<?, ?> read = row.readItem(JsonItem.with("\"NAME\":\"x\""));
        return Outcome.differs("x".equals(read.get("name")) ? "taken for it" : "another field");
      } catch (IOException | RuntimeException refused) {
        return Outcome.differs(REFUSED);
      }
    }
  },
  /** The contract wants a document and nothing behind it. */
  TRAILING_BYTES("something after the document") {
    @Override
    public Outcome ask(JsonVariant row) {
      try {
        row.readItem(JsonItem.with("") + "x");
        return Outcome.wrong(ACCEPTED);
      } catch (AddedCheckException e) {
        return Outcome.equal(REFUSED_HERE);
      } catch (IOException | RuntimeException refused) {
        return Outcome.equal(REFUSED);
      }
    }
  },
  /** A text that ends too early must not be taken for a whole one. */
  CUT_SHORT("a document cut short, at every byte") {
    @Override
    public Outcome ask(JsonVariant row) {
      byte[] json = JsonItem.with("\"created_at\":1.5e3").getBytes(UTF_8);
      List<Integer> accepted = new ArrayList<>();
      int here = 0;
      for (int length = 0; length < json.length; length++) {
        try {
          row.readItem(Arrays.copyOf(json, length));
          accepted.add(length);
        } catch (AddedCheckException e) {
          here++;
        } catch (IOException | RuntimeException refused) {
          // As it must be.
        }
      }
      if (!accepted.isEmpty()) {
        return Outcome.wrong("accepted after " + accepted);
      }
      return Outcome.equal(here == 0 ? REFUSED : REFUSED_HERE + " for " + here + " of them");
    }
  },
  /** The same inside a value that the reader skips. */
  CUT_SHORT_SKIPPED("a document that ends inside an unknown field") {
    @Override
    public Outcome ask(JsonVariant row) {
      for (String json :
          List.of("{", "[", "[1,", "[[]", "{\"a\":", "{\"a\":{}", "\"a", "\"a\\", "-", "tru")) {
        try {
          row.read("{\"id\":1,\"new\":" + json);
          return Outcome.wrong("accepted: " + json);
        } catch (IOException | RuntimeException refused) {
          // As it must be.
        }
      }
      return Outcome.equal(REFUSED);
    }

    @Override
    public Duration limit() {
      return Limited.SHORT_LIMIT;
    }

    @Override
    public Outcome unanswered(String text) {
      return Outcome.differs(text);
    }

    @Override
    public Optional<Mark> mark(Outcome outcome) {
      return Limited.isMissing(outcome) ? Optional.of(Mark.HANGS) : Optional.empty();
    }
  },
  /** RFC 8259 wants UTF-8. */
  MALFORMED_UTF8("malformed UTF-8: a stray byte, overlong, a surrogate") {
    @Override
    public Outcome ask(JsonVariant row) {
      List<String> found = new ArrayList<>();
      for (int[] malformed : new int[][] {{0xff}, {0xc0, 0xaf}, {0xed, 0xa0, 0x80}}) {
        found.add(malformed(row, malformed));
      }
      return Outcome.differs(
          found.stream().distinct().count() == 1 ? found.get(0) : String.join(", ", found));
    }
  },
  /** Attackers send it; it must end in an exception or a value, never in an error. */
  DEEP("10,000 arrays within each other, in a field that is not known") {
    @Override
    public Outcome ask(JsonVariant row) {
      return Ending.ofDeep(
          () -> row.read(JsonItem.with("\"new\":" + "[".repeat(DEPTH) + "]".repeat(DEPTH))));
    }
  },
  /** The same where nothing is known beforehand. */
  DEEP_MAP("10,000 objects within each other, read into a map") {
    @Override
    public Outcome ask(JsonVariant row) {
      return Ending.ofDeep(() -> row.read("{\"a\":".repeat(DEPTH) + "1" + "}".repeat(DEPTH)));
    }
  },
  /** The same the other way round. */
  DEEP_WRITTEN("10,000 maps within each other, written") {
    @Override
    public Outcome ask(JsonVariant row) {
      return Ending.ofDeep(() -> row.writeMap(Ending.nestedMaps()));
    }
  };

  private final String title;

  JsonCheck(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public boolean concerns(JsonVariant row) {
    return switch (this) {
      case TIME_STAMPS_READ, TIME_STAMPS_AND_BLANKS -> row.reads() && row.isFirst();
      case DOUBLES_READ -> row.reads() && row.isFirst() && row.hasNumbers();
      case DOUBLES_WRITTEN, DIGITS_WRITTEN -> row.writes() && row.isFirst() && row.hasNumbers();
      case NOT_A_NUMBER, SURROGATE_WRITTEN, ESCAPES, ORDER -> row.writes();
      case DEEP_WRITTEN -> row.writes() && !row.isBound();
      case LONGS -> row.writes() && row.reads() && row.hasNumbers();
      case NULLS, NEGATIVE_ZERO -> row.writes() && row.reads();
      case BIG_NUMBERS, FRACTION, DEEP_MAP -> row.reads() && !row.isBound();
      default -> row.reads();
    };
  }

  @Override
  public boolean isAskedWarm() {
    return this == DEEP || this == DEEP_MAP || this == DEEP_WRITTEN;
  }

  @Override
  public boolean isAskedCold() {
    return isAskedWarm();
  }

  @Override
  public int callsUntilWarm(Outcome cold) {
    return Ending.callsUntilWarm(cold);
  }

  private static Outcome text(JsonVariant row, String json, String kept) {
    try {
      Object name = row.readItem(JsonItem.with("\"name\":" + json)).get("name");
      return Outcome.differs(Objects.equals(name, kept) ? "kept" : "replaced");
    } catch (IOException | RuntimeException refused) {
      return Outcome.differs(REFUSED);
    }
  }

  private static Outcome member(JsonVariant row, String json, String field) {
    try {
      return Outcome.differs("the " + row.readItem(json).get(field) + " counts");
    } catch (IOException | RuntimeException refused) {
      return Outcome.differs(REFUSED);
    }
  }

  private static String malformed(JsonVariant row, int... bytes) {
    String[] around = JsonItem.with("\"name\":\"a|b\"").split("\\|", 2);
    byte[] before = around[0].getBytes(UTF_8);
    byte[] after = around[1].getBytes(UTF_8);
    ByteBuffer json = ByteBuffer.allocate(before.length + bytes.length + after.length).put(before);
    for (int each : bytes) {
      json.put((byte) each);
    }
    try {
      Object name = row.readItem(json.put(after).array()).get("name");
      return Texts.replacement(name);
    } catch (IOException | RuntimeException refused) {
      return REFUSED;
    }
  }
}
