package requestpath.payload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What a library does not take of documents that others take, in one direction, as far as it is
 * known: a limit for each, with the address of the library's own statement. They are compared with
 * the facts of a document before anything is run on it.
 */
public final class DocumentLimits {
  /** No limit within what {@link OwnPayload} accepts. */
  public static final DocumentLimits NONE = new DocumentLimits(List.of());

  private final List<Function<DocumentFacts, Support>> limits;

  private DocumentLimits(List<Function<DocumentFacts, Support>> limits) {
    this.limits = List.copyOf(limits);
  }

  /** And objects and arrays within each other no deeper than this. */
  public DocumentLimits depth(int maximum, String source) {
    return and(
        DocumentFacts::depth, maximum, "it is limited to %,d levels, and the file has %,d", source);
  }

  /** And texts of no more characters. */
  public DocumentLimits text(int maximum, String source) {
    return and(
        DocumentFacts::longestText,
        maximum,
        "it is limited to texts of %,d characters, and the file has one of %,d",
        source);
  }

  /** And names of no more bytes of UTF-8. */
  public DocumentLimits name(int maximum, String source) {
    return and(
        DocumentFacts::longestName,
        maximum,
        "it is limited to names of %,d bytes, and the file has one of %,d",
        source);
  }

  /** And numbers written with no more characters. */
  public DocumentLimits number(int maximum, String source) {
    return and(
        DocumentFacts::longestNumber,
        maximum,
        "it is limited to numbers of %,d characters, and the file has one of %,d",
        source);
  }

  /** And no negative zero. */
  public DocumentLimits noNegativeZero(String source) {
    return and(
        facts ->
            facts.hasNegativeZero()
                ? Support.no("it loses the sign of -0.0, which the file has", source)
                : Support.YES);
  }

  /** And no decimal that {@link DocumentFacts#hasHardDecimal} tells of. */
  public DocumentLimits noHardDecimal(String source) {
    return and(
        facts ->
            facts.hasHardDecimal()
                ? Support.no(
                    "it misreads some decimals of one or two digits with a large exponent, and some"
                        + " of the smallest; the file has such",
                    source)
                : Support.YES);
  }

  /** And what the other does not take. */
  public DocumentLimits and(DocumentLimits other) {
    List<Function<DocumentFacts, Support>> both = new ArrayList<>(limits);
    both.addAll(other.limits);
    return new DocumentLimits(both);
  }

  /** Whether a document of these facts is within all limits; the first that it is not. */
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
