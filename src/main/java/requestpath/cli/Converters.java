package requestpath.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import requestpath.payload.PathName;
import requestpath.profile.Event;

/** The values of options. */
final class Converters {
  private Converters() {}

  static Path path(String name) {
    try {
      return PathName.of(name);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'" + name + "' " + e.getMessage());
    }
  }

  static Duration time(String text) {
    try {
      return Duration.parse("PT" + text.replace("min", "m"));
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is not a time; use e.g. 90s, 10m or 2h");
    }
  }

  static Event event(String name) {
    return Event.named(name)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + name + "' is not known: choose from " + Event.names()));
  }

  static <T> ITypeConverter<T> whole(ITypeConverter<T> converter) {
    return text -> {
      try {
        return converter.convert(text);
      } catch (NumberFormatException e) {
        throw new TypeConversionException("'" + text + "' is not a whole number, or too large");
      }
    };
  }
}
