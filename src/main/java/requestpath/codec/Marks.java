package requestpath.codec;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import requestpath.payload.Binding;

/**
 * The marks of the JSON variants, from {@code requestpath/marks.json}: what {@code verify}
 * observed, so that a ranking can show it without loading a library.
 *
 * @param variants for each variant and mark, the inputs that cause it, and for each input the
 *     bindings
 */
public record Marks(Map<String, Map<Mark, Map<String, Set<Binding>>>> variants) {
  private static final String FILE = "/requestpath/marks.json";

  /**
   * Hashes of earlier files, of the same variants, which lack only the marks of checks that were
   * added since: of blanks.
   */
  private static final Set<String> EARLIER =
      Set.of("670959db65fdb41a4e12f7aa52b3ca020257d7cbf654ccce868884f3ea00e527");

  /** Benchmark methods that read JSON. All marks are about reading, so no others show them. */
  private static final Set<String> READERS =
      Set.of(
          "JsonDecodeBenchmark.fromBytes",
          "ColdStartBenchmark.decodeFirst",
          "ExchangeRequestBenchmark.handle",
          "ExchangeRequestBenchmark.json",
          "OwnPayloadBenchmark.fromBytes");

  /** The marks of this jar's variants; read once. */
  public static Marks load() {
    return Held.MARKS;
  }

  /**
   * Whether these marks are also those of a run's variants.
   *
   * @param hash {@link #hash()} of the jar that ran
   */
  public static boolean areOf(String hash) {
    return hash.equals(hash()) || EARLIER.contains(hash);
  }

  private static final class Held {
    static final Marks MARKS = read();
  }

  private static Marks read() {
    try {
      return new Marks(
          JsonMapper.builder()
              .build()
              .readValue(
                  bytes(),
                  new TypeReference<Map<String, Map<Mark, Map<String, Set<Binding>>>>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  private static byte[] bytes() throws IOException {
    try (InputStream in = Marks.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from this jar");
      }
      return in.readAllBytes();
    }
  }

  /**
   * The SHA-256 of this jar's marks. A run records it: if a run has another one, or none, this
   * jar's marks do not hold for the variants that it measured.
   */
  public static String hash() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * The marks of a row. Those with inputs are only those of rows that read JSON.
   *
   * @param benchmark its class and method, with or without the package
   * @param parameters of the row, by name
   */
  public Set<Mark> of(String benchmark, Map<String, String> parameters) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    for (Mark mark : Mark.values()) {
      if (!inputs(mark, benchmark, parameters).isEmpty()) {
        marks.add(mark);
      }
    }
    if (bindsKotlin(parameters)) {
      marks.add(Mark.KOTLIN);
    }
    return marks;
  }

  /** Whether classes of Kotlin stand for the records of a row. */
  private static boolean bindsKotlin(Map<String, String> parameters) {
    return Binding.RECORD.name().equals(parameters.get("binding"))
        && Kotlin.VARIANTS.contains(parameters.getOrDefault("library", ""));
  }

  /** Read when it is first asked. */
  private static final class Kotlin {
    static final Set<String> VARIANTS =
        LibraryCatalogue.load().libraries().stream()
            .filter(library -> !library.records().isEmpty())
            .flatMap(library -> library.variants().keySet().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The inputs that cause a mark of a row, in the words of {@code verify}; empty without the mark.
   */
  public List<String> inputs(Mark mark, String benchmark, Map<String, String> parameters) {
    List<String> inputs = new ArrayList<>();
    if (reads(benchmark)) {
      Binding binding = binding(benchmark, parameters);
      variants
          .getOrDefault(parameters.getOrDefault("library", ""), Map.of())
          .getOrDefault(mark, Map.of())
          .forEach(
              (input, bindings) -> {
                if (bindings.contains(binding)) {
                  inputs.add(input);
                }
              });
    }
    return inputs;
  }

  /**
   * Whether a benchmark reads JSON.
   *
   * @param benchmark its class and method, with or without the package
   */
  static boolean reads(String benchmark) {
    int method = benchmark.lastIndexOf('.');
    return READERS.contains(benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1));
  }

  /**
   * The binding of a row. If the benchmark has no such parameter: maps for the reader's own file,
   * else records.
   */
  public static Binding binding(String benchmark, Map<String, String> parameters) {
    String binding = parameters.get("binding");
    if (binding == null) {
      return benchmark.contains("OwnPayload") ? Binding.MAP : Binding.RECORD;
    }
    return Stream.of(Binding.values())
        .filter(each -> each.name().equals(binding))
        .findFirst()
        .orElse(Binding.RECORD);
  }

  /** The text after a name, such as {@code " (I,L)"}; empty without a mark. */
  public static String suffix(Set<Mark> marks) {
    return marks.isEmpty()
        ? ""
        : marks.stream().map(Mark::letter).collect(Collectors.joining(",", " (", ")"));
  }

  /** One line that explains the marks in a ranking; empty without a mark. */
  public static String legend(Collection<Set<Mark>> rows) {
    Set<Mark> all = EnumSet.noneOf(Mark.class);
    rows.forEach(all::addAll);
    return all.isEmpty()
        ? ""
        : all.stream()
            .map(mark -> "(" + mark.letter() + ") " + mark.meaning())
            .collect(
                Collectors.joining(
                    "; ",
                    "",
                    all.stream().anyMatch(Mark::hasInputs) ? "; verify lists the inputs" : ""));
  }
}
