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
  LEADING_ZERO(
      Subject.NOT_NUMBERS, "012", "an integer with a leading zero: 012", with("\"count\":012")),
  LEADING_ZERO_OF_FRACTION(
      Subject.NOT_NUMBERS,
      "01.5",
      "a fraction with a leading zero: 01.5",
      with("\"created_at\":01.5")),
  POINT_FIRST(
      Subject.NOT_NUMBERS,
      ".5",
      "a number that begins with its point: .5",
      with("\"created_at\":.5")),
  POINT_LAST(
      Subject.NOT_NUMBERS,
      "1.",
      "a number that ends with its point: 1.",
      with("\"created_at\":1.,\"count\":2")),
  PLUS(Subject.NOT_NUMBERS, "+1.5", "a plus sign: +1.5", with("\"created_at\":+1.5")),
  TWO_POINTS(Subject.NOT_NUMBERS, "1.2.3", "two points: 1.2.3", with("\"created_at\":1.2.3")),
  NO_EXPONENT(
      Subject.NOT_NUMBERS,
      "1e",
      "an exponent without digits: 1e",
      with("\"created_at\":1e,\"count\":2")),
  MINUS_ALONE(
      Subject.NOT_NUMBERS,
      "minus alone",
      "a minus sign alone",
      with("\"created_at\":-,\"count\":2")),
  SUFFIX(Subject.NOT_NUMBERS, "1.5d", "a number with a suffix: 1.5d", with("\"created_at\":1.5d")),
  HEXADECIMAL(Subject.NOT_NUMBERS, "0x1F", "a hexadecimal number: 0x1F", with("\"count\":0x1F")),
  NAN(Subject.NOT_NUMBERS, "NaN", "NaN as a number", with("\"created_at\":NaN")),
  INFINITY(
      Subject.NOT_NUMBERS, "Infinity", "Infinity as a number", with("\"created_at\":Infinity")),
  LINE_BREAK(
      Subject.NOT_TEXTS, "line break", "a line break within a text", with("\"name\":\"a\nb\"")),
  CONTROL_CHARACTER(
      Subject.NOT_TEXTS, "U+0001", "U+0001 within a text", with("\"name\":\"a\u0001b\"")),
  UNKNOWN_ESCAPE(Subject.NOT_TEXTS, "\\q", "an unknown escape: \\q", with("\"name\":\"a\\qb\"")),
  SHORT_ESCAPE(
      Subject.NOT_TEXTS, "\\u12", "an escape cut short: \\u12", with("\"name\":\"\\u12\"")),
  SINGLE_QUOTES(Subject.NOT_TEXTS, "'n'", "single quotes", with("'name':'n'")),
  UNQUOTED_NAME(Subject.NOT_TEXTS, "name:", "a name without quotes", with("name:\"n\"")),
  UNQUOTED_TEXT(Subject.NOT_TEXTS, ":n", "a text without quotes", with("\"name\":n")),
  LITERAL_IN_CAPITALS(Subject.NOT_TEXTS, "NULL", "NULL in capitals", with("\"name\":NULL")),
  LITERAL_CUT_SHORT(Subject.NOT_TEXTS, "nul", "nul for null", with("\"name\":nul")),
  TRAILING_COMMA(
      Subject.NOT_PUNCTUATION,
      ",}",
      "a comma before the closing brace",
      with("").replace("}", ",}")),
  LEADING_COMMA(
      Subject.NOT_PUNCTUATION,
      "{,",
      "a comma behind the opening brace",
      with("").replace("{", "{,")),
  TWO_COMMAS(
      Subject.NOT_PUNCTUATION,
      ",,",
      "two commas between fields",
      with("\"count\":2,,\"name\":\"n\"")),
  MISSING_COMMA(
      Subject.NOT_PUNCTUATION,
      "no comma",
      "no comma between fields",
      with("\"count\":2 \"name\":\"n\"")),
  MISSING_COLON(
      Subject.NOT_PUNCTUATION, "no colon", "no colon behind a name", with("\"name\" \"n\"")),
  EQUALS_SIGN(Subject.NOT_PUNCTUATION, "=", "an equals sign for a colon", with("\"name\"=\"n\"")),
  MISSING_VALUE(
      Subject.NOT_PUNCTUATION,
      "no value",
      "no value behind a colon",
      with("\"name\":,\"count\":2")),
  MISSING_BRACE(Subject.NOT_PUNCTUATION, "no {", "no opening brace", with("").substring(1)),
  COMMENT(Subject.NOT_PUNCTUATION, "/* */", "a comment: /* */", with("/* no */\"count\":2")),
  LINE_COMMENT(Subject.NOT_PUNCTUATION, "//", "a comment: //", with("// no\n\"count\":2")),
  FORM_FEED(
      Subject.NOT_PUNCTUATION,
      "form feed",
      "a form feed between fields",
      with("\"count\":2,\f\"name\":\"n\"")),
  NO_BREAK_SPACE(
      Subject.NOT_PUNCTUATION,
      "no-break space",
      "a no-break space between fields",
      with("\"count\":2,\u00a0\"name\":\"n\"")),
  LINE_BREAK_SKIPPED(
      Subject.NOT_SKIPPED,
      "line break",
      "a line break within a text, in an unknown field",
      with("\"new\":\"a\nb\"")),
  ESCAPE_SKIPPED(
      Subject.NOT_SKIPPED,
      "\\q",
      "an unknown escape, in an unknown field",
      with("\"new\":\"a\\qb\"")),
  NUMBER_SKIPPED(
      Subject.NOT_SKIPPED,
      "1.2.3",
      "two points in a number, in an unknown field",
      with("\"new\":1.2.3")),
  ZERO_SKIPPED(
      Subject.NOT_SKIPPED, "012", "a leading zero, in an unknown field", with("\"new\":012")),
  QUOTES_SKIPPED(
      Subject.NOT_SKIPPED, "'x'", "single quotes, in an unknown field", with("\"new\":'x'")),
  LITERAL_SKIPPED(
      Subject.NOT_SKIPPED, "TRUE", "TRUE in capitals, in an unknown field", with("\"new\":TRUE")),
  COMMA_SKIPPED(
      Subject.NOT_SKIPPED,
      "[1,]",
      "a comma before a bracket, in an unknown field",
      with("\"new\":[1,]")),
  WORDS_SKIPPED(
      Subject.NOT_SKIPPED,
      "[foo bar]",
      "words in an array, in an unknown field",
      with("\"new\":[foo bar]")),
  BRACKET_SKIPPED(
      Subject.NOT_SKIPPED,
      "[1}",
      "an array closed by a brace, in an unknown field",
      with("\"new\":[1}"));

  private final Description description;
  private final String json;

  NotJson(Subject subject, String label, String title, String json) {
    this.description = new Description(subject, label, title);
    this.json = json;
  }

  private static String with(String members) {
    return JsonItem.with(members);
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public boolean concerns(JsonVariant variant) {
    return variant.reads();
  }

  @Override
  public Outcome run(JsonVariant variant) {
    String ending = Ending.of(() -> variant.readItem(json));
    return ending.equals(Ending.ACCEPTED) ? Outcome.differs(ending) : Outcome.equal(ending);
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
