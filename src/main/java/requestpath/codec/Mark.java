package requestpath.codec;

import java.util.Locale;

/**
 * What to know about a variant beside its figures. The checks of {@code verify} observe all but
 * {@link #KOTLIN}, {@link Marks} records the variants that have them, and a test compares the two.
 */
public enum Mark {
  /** Some decimal text is read as another double than {@link Double#parseDouble} reads. */
  INEXACT("I", "reads some decimals as another double than Double.parseDouble does"),
  /** It accepts documents that RFC 8259 does not allow. */
  LENIENT("L", "accepts documents that are not JSON"),
  /** Fractions in maps stay digits. */
  UNDECODED("B", "keeps fractions in maps as BigDecimal, where the others decode them to Double"),
  /** It never returns from some documents that are not JSON. */
  HANGS("H", "never returns from some broken documents"),
  /** It refuses documents that RFC 8259 allows. */
  REFUSES("R", "refuses some documents that are JSON"),
  /**
   * RECORD is classes of Kotlin, which have the components of the records; the catalogue says so.
   */
  KOTLIN("K", "binds Kotlin's data classes in place of Java's records");

  private final String letter;
  private final String meaning;

  Mark(String letter, String meaning) {
    this.letter = letter;
    this.meaning = meaning;
  }

  /** The letter beside a variant's name. */
  public String letter() {
    return letter;
  }

  /** What a variant with this mark does: a verb and its object. */
  public String meaning() {
    return meaning;
  }

  /** Whether inputs cause it, which {@code verify} lists. */
  public boolean hasInputs() {
    return this != KOTLIN;
  }

  /** In a word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
