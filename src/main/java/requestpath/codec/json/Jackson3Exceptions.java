package requestpath.codec.json;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidDefinitionException;

/** What exceptions of Jackson 3 tell beside their message, which may quote a document. */
public final class Jackson3Exceptions {
  private Jackson3Exceptions() {}

  /** Where in a document it was thrown: names, and integers for elements; empty if unknown. */
  public static List<Object> path(Exception thrown) {
    if (!(thrown instanceof JacksonException exception)) {
      return List.of();
    }
    return exception.getPath().stream()
        .<Object>map(
            step -> step.getPropertyName() == null ? step.getIndex() : step.getPropertyName())
        .toList();
  }

  /** Why it refuses a type, which quotes nothing of a document; empty for all other reasons. */
  public static Optional<String> refusedType(Exception thrown) {
    return thrown instanceof InvalidDefinitionException exception
        ? Optional.of(String.valueOf(exception.getOriginalMessage()))
        : Optional.empty();
  }
}
