package requestpath.conformance;

import java.time.Duration;
import java.util.Optional;
import requestpath.codec.Mark;

/**
 * Documents that RFC 8259 does not allow, one of each kind. A variant that accepts one is {@link
 * Mark#LENIENT}. Text after a document and documents cut short have their own checks, because every
 * variant must refuse them.
 */
enum NotJson implements Check<JsonVariant> {
  LEADING_ZERO("an integer with a leading zero: 012", with("\"count\":012")),
  LEADING_ZERO_OF_FRACTION("a fraction with a leading zero: 01.5", with("\"created_at\":01.5")),
  POINT_FIRST("a number that begins with its point: .5", with("\"created_at\":.5")),
  POINT_LAST("a number that ends with its point: 1.", with("\"created_at\":1.,\"count\":2")),
  PLUS("a plus sign: +1.5", with("\"created_at\":+1.5")),
  TWO_POINTS("two points: 1.2.3", with("\"created_at\":1.2.3")),
  NO_EXPONENT("an exponent without digits: 1e", with("\"created_at\":1e,\"count\":2")),
  MINUS_ALONE("a minus sign alone", with("\"created_at\":-,\"count\":2")),
  SUFFIX("a number with a suffix: 1.5d", with("\"created_at\":1.5d")),
  HEXADECIMAL("a hexadecimal number: 0x1F", with("\"count\":0x1F")),
  NAN("NaN as a number", with("\"created_at\":NaN")),
  INFINITY("Infinity as a number", with("\"created_at\":Infinity")),
  LINE_BREAK("a line break within a text", with("\"name\":\"a\nb\"")),
  CONTROL_CHARACTER("U+0001 within a text", with("\"name\":\"a\u0001b\"")),
  UNKNOWN_ESCAPE("an unknown escape: \\q", with("\"name\":\"a\\qb\"")),
  SHORT_ESCAPE("an escape cut short: \\u12", with("\"name\":\"\\u12\"")),
  SINGLE_QUOTES("single quotes", with("'name':'n'")),
  UNQUOTED_NAME("a name without quotes", with("name:\"n\"")),
  UNQUOTED_TEXT("a text without quotes", with("\"name\":n")),
  LITERAL_IN_CAPITALS("NULL in capitals", with("\"name\":NULL")),
  LITERAL_CUT_SHORT("nul for null", with("\"name\":nul")),
  TRAILING_COMMA("a comma before the closing brace", with("").replace("}", ",}")),
  LEADING_COMMA("a comma behind the opening brace", with("").replace("{", "{,")),
  TWO_COMMAS("two commas between fields", with("\"count\":2,,\"name\":\"n\"")),
  MISSING_COMMA("no comma between fields", with("\"count\":2 \"name\":\"n\"")),
  MISSING_COLON("no colon behind a name", with("\"name\" \"n\"")),
  EQUALS_SIGN("an equals sign for a colon", with("\"name\"=\"n\"")),
  MISSING_VALUE("no value behind a colon", with("\"name\":,\"count\":2")),
  MISSING_BRACE("no opening brace", with("").substring(1)),
  COMMENT("a comment: /* */", with("/* no */\"count\":2")),
  LINE_COMMENT("a comment: //", with("// no\n\"count\":2")),
  FORM_FEED("a form feed between fields", with("\"count\":2,\f\"name\":\"n\"")),
  NO_BREAK_SPACE("a no-break space between fields", with("\"count\":2,\u00a0\"name\":\"n\"")),
  LINE_BREAK_SKIPPED("a line break within a text, in an unknown field", with("\"new\":\"a\nb\"")),
  ESCAPE_SKIPPED("an unknown escape, in an unknown field", with("\"new\":\"a\\qb\"")),
  NUMBER_SKIPPED("two points in a number, in an unknown field", with("\"new\":1.2.3")),
  ZERO_SKIPPED("a leading zero, in an unknown field", with("\"new\":012")),
  QUOTES_SKIPPED("single quotes, in an unknown field", with("\"new\":'x'")),
  LITERAL_SKIPPED("TRUE in capitals, in an unknown field", with("\"new\":TRUE")),
  COMMA_SKIPPED("a comma before a bracket, in an unknown field", with("\"new\":[1,]")),
  WORDS_SKIPPED("words in an array, in an unknown field", with("\"new\":[foo bar]")),
  BRACKET_SKIPPED("an array closed by a brace, in an unknown field", with("\"new\":[1}"));

  private final String title;
  private final String json;

  NotJson(String title, String json) {
    this.title = title;
    this.json = json;
  }

  private static String with(String members) {
    return JsonItem.with(members);
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public boolean concerns(JsonVariant variant) {
    return variant.reads();
  }

  @Override
  public Outcome run(JsonVariant variant) {
    return Outcome.differs(Ending.of(() -> variant.readItem(json)));
  }

  @Override
  public Optional<Mark> mark(Outcome outcome) {
    return Limited.isMissing(outcome)
        ? Optional.of(Mark.HANGS)
        : outcome.text().equals(Ending.ACCEPTED) ? Optional.of(Mark.LENIENT) : Optional.empty();
  }

  @Override
  public Duration limit() {
    return Limited.SHORT_LIMIT;
  }

  /** A fault of the library, and not a wrong result of the variant. */
  @Override
  public Outcome unanswered(String text) {
    return Outcome.differs(text);
  }
}
