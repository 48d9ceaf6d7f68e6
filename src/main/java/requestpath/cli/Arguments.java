package requestpath.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import requestpath.payload.PathName;

/** How every command reads its arguments. */
final class Arguments {
  private static final Pattern TIME = Pattern.compile("(\\d{1,6})(s|m|h|min)");

  private Arguments() {}

  /**
   * Reads them into the options of a command.
   *
   * @return the command's line, for its help
   * @throws CommandLine.ParameterException when the command has no such option, or not such a value
   */
  static CommandLine into(Object command, List<String> arguments) {
    CommandLine line = reader(command);
    line.parseArgs(arguments.toArray(String[]::new));
    return line;
  }

  /** Takes an argument that begins with an at sign for itself, and numbers for whole ones. */
  static CommandLine reader(Object command) {
    return new CommandLine(command)
        .setExpandAtFiles(false)
        .registerConverter(Path.class, Arguments::path)
        .registerConverter(Percentage.class, Percentage::of)
        .registerConverter(Duration.class, Arguments::time)
        .registerConverter(Integer.class, whole(Integer::valueOf))
        .registerConverter(Long.class, whole(Long::valueOf));
  }

  private static Path path(String name) {
    try {
      return PathName.of(name);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'" + name + "' " + e.getMessage());
    }
  }

  private static Duration time(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      throw new TypeConversionException("'" + text + "' is not a time; use e.g. 90s, 10m or 2h");
    }
    long number = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofMinutes(number);
    };
  }

  private static <T> ITypeConverter<T> whole(ITypeConverter<T> converter) {
    return text -> {
      try {
        return converter.convert(text);
      } catch (NumberFormatException e) {
        throw new TypeConversionException("'" + text + "' is not a whole number, or too large");
      }
    };
  }
}
