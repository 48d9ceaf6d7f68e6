package requestpath.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import requestpath.codec.json.JsonCodec;
import requestpath.codec.json.JsonLibrary;

/** The rule for hard decimals against the library that misreads them. */
class HardDecimalTest {
  private static final JsonCodec<Object> WAST = JsonLibrary.WAST.codec(Shape.one(Map.class));

  @Test
  void wastMisreadsHardDecimalsAndNoOthers() throws IOException {
    List<String> decimals = decimals();
    Set<String> misread = misread(decimals);
    Set<String> misreadInShortestForm =
        misread(decimals.stream().map(HardDecimalTest::shortest).toList());
    assertThat(misread)
        .contains("1e23", "155e23", "8e250", "3e-25", "2.2250738585072012e-308", "3e-324");
    assertThat(misread.stream().filter(Predicate.not(HardDecimalTest::isHard)))
        .as("misread, though not hard")
        .isEmpty();
    assertThat(
            decimals.stream()
                .filter(HardDecimalTest::isHard)
                .filter(decimal -> Double.parseDouble(decimal) != Double.MIN_VALUE)
                .filter(
                    decimal ->
                        !misread.contains(decimal)
                            && !misreadInShortestForm.contains(shortest(decimal))))
        .as("hard, though read rightly")
        .isEmpty();
  }

  private static boolean isHard(String decimal) {
    return HardDecimal.is(decimal, Double.parseDouble(decimal));
  }

  private static String shortest(String decimal) {
    return JsonText.shortest(Double.parseDouble(decimal));
  }

  private static Set<String> misread(List<String> decimals) throws IOException {
    String json = decimals.stream().collect(Collectors.joining(",", "{\"a\":[", "]}"));
    Map<?, ?> read = (Map<?, ?>) WAST.fromBytes(json.getBytes(UTF_8));
    List<?> numbers = (List<?>) read.get("a");
    assertThat(numbers).hasSameSizeAs(decimals);
    Set<String> misread = new LinkedHashSet<>();
    for (int i = 0; i < decimals.size(); i++) {
      String decimal = decimals.get(i);
      if (((Number) numbers.get(i)).doubleValue() != Double.parseDouble(decimal)) {
        misread.add(decimal);
      }
    }
    return misread;
  }

  private static List<String> decimals() {
    List<String> decimals =
        new ArrayList<>(
            List.of(
                "2.2250738585072012e-308",
                "32e23",
                "155e23",
                "31e24",
                "1240e23",
                "744195963092135680e4"));
    for (int digits = 1; digits <= 16; digits++) {
      for (int exponent = -345; exponent <= 306; exponent++) {
        decimals.add(digits + "e" + exponent);
      }
    }
    Random random = new Random(20261128);
    for (int i = 0; i < 5000; i++) {
      String digits = String.valueOf(random.nextLong(1L << 59));
      decimals.add(
          digits.substring(0, 1 + random.nextInt(digits.length()))
              + "e"
              + (random.nextInt(630) - 343));
    }
    for (int i = 0; i < 500; i++) {
      decimals.add(halfway(random));
      // Between two doubles from 2^52 on.
      decimals.add((1L << 52) + random.nextLong(1L << 52) + ".5");
    }
    return decimals;
  }

  /** A whole number of an odd product of 54 bits, written with an exponent. */
  private static String halfway(Random random) {
    int exponent = 1 + random.nextInt(23);
    BigInteger fives = BigInteger.valueOf(5).pow(exponent);
    BigInteger least = BigInteger.ONE.shiftLeft(53).divide(fives).add(BigInteger.ONE);
    BigInteger odd =
        least.add(new BigInteger(Math.max(1, least.bitLength() - 1), random)).setBit(0);
    int shift = Math.max(0, 54 - odd.bitLength());
    return odd.shiftLeft(shift) + "e" + exponent;
  }
}
