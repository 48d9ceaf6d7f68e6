package requestpath.handler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static requestpath.handler.Requirements.requireEqual;
import static requestpath.handler.Requirements.requireRefusal;
import static requestpath.handler.Requirements.requireText;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import requestpath.codec.Operation;
import requestpath.codec.Produced;
import requestpath.codec.WrongAnswerException;
import requestpath.codec.json.JsonVerification;

/**
 * Correctness checks of the handlers, by their answers to several requests and by requests that
 * they must refuse.
 */
public final class RequestVerification {
  private RequestVerification() {}

  /** The Fibonacci handler. */
  public static Produced fibonacci(Operation<String, byte[]> handler, int n) throws Exception {
    for (int number : new int[] {n, n == 0 ? 1 : n - 1, n}) {
      requireText(
          handler.apply(String.valueOf(number)),
          "Sparkjava: fib(" + number + ") = " + Fibonacci.expected(number));
    }
    for (String wrong : new String[] {"ten", "-1", "47", "99999999999", "", "1.5"}) {
      requireRefusal(handler, wrong, wrong, BadRequestException.class);
    }
    return Produced.of(handler.apply(String.valueOf(n)));
  }

  /** The hello handler. */
  public static Produced hello(Operation<@Nullable String, byte[]> handler) throws Exception {
    for (String name : new @Nullable String[] {"ab1c2", null, "Zz9", "é😀\"\\\n", ""}) {
      JsonVerification.requireAnswer(handler.apply(name), Map.of("message", greetingFor(name)));
    }
    return Produced.of(handler.apply("ab1c2"));
  }

  /** A form of the greeting. */
  public static void greeting(Operation<@Nullable String, String> form) throws Exception {
    for (String name : new @Nullable String[] {"ab1c2", null, "Zz9", ""}) {
      requireText(form.apply(name).getBytes(UTF_8), greetingFor(name));
    }
  }

  private static String greetingFor(@Nullable String name) {
    return String.join("", "Hello ", name == null ? "World" : name, "!");
  }

  /**
   * The application info handler.
   *
   * @param clock what the handler asks for the year: the correctness check puts others in its
   *     place, for only a handler that asks on each call follows them
   */
  public static Produced applicationInfo(
      Operation<String, byte[]> handler, Consumer<IntSupplier> clock) throws Exception {
    for (int year : new int[] {2025, 2031, 1999}) {
      clock.accept(() -> year);
      requireInfo(handler.apply(""), year);
    }
    clock.accept(CurrentYear::ofYear);
    int before;
    byte[] answer;
    do {
      before = CurrentYear.expected(ZoneId.systemDefault());
      answer = handler.apply("");
    } while (before != CurrentYear.expected(ZoneId.systemDefault()));
    requireInfo(answer, before);
    return Produced.of(answer);
  }

  private static void requireInfo(byte[] answer, int year) {
    JsonVerification.requireAnswer(answer, Map.of("name", "golang", "releaseYear", year));
  }

  /** A way of asking for the year. */
  public static void year(Operation<String, Integer> way, ZoneId zone) throws Exception {
    int before = CurrentYear.expected(zone);
    int answer = way.apply("");
    int after = CurrentYear.expected(zone);
    if (answer != before && answer != after) {
      throw new WrongAnswerException("the year is " + after + " but it answers " + answer);
    }
  }

  /**
   * A way of asking for the year that is given its clock: it must follow that over New Year.
   *
   * @param clock puts another clock in place
   */
  public static void yearByClock(Operation<String, Integer> way, Consumer<Clock> clock)
      throws Exception {
    clock.accept(Clock.system(ZoneId.systemDefault()));
    year(way, ZoneId.systemDefault());
    MovableClock movable =
        new MovableClock(Instant.parse("2025-12-31T22:59:59.999Z"), ZoneId.of("Europe/Berlin"));
    clock.accept(movable);
    requireEqual(2025, way.apply(""));
    movable.now = Instant.parse("2025-12-31T23:00:00Z");
    requireEqual(2026, way.apply(""));
    movable.now = Instant.parse("2031-01-01T00:00:00Z");
    requireEqual(2031, way.apply(""));
  }

  /** A clock that is moved by hand. */
  private static final class MovableClock extends Clock {
    private volatile Instant now;
    private final ZoneId zone;

    MovableClock(Instant now, ZoneId zone) {
      this.now = now;
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new MovableClock(now, other);
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
