package requestpath.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command that the documentation shows.
 *
 * @param file that contains it
 * @param line of the file, from 1 on
 * @param text as written there, without the comment after it
 */
public record DocumentedCommand(Path file, int line, String text) {
  private static final Pattern FENCE = Pattern.compile("\\s*```(\\w*)\\s*");
  private static final Pattern INLINE =
      Pattern.compile("`((?:[A-Z_]+=\\S+ )?(?:java|mvn|git|redis-cli) [^`]+)`");
  private static final Pattern JAVADOC =
      Pattern.compile("^ \\* (?:<pre>\\{@code )?(java -jar [^}]+?)(?:}</pre>)?$");

  /** The commands in a Markdown file: in blocks of shell commands, and inline. */
  public static List<DocumentedCommand> inMarkdown(Path file) throws IOException {
    List<DocumentedCommand> commands = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    boolean isFenced = false;
    boolean isShell = false;
    for (int i = 0; i < lines.size(); i++) {
      Matcher fence = FENCE.matcher(lines.get(i));
      if (fence.matches()) {
        isFenced = !isFenced;
        isShell = isFenced && fence.group(1).equals("sh");
      } else if (isShell) {
        for (String command : withoutComment(lines.get(i)).split("&&")) {
          if (!command.isBlank()) {
            commands.add(new DocumentedCommand(file, i + 1, command.strip()));
          }
        }
      } else if (!isFenced) {
        Matcher inline = INLINE.matcher(lines.get(i));
        while (inline.find()) {
          commands.add(new DocumentedCommand(file, i + 1, inline.group(1)));
        }
      }
    }
    return commands;
  }

  /** A number sign after a blank begins a comment, but not within quotes. */
  private static String withoutComment(String line) {
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\'') {
        isQuoted = !isQuoted;
      } else if (c == '#' && !isQuoted && (i == 0 || line.charAt(i - 1) == ' ')) {
        return line.substring(0, i);
      }
    }
    return line;
  }

  /** The commands in the Javadoc of a class. */
  static List<DocumentedCommand> inJavadoc(Path file) throws IOException {
    List<DocumentedCommand> commands = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      Matcher javadoc = JAVADOC.matcher(lines.get(i));
      if (javadoc.matches()) {
        commands.add(new DocumentedCommand(file, i + 1, javadoc.group(1)));
      }
    }
    return commands;
  }

  @Override
  public String toString() {
    return file + ":" + line + ": " + text;
  }
}
