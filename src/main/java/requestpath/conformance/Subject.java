package requestpath.conformance;

/** What checks are about, in the order in which they are shown. */
enum Subject {
  DECIMALS("decimals read"),
  NUMBERS("numbers"),
  TEXTS("texts and fields"),
  BROKEN("broken and hostile input"),
  NOT_NUMBERS("numbers that are not JSON"),
  NOT_TEXTS("texts and literals that are not JSON"),
  NOT_PUNCTUATION("punctuation that is not JSON"),
  NOT_SKIPPED("what is not JSON, in an unknown field");

  private final String title;

  Subject(String title) {
    this.title = title;
  }

  /** As a heading. */
  String title() {
    return title;
  }
}
