package requestpath.measure;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * JVM arguments in files: {@code @file}, which the launcher reads, and {@code
 * -XX:VMOptionsFile=file}. Each file is replaced by its arguments, so that a run records what it
 * used. See <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html">java
 * Command-Line Argument Files</a>.
 */
final class ArgumentFiles {
  private static final String LAUNCHER = "@";
  private static final String JVM = "-XX:VMOptionsFile=";

  private ArgumentFiles() {}

  /** All arguments, including those in files; a file that cannot be read is left to the JVM. */
  static List<String> expand(Collection<String> arguments) {
    List<String> all = new ArrayList<>();
    for (String argument : arguments) {
      String name =
          argument.startsWith(JVM)
              ? argument.substring(JVM.length())
              : argument.startsWith(LAUNCHER) && !argument.startsWith(LAUNCHER + LAUNCHER)
                  ? argument.substring(LAUNCHER.length())
                  : "";
      if (name.isEmpty()) {
        all.add(argument);
      } else {
        all.addAll(read(name, argument));
      }
    }
    return List.copyOf(all);
  }

  private static List<String> read(String name, String otherwise) {
    try {
      return words(Files.readString(Path.of(name), Charset.defaultCharset()));
    } catch (IOException | InvalidPathException said) {
      return List.of(otherwise);
    }
  }

  /** Words are separated by white space, quotes keep blanks, and # begins a comment. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean isWord = false;
    boolean isComment = false;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isComment) {
        isComment = c != '\n' && c != '\r';
      } else if (quote != 0) {
        if (c == '\\' && i + 1 < text.length()) {
          i++;
          word.append(text.charAt(i));
        } else if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        isWord = true;
      } else if (c == '#' || Character.isWhitespace(c)) {
        isComment = c == '#';
        if (isWord) {
          words.add(word.toString());
          word.setLength(0);
          isWord = false;
        }
      } else {
        word.append(c);
        isWord = true;
      }
    }
    if (isWord) {
      words.add(word.toString());
    }
    return words;
  }
}
