package requestpath.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import requestpath.payload.DocumentFacts;
import requestpath.payload.OwnPayload;
import requestpath.payload.Support;

/**
 * The known limits of a library for documents, in one direction, each with the address of the
 * library's own statement. They are compared with the facts of a document before anything runs.
 */
public final class DocumentLimits {
  /** No limit within what {@link OwnPayload} accepts. */
  public static final DocumentLimits NONE = new DocumentLimits(List.of());

  private final List<Limit> limits;

  private DocumentLimits(List<Limit> limits) {
    this.limits = List.copyOf(limits);
  }

  /** What a document may not have, in a few words, and the check. */
  private record Limit(String excluded, Function<DocumentFacts, Support> check) {}

  /**
   * Adds a limit for the characters that are read of the whole document, by a parser that reads the
   * one after a number twice.
   */
  public DocumentLimits document(int maximum, String source) {
    return and(
        facts -> facts.characters() + facts.numbers(),
        maximum,
        "documents",
        "characters and numbers together",
        source);
  }

  /** Adds a limit for the characters of a text. */
  public DocumentLimits text(int maximum, String source) {
    return and(DocumentFacts::longestText, maximum, "texts", "characters", source);
  }

  /** Adds a limit for the UTF-8 bytes of a name. */
  public DocumentLimits name(int maximum, String source) {
    return and(DocumentFacts::longestName, maximum, "names", "bytes", source);
  }

  /** Adds a limit for the characters of a number. */
  public DocumentLimits number(int maximum, String source) {
    return and(DocumentFacts::longestNumber, maximum, "numbers", "characters", source);
  }

  /** Excludes negative zero. */
  public DocumentLimits noNegativeZero(String source) {
    return and(
        "`-0.0`, whose sign is lost",
        facts ->
            facts.hasNegativeZero()
                ? Support.noForFile("it loses the sign of -0.0, which the file has", source)
                : Support.YES);
  }

  /** Excludes the decimals of {@link DocumentFacts#hasHardDecimal}. */
  public DocumentLimits noHardDecimal(String source) {
    return and(
        "some decimals halfway, or almost halfway, between two doubles, which it reads wrong",
        facts ->
            facts.hasHardDecimal()
                ? Support.noForFile(
                    "it reads some decimals wrong that are halfway, or almost halfway, between two"
                        + " doubles, and the file has such decimals",
                    source)
                : Support.YES);
  }

  /** Adds the limits of another. */
  public DocumentLimits and(DocumentLimits other) {
    List<Limit> both = new ArrayList<>(limits);
    both.addAll(other.limits);
    return new DocumentLimits(both);
  }

  /** Whether a document with these facts is within all limits; else the first that it exceeds. */
  public Support of(DocumentFacts facts) {
    Support support = Support.YES;
    for (Limit limit : limits) {
      support = support.and(() -> limit.check().apply(facts));
    }
    return support;
  }

  /** What documents may not have: a few words for each limit. */
  public List<String> excluded() {
    return limits.stream().map(Limit::excluded).toList();
  }

  private DocumentLimits and(
      ToIntFunction<DocumentFacts> fact, int maximum, String parts, String unit, String source) {
    return and(
        String.format(Locale.ROOT, "%s over %,d %s", parts, maximum, unit),
        facts ->
            fact.applyAsInt(facts) <= maximum
                ? Support.YES
                : Support.noForFile(
                    String.format(
                        Locale.ROOT,
                        "it is limited to %s of %,d %s, and the file has one of %,d",
                        parts,
                        maximum,
                        unit,
                        fact.applyAsInt(facts)),
                    source));
  }

  private DocumentLimits and(String excluded, Function<DocumentFacts, Support> check) {
    return and(new DocumentLimits(List.of(new Limit(excluded, check))));
  }
}
