package requestpath.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine;
import requestpath.payload.PathName;

/** How every command reads its arguments. */
final class Arguments {
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
