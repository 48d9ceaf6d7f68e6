package requestpath.bench;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Documents on both sides of each limit that a library has. */
final class LimitDocuments {
  private LimitDocuments() {}

  /** Each with a name. */
  static List<Arguments> all() {
    return Stream.of(
            depth(20, 21, 200),
            texts(32_760, 32_768),
            names("n", 32_760, 32_768, 50_000, 50_001, 70_000),
            names("€", 10_900, 33_000),
            fractions(100, 512, 513, 1000, 1002, 1023, 1024, 1100, 1101, 1206, 2048, 4096),
            Stream.of(
                    "1e23",
                    "155e23",
                    "8e250",
                    "3e-25",
                    "3e-324",
                    "2.2250738585072012e-308",
                    "1e22",
                    "4.9E-324",
                    "1.7976931348623157e308")
                .map(number -> Arguments.of(number, "{\"a\":" + number + "}")),
            Stream.of(
                Arguments.of("a negative zero", "{\"temp\":-0.0}"),
                Arguments.of("a negative zero in a list", "[{\"temp\":[-0.0]}]"),
                Arguments.of("no negative zero", "{\"temp\":-0}")))
        .flatMap(documents -> documents)
        .toList();
  }

  /**
   * Texts, each a beginning and as many x, and the tasks that they are for: one of a family, as
   * each takes a while.
   */
  static List<Arguments> heavy() {
    return List.of(
        Arguments.of("", 14_998_992, "(PARSSON|YASSON) decodes JSON"),
        Arguments.of("", 14_999_992, "(PARSSON|YASSON) decodes JSON"),
        // Shorter than their limit, but with three numbers.
        Arguments.of("\",\"b\":[1,2,3],\"c\":\"", 14_999_971, "(PARSSON|YASSON) decodes JSON"),
        Arguments.of("", 20_000_000, "JACKSON2 decodes JSON"),
        Arguments.of("", 20_000_001, "JACKSON[23] decodes JSON"),
        Arguments.of("", 22_000_000, "(JACKSON_MSGPACK|MSGPACK_CORE) decodes MessagePack"),
        Arguments.of("€", 17_700_000, "FASTJSON2 encodes JSON"));
  }

  private static Stream<Arguments> depth(int... levels) {
    return IntStream.of(levels)
        .boxed()
        .flatMap(
            depth ->
                Stream.of(
                    Arguments.of(
                        depth + " objects",
                        "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1)),
                    Arguments.of(
                        depth + " levels in a list",
                        "[{\"a\":" + "[".repeat(depth - 2) + "]".repeat(depth - 2) + "}]")));
  }

  private static Stream<Arguments> texts(int... lengths) {
    return IntStream.of(lengths)
        .boxed()
        .flatMap(
            length ->
                Stream.of("x", "€", "\\n")
                    .map(
                        character ->
                            Arguments.of(
                                "a text of " + length + " " + character,
                                "{\"a\":\"" + character.repeat(length) + "\"}")));
  }

  private static Stream<Arguments> names(String character, int... lengths) {
    return IntStream.of(lengths)
        .mapToObj(
            length ->
                Arguments.of(
                    "a name of " + length + " " + character,
                    "{\"" + character.repeat(length) + "\":1}"));
  }

  private static Stream<Arguments> fractions(int... lengths) {
    return IntStream.of(lengths)
        .mapToObj(
            length ->
                Arguments.of("a number of " + length, "{\"a\":1." + "0".repeat(length - 3) + "5}"));
  }
}
