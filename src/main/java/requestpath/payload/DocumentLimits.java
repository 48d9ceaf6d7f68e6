package requestpath.payload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * The known limits of a library for documents, in one direction, each with the address of the
 * library's own statement. They are compared with the facts of a document before anything runs.
 */
public final class DocumentLimits {
  /** No limit within what {@link OwnPayload} accepts. */
  public static final DocumentLimits NONE = new DocumentLimits(List.of());

  private final List<Function<DocumentFacts, Support>> limits;

  private DocumentLimits(List<Function<DocumentFacts, Support>> limits) {
    this.limits = List.copyOf(limits);
  }

  /** Adds a limit for the depth of nested objects and arrays. */
  public DocumentLimits depth(int maximum, String source) {
    return and(
        DocumentFacts::depth, maximum, "it is limited to %,d levels, and the file has %,d", source);
  }

  /** Adds a limit for the characters of a text. */
  public DocumentLimits text(int maximum, String source) {
    return and(
        DocumentFacts::longestText,
        maximum,
        "it is limited to texts of %,d characters, and the file has one of %,d",
        source);
  }

  /** Adds a limit for the UTF-8 bytes of a name. */
  public DocumentLimits name(int maximum, String source) {
    return and(
        DocumentFacts::longestName,
        maximum,
        "it is limited to names of %,d bytes, and the file has one of %,d",
        source);
  }

  /** Adds a limit for the characters of a number. */
  public DocumentLimits number(int maximum, String source) {
    return and(
        DocumentFacts::longestNumber,
        maximum,
        "it is limited to numbers of %,d characters, and the file has one of %,d",
        source);
  }

  /** Excludes negative zero. */
  public DocumentLimits noNegativeZero(String source) {
    return and(
        facts ->
            facts.hasNegativeZero()
                ? Support.no("it loses the sign of -0.0, which the file has", source)
                : Support.YES);
  }

  /** Excludes the decimals of {@link DocumentFacts#hasHardDecimal}. */
  public DocumentLimits noHardDecimal(String source) {
    return and(
        facts ->
            facts.hasHardDecimal()
                ? Support.no(
                    "it misreads some decimals of one or two digits with a large exponent and some"
                        + " subnormal ones, and the file has such decimals",
                    source)
                : Support.YES);
  }

  /** Adds the limits of another. */
  public DocumentLimits and(DocumentLimits other) {
    List<Function<DocumentFacts, Support>> both = new ArrayList<>(limits);
    both.addAll(other.limits);
    return new DocumentLimits(both);
  }

  /** Whether a document with these facts is within all limits; else the first that it exceeds. */
  public Support of(DocumentFacts facts) {
    Support support = Support.YES;
    for (Function<DocumentFacts, Support> limit : limits) {
      support = support.and(() -> limit.apply(facts));
    }
    return support;
  }

  private DocumentLimits and(
      ToIntFunction<DocumentFacts> fact, int maximum, String reason, String source) {
    return and(
        facts ->
            fact.applyAsInt(facts) <= maximum
                ? Support.YES
                : Support.no(
                    String.format(Locale.ROOT, reason, maximum, fact.applyAsInt(facts)), source));
  }

  private DocumentLimits and(Function<DocumentFacts, Support> limit) {
    return and(new DocumentLimits(List.of(limit)));
  }
}
