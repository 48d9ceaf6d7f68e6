package requestpath.harness.machine;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a file that the launcher reads, by the rules of its own source, {@code nextToken} in
 * <a href="https://github.com/openjdk/jdk/blob/master/src/java.base/share/native/libjli/args.c">
 * args.c</a>. Blanks separate words, quotes keep blanks, and # begins a comment. Within quotes a
 * backslash escapes the next character, and at the end of a line it joins the next line. The end of
 * a line closes an open quote. The launcher drops the characters between the last quote and a #,
 * and joins what it keeps to the next word.
 */
final class LauncherWords {
  private static final String BLANKS = " \t\n\r\f";
  private static final String ESCAPED = "nrtf";
  private static final String CONTROLS = "\n\r\t\f";

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private int next;
  private char quote;
  private boolean isWord;

  /** How much of the word stays when a comment begins. */
  private int kept;

  private LauncherWords(String text) {
    this.text = text;
  }

  /** The words, in their order. */
  static List<String> of(String text) {
    LauncherWords words = new LauncherWords(text);
    while (words.next < text.length()) {
      words.take(text.charAt(words.next));
    }
    if (words.isWord && words.word.length() > 0) {
      words.end();
    }
    return List.copyOf(words.words);
  }

  private void take(char c) {
    next++;
    if (quote == 0 ? BLANKS.indexOf(c) >= 0 : isLineEnd(c)) {
      end();
    } else if (quote == 0 && c == '#') {
      skipComment();
    } else if (quote == 0 ? c == '"' || c == '\'' : c == quote) {
      quote = quote == 0 ? c : 0;
      isWord = true;
      kept = word.length();
    } else if (quote != 0 && c == '\\') {
      escape();
    } else {
      word.append(c);
      isWord = true;
    }
  }

  private void end() {
    if (isWord) {
      words.add(word.toString());
      word.setLength(0);
    }
    isWord = false;
    quote = 0;
    kept = word.length();
  }

  private void skipComment() {
    word.setLength(kept);
    isWord = false;
    while (next < text.length() && !isLineEnd(text.charAt(next))) {
      next++;
    }
  }

  /** If the file ends here, the launcher drops the word. */
  private void escape() {
    if (next < text.length() && isLineEnd(text.charAt(next))) {
      while (next < text.length() && BLANKS.indexOf(text.charAt(next)) >= 0) {
        next++;
      }
      isWord = next < text.length();
    } else if (next < text.length()) {
      char c = text.charAt(next);
      int control = ESCAPED.indexOf(c);
      word.append(control < 0 ? c : CONTROLS.charAt(control));
      next++;
    } else {
      isWord = false;
    }
    kept = word.length();
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
