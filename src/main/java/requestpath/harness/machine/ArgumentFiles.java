package requestpath.harness.machine;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * JVM arguments in files: {@code @file}, which the launcher reads, and {@code
 * -XX:VMOptionsFile=file}, which the JVM reads by rules of its own. Each file is replaced by its
 * arguments, so that a run records what it used. See <a
 * href="https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html">java Command-Line
 * Argument Files</a>.
 */
final class ArgumentFiles {
  private static final String LAUNCHER = "@";
  private static final String JVM = "-XX:VMOptionsFile=";

  /** The characters that C's isspace counts as blanks. */
  private static final String JVM_BLANKS = " \t\n\u000b\f\r";

  private ArgumentFiles() {}

  /** All arguments, including those in files; a file that cannot be read is left to the JVM. */
  static List<String> expand(Collection<String> arguments) {
    List<String> all = new ArrayList<>();
    for (String argument : arguments) {
      boolean isFile = argument.startsWith(LAUNCHER) && !argument.startsWith(LAUNCHER + LAUNCHER);
      List<String> words =
          isFile
              ? read(argument, LAUNCHER, text -> Optional.of(LauncherWords.of(text)))
              : List.of(argument);
      // The launcher passes such an option on, also if it is in the launcher's file.
      words.forEach(
          word ->
              all.addAll(
                  word.startsWith(JVM) ? read(word, JVM, ArgumentFiles::jvmWords) : List.of(word)));
    }
    return List.copyOf(all);
  }

  private static List<String> read(
      String argument, String prefix, Function<String, Optional<List<String>>> words) {
    String name = argument.substring(prefix.length());
    if (name.isEmpty()) {
      return List.of(argument);
    }
    try {
      return words
          .apply(Files.readString(Path.of(name), Charset.defaultCharset()))
          .orElse(List.of(argument));
    } catch (IOException | InvalidPathException said) {
      return List.of(argument);
    }
  }

  /**
   * Words as HotSpot reads them: quotes keep blanks, no character escapes another, and there are no
   * comments. Empty for an open quote, with which a JVM does not start.
   */
  private static Optional<List<String>> jvmWords(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean isWord = false;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0 && JVM_BLANKS.indexOf(c) >= 0) {
        if (isWord) {
          words.add(word.toString());
          word.setLength(0);
          isWord = false;
        }
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        isWord = true;
      } else if (c == quote) {
        quote = 0;
      } else {
        word.append(c);
        isWord = true;
      }
    }
    if (isWord) {
      words.add(word.toString());
    }
    return quote == 0 ? Optional.of(words) : Optional.empty();
  }
}
