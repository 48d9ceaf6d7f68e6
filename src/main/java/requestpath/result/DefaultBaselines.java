package requestpath.result;

import java.util.List;
import java.util.stream.Stream;

/** Which variant the ratios of a group refer to if nothing else is said. */
public final class DefaultBaselines {
  /** The libraries that most services use. */
  static final List<String> NAMES = List.of("JACKSON2", "MSGPACK_CORE");

  private DefaultBaselines() {}

  /**
   * The baseline of a group: the first wanted variant that it has, else the first default, else its
   * first variant.
   *
   * @param variants of the group; the baseline is empty when there are none
   * @param wanted the variant that is wanted most comes first
   */
  public static String among(List<String> variants, List<String> wanted) {
    return Stream.of(wanted, NAMES, variants)
        .flatMap(List::stream)
        .filter(variants::contains)
        .findFirst()
        .orElse("");
  }
}
