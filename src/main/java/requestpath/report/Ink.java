package requestpath.report;

/**
 * The colours of a terminal.
 *
 * @param isColoured whether there are any: without them a text stays as it is
 */
record Ink(boolean isColoured) {
  private static final String BOLD = "1";
  private static final String GREEN = "32";
  private static final String YELLOW = "33";

  /** For headings, and for what is the fastest. */
  String bold(String text) {
    return in(BOLD, text);
  }

  /** For what is shown to be faster. */
  String green(String text) {
    return in(GREEN, text);
  }

  /** For what is shown to be slower, and for warnings. */
  String yellow(String text) {
    return in(YELLOW, text);
  }

  private String in(String colour, String text) {
    return isColoured && !text.isBlank() ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
  }
}
