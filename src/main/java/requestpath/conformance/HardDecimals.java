package requestpath.conformance;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import requestpath.codec.Mark;
import requestpath.payload.JsonText;

/**
 * Decimals that are hard to read, by kind. A variant reads any decimal exactly if it reads all of
 * these as {@link Double#parseDouble} does. Every plain variant must read {@link #SHORTEST}, which
 * encoders write. A variant that reads another kind as another double gets {@link Mark#INEXACT}.
 * One that refuses decimals does not: that is a result of its own. The kinds follow Clinger ("How
 * to read floating point numbers accurately", 1990) and the test data of Lemire's fast_float; the
 * decimals are generated here from a fixed seed.
 */
enum HardDecimals implements Check<JsonVariant> {
  /** The fewest digits that tell a double from its neighbours, of all magnitudes. */
  SHORTEST(
      "shortest digits",
      "the shortest digits of a double, of all magnitudes",
      random -> {
        List<String> texts =
            new ArrayList<>(List.of("1.7976931348623157E308", "1.0E23", "357513.7314004314"));
        while (texts.size() < HardDecimals.COUNT) {
          double number = Double.longBitsToDouble(random.nextLong());
          if (Double.isFinite(number)) {
            texts.add(JsonText.shortest(number));
          }
        }
        return texts;
      }),
  /** An integer and a power of ten, as JavaScript and others write some doubles. */
  NO_POINT(
      "1e23",
      "an integer and an exponent, such as 1e23",
      random -> {
        List<String> texts = new ArrayList<>(List.of("1e23", "3e-25", "9007199254740993e0"));
        for (int exponent = -40; exponent <= 40; exponent++) {
          for (int digit = 1; digit <= 9; digit++) {
            texts.add(digit + "e" + exponent);
          }
          texts.add(random.nextLong(1L << 53) + "e" + exponent);
        }
        return texts;
      }),
  /** More digits than a double needs, and about as many as 64 bits can hold. */
  DIGITS_17_TO_20(
      "17 to 20 digits",
      "17 to 20 digits, such as 8097283171857554.5",
      random -> {
        List<String> texts =
            new ArrayList<>(List.of("8097283171857554.5", "84.112486391362573576"));
        while (texts.size() < HardDecimals.COUNT) {
          texts.add(digits(random, 17 + random.nextInt(4)));
        }
        return texts;
      }),
  /**
   * More digits than 64 bits can hold. Some are longer than libraries allow (100 characters in
   * avaje-jsonb; 512 in DSL-JSON, which is beyond these).
   */
  MORE_DIGITS(
      "21 to 400 digits",
      "21 to 400 digits",
      random -> {
        List<String> texts = new ArrayList<>();
        while (texts.size() < HardDecimals.COUNT) {
          int most = texts.size() % 50 == 0 ? 380 : 20;
          texts.add(digits(random, 21 + random.nextInt(most)));
        }
        return texts;
      }),
  /** Halfway between two doubles, and a little to either side. */
  HALFWAY(
      "halfway",
      "halfway between two doubles, and beside it",
      random -> {
        List<String> texts =
            new ArrayList<>(List.of("9007199254740993", "9007199254740993.0000000000000000001"));
        while (texts.size() < HardDecimals.COUNT) {
          double below = Math.scalb(1 + random.nextDouble(), random.nextInt(-60, 120));
          BigDecimal half =
              new BigDecimal(below)
                  .add(new BigDecimal(Math.nextUp(below)))
                  .divide(BigDecimal.valueOf(2));
          BigDecimal little = BigDecimal.ONE.movePointLeft(Math.max(0, half.scale()) + 1);
          texts.add(half.toPlainString());
          texts.add(half.add(little).toPlainString());
          texts.add(half.subtract(little).toPlainString());
        }
        return texts;
      }),
  /** Near zero, where a double has fewer bits. */
  SUBNORMAL(
      "subnormal",
      "subnormal, such as 2.2250738585072012e-308",
      random -> {
        List<String> texts =
            new ArrayList<>(
                List.of(
                    "2.2250738585072012e-308",
                    "2.2250738585072011e-308",
                    "4.9e-324",
                    "2.4703282292062328e-324",
                    "2.4703282292062327e-324"));
        while (texts.size() < HardDecimals.COUNT) {
          texts.add(digits(random, 3 + random.nextInt(18), 1) + "e-" + (308 + random.nextInt(16)));
        }
        return texts;
      });

  /** A text, and the double that it stands for. */
  private record Decimal(String text, double value) {}

  /** The start of the title of each of these checks. */
  static final String TITLE = "decimals read: ";

  private static final String EXACT = "exact";
  private static final String INEXACT = "inexact";
  private static final String REFUSES = EXACT + "; refuses ";

  /** Enough: each call reads some hundred numbers of many digits. */
  private static final int CALLS = 2;

  /** The approximate number of decimals of each kind. */
  private static final int COUNT = 300;

  /** Any value; fixed, so that every run checks the same decimals. */
  private static final long SEED = 1990;

  private final Description description;

  @SuppressWarnings("ImmutableEnumChecker") // A copy that cannot be changed.
  private final List<Decimal> decimals;

  HardDecimals(String label, String title, Function<SplittableRandom, List<String>> texts) {
    this.description = new Description(Subject.DECIMALS, label, TITLE + title);
    this.decimals =
        texts.apply(new SplittableRandom(SEED)).stream()
            .map(text -> new Decimal(text, Double.parseDouble(text)))
            .toList();
  }

  private static String digits(SplittableRandom random, int count) {
    return digits(random, count, 1 + random.nextInt(Math.min(count - 1, 17)));
  }

  /** Random digits with a point between them. */
  private static String digits(SplittableRandom random, int count, int before) {
    StringBuilder text = new StringBuilder().append(1 + random.nextInt(9));
    while (text.length() < count) {
      text.append(random.nextInt(10));
    }
    return text.insert(before, '.').toString();
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public boolean concerns(JsonVariant variant) {
    return variant.reads();
  }

  @Override
  public boolean isRepeated() {
    return true;
  }

  @Override
  public boolean isFirst() {
    return false;
  }

  @Override
  public int callsUntilWarm(Outcome cold) {
    return CALLS;
  }

  @Override
  public Outcome run(JsonVariant variant) {
    List<String> inexact = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (Decimal decimal : decimals) {
      String text = decimal.text();
      try {
        Object read = variant.readItem(JsonItem.with("\"created_at\":" + text)).get("created_at");
        boolean isExact =
            read instanceof Number number
                && Double.compare(number.doubleValue(), decimal.value()) == 0;
        if (!isExact) {
          inexact.add(text);
        }
      } catch (IOException | RuntimeException e) {
        refused.add(text);
      }
    }
    if (inexact.isEmpty() && refused.isEmpty()) {
      return Outcome.equal(EXACT);
    }
    String text = inexact.isEmpty() ? REFUSES + counted(refused) : misread(inexact, refused);
    return this == SHORTEST && variant.claimsExactness()
        ? Outcome.wrong(text)
        : Outcome.differs(text);
  }

  private String misread(List<String> inexact, List<String> refused) {
    return inexact.size()
        + " of "
        + decimals.size()
        + " "
        + INEXACT
        + ", such as "
        + Texts.shortened(inexact.get(0))
        + (refused.isEmpty() ? "" : "; refuses " + counted(refused));
  }

  /** How many, and all those above some length where it is the length that is refused. */
  private String counted(List<String> refused) {
    int shortest = refused.stream().mapToInt(String::length).min().orElseThrow();
    long asLong = decimals.stream().filter(each -> each.text().length() >= shortest).count();
    return refused.size()
        + " of "
        + decimals.size()
        + (asLong == refused.size()
            ? ", all those of " + shortest + " characters or more"
            : ", such as " + Texts.shortened(refused.get(0)));
  }

  /** Whether an outcome says that some decimals are refused and all others are exact. */
  static boolean isExactWhereRead(Outcome outcome) {
    return outcome.text().startsWith(REFUSES);
  }

  /** Whether an outcome says that all decimals are read exactly. */
  static boolean isExact(Outcome outcome) {
    return outcome.text().equals(EXACT);
  }

  @Override
  public Optional<Mark> mark(Outcome outcome) {
    return Limited.isMissing(outcome)
        ? Optional.of(Mark.HANGS)
        : outcome.text().contains(INEXACT) ? Optional.of(Mark.INEXACT) : Optional.empty();
  }
}
