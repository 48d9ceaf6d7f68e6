package requestpath.handler;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.time.Year;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import requestpath.codec.Operation;
import requestpath.codec.WrongAnswerException;
import requestpath.codec.json.JsonLibrary;
import requestpath.codec.json.JsonVerification;
import requestpath.handler.ExchangeVerification.Part;
import requestpath.payload.ApplicationInfo;
import requestpath.payload.Exchanges;
import requestpath.payload.KeyValue;
import requestpath.payload.Message;
import requestpath.payload.Names;
import requestpath.payload.Shape;
import requestpath.payload.TransferText;

/** The handlers of the source articles. Their correctness checks find wrong ones. */
class HandlersTest {
  @Test
  void fibonacciAnswersAsInTheSourceArticle() throws BadRequestException {
    assertThat(FibonacciRequest.handle("10")).isEqualTo("Sparkjava: fib(10) = 55".getBytes(UTF_8));
    assertThat(FibonacciRequest.handle("0")).isEqualTo("Sparkjava: fib(0) = 0".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ten", "", " 10", "-1", "47", "2147483648", "1e1", "10 ", "+10", "-0", "٣"})
  void fibonacciRefusesAnythingButSmallWholeNumbers(String n) {
    assertThatThrownBy(() -> FibonacciRequest.handle(n))
        .isInstanceOf(BadRequestException.class)
        .hasMessage("n must be a whole number from 0 to 46, not \"" + n + "\"");
  }

  @Test
  void aRefusalDoesNotRepeatALongRequest() {
    assertThatThrownBy(() -> FibonacciRequest.handle("x".repeat(1_000_000)))
        .hasMessageMatching("n must be a whole number from 0 to 46, not \"x{37}\\.\\.\\.\"");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"Beeblebrox", "ab1c2", "", " x "})
  void theGreetingsAreTheSameInEveryForm(String name) {
    assertThat(Greeting.concatenated(name)).isEqualTo(Greeting.formatted(name));
    assertThat(Greeting.built(name)).isEqualTo(Greeting.formatted(name));
  }

  @ParameterizedTest
  @EnumSource
  void helloAnswersAsInTheSourceArticle(JsonLibrary library) throws Exception {
    assumeTrue(library.supportsEncoding(Shape.one(Message.class)).isSupported());
    HelloRequest request = new HelloRequest(library.codec(Shape.one(Message.class)));

    assertThat(request.handle("Beeblebrox"))
        .isEqualTo("{\"message\":\"Hello Beeblebrox!\"}".getBytes(UTF_8));
    assertThat(request.handle(null)).isEqualTo("{\"message\":\"Hello World!\"}".getBytes(UTF_8));
    assertThat(RequestVerification.hello(request::handle).bytes()).isEqualTo(26);
  }

  @ParameterizedTest
  @EnumSource
  void applicationInfoAnswersWithThisYear(JsonLibrary library) throws Exception {
    assumeTrue(library.supportsEncoding(Shape.one(ApplicationInfo.class)).isSupported());
    ApplicationInfoRequest request =
        new ApplicationInfoRequest(
            library.codec(Shape.one(ApplicationInfo.class)), CurrentYear::ofYear);

    JsonVerification.requireAnswer(
        request.handle(),
        Map.of("name", "golang", "releaseYear", Year.now(ZoneId.systemDefault()).getValue()));
  }

  @ParameterizedTest
  @EnumSource
  void exchangeReadsStoresAndReturnsThePreviousValue(JsonLibrary library) throws Exception {
    assumeTrue(library.supportsDecoding(Shape.one(KeyValue.class)).isSupported());
    try (KeyValueStore store = StoreKind.inProcess()) {
      ExchangeRequest request =
          new ExchangeRequest(library.codec(Shape.one(KeyValue.class)), store);

      assertThat(request.handle(Exchanges.body("k", "one"))).isEmpty();
      assertThat(request.handle(Exchanges.body("k", "two"))).isEqualTo("one".getBytes(UTF_8));
      assertThat(store.get("k")).isEqualTo("two");
      assertThatCode(
              () ->
                  ExchangeVerification.exchange(
                      Part.WHOLE,
                      request::handle,
                      store,
                      List.of("requestpath:a", "requestpath:b")))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void namesAreManyAndAlwaysTheSame() {
    assertThat(Names.pool()).isEqualTo(Names.pool());
    assertThat(Names.pool()).hasSize(2_048);
    assertThat(Arrays.stream(Names.pool())).allMatch(name -> name.matches("[a-zA-Z0-9]{5}"));
    assertThat(Names.pool()[0]).isNotEqualTo(Names.pool()[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"key\":\"k\"}", "{\"value\":\"v\"}", "{\"key\":\"k\",\"value\":null}"})
  void exchangeRefusesIncompleteRequests(String body) {
    for (JsonLibrary library : JsonLibrary.values()) {
      boolean makesEmptyTexts = library == JsonLibrary.WAST && body.contains("\"k\"");
      if (makesEmptyTexts || !library.supportsDecoding(Shape.one(KeyValue.class)).isSupported()) {
        continue;
      }
      KeyValueStore store = StoreKind.inProcess();
      ExchangeRequest request =
          new ExchangeRequest(library.codec(Shape.one(KeyValue.class)), store);
      assertThatThrownBy(() -> request.handle(body.getBytes(UTF_8)))
          .as(library.name())
          .isInstanceOf(BadRequestException.class)
          .hasMessage("the body must be {\"key\":\"…\",\"value\":\"…\"}");
      assertThat(store.get("k")).isNull();
    }
  }

  @Test
  void exchangesUseOnlyTheKeysOfTheirRun() {
    Exchanges exchanges = new Exchanges("one");
    assertThat(exchanges.keys()).allMatch(key -> key.startsWith("requestpath:one:"));
    assertThat(exchanges.keys()).doesNotContainAnyElementsOf(new Exchanges("two").keys());
    assertThat(exchanges.requests()).allMatch(one -> exchanges.keys().contains(one.key()));
    assertThat(exchanges.requests())
        .allMatch(one -> one.value().length() == exchanges.valueBefore().length());
    assertThat(exchanges.bodies().length).isEqualTo(exchanges.requests().size());
    assertThat(Integer.bitCount(exchanges.requests().size())).isOne();
  }

  @Test
  void aWrongHandlerIsFound() {
    assertThatThrownBy(
            () -> RequestVerification.fibonacci(n -> "Sparkjava: fib(10) = 55".getBytes(UTF_8), 10))
        .isInstanceOf(WrongAnswerException.class);
    assertThatThrownBy(
            () ->
                RequestVerification.fibonacci(
                    n -> ("Sparkjava: fib(" + n + ") = 55").getBytes(UTF_8), 10))
        .isInstanceOf(WrongAnswerException.class);
    assertThatThrownBy(
            () ->
                RequestVerification.hello(name -> "{\"message\":\"Hello ab1c2!\"}".getBytes(UTF_8)))
        .isInstanceOf(WrongAnswerException.class);
    assertThatThrownBy(
            () -> RequestVerification.hello(name -> ("\"Hello " + name + "!\"").getBytes(UTF_8)))
        .isInstanceOf(WrongAnswerException.class);
    assertThatThrownBy(() -> RequestVerification.greeting(name -> "Hello World!"))
        .isInstanceOf(WrongAnswerException.class);
    byte[] thisYear =
        ("{\"name\":\"golang\",\"releaseYear\":" + CurrentYear.ofYear() + "}").getBytes(UTF_8);
    assertThatThrownBy(() -> RequestVerification.applicationInfo(nothing -> thisYear, clock -> {}))
        .as("a year that is asked once")
        .isInstanceOf(WrongAnswerException.class);
    assertThatThrownBy(
            () -> RequestVerification.yearByClock(nothing -> CurrentYear.ofYear(), clock -> {}))
        .isInstanceOf(WrongAnswerException.class);
    assertThatThrownBy(() -> RequestVerification.year(nothing -> 2025, CurrentYear.epochZone()))
        .isInstanceOf(WrongAnswerException.class);
  }

  @Test
  void aWrongExchangeIsFound() {
    KeyValueStore store = StoreKind.inProcess();
    List<String> keys = new Exchanges("test").keys();
    List<Operation<byte[], ?>> faults = List.of(body -> new byte[0], body -> body);
    for (Operation<byte[], ?> fault : faults) {
      for (Part part : List.of(Part.WHOLE, Part.JSON)) {
        assertThatThrownBy(() -> ExchangeVerification.exchange(part, fault, store, keys))
            .isInstanceOf(WrongAnswerException.class);
      }
    }
    ExchangeRequest lenient =
        new ExchangeRequest(JsonLibrary.JACKSON2.codec(Shape.one(KeyValue.class)), store);
    assertThatThrownBy(
            () ->
                ExchangeVerification.exchange(
                    Part.WHOLE,
                    body -> {
                      try {
                        return lenient.handle(body);
                      } catch (BadRequestException e) {
                        return new byte[0];
                      }
                    },
                    store,
                    keys))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("it accepts {}");
  }

  @Test
  void aWrongCommandIsFound() {
    KeyValueStore store = StoreKind.inProcess();
    List<String> keys = new Exchanges("test").keys();
    Map<Part, List<Operation<KeyValue, ?>>> faults =
        Map.of(
            Part.GET,
            List.of(
                one -> "value of " + one.key(),
                one -> one.value(),
                one -> store.get(keys.get(0)),
                one -> {
                  String previous = store.get(one.key());
                  store.set(one.key(), one.value());
                  return previous;
                }),
            Part.SET,
            List.of(
                one -> one,
                one -> {
                  keys.forEach(key -> store.set(key, one.value()));
                  return one;
                },
                one -> {
                  store.set(one.key(), "value of " + one.key());
                  return one;
                }));
    faults.forEach(
        (part, wrong) ->
            wrong.forEach(
                fault ->
                    assertThatThrownBy(() -> ExchangeVerification.command(part, fault, store, keys))
                        .isInstanceOf(WrongAnswerException.class)));
    assertThatCode(
            () -> ExchangeVerification.command(Part.GET, o -> store.get(o.key()), store, keys))
        .doesNotThrowAnyException();
  }

  @Test
  void aWrongTransferOrCheckIsFound() {
    TransferText text = TransferText.ASCII;
    assertThatThrownBy(() -> TransferVerification.transfer(bytes -> new byte[bytes.length], text))
        .isInstanceOf(WrongAnswerException.class);
    assertThatThrownBy(() -> TransferVerification.transfer(bytes -> true, text))
        .hasMessage("it takes the bytes ff at 0 for UTF-8");
    List<UnaryOperator<byte[]>> blind =
        List.of(
            bytes -> Arrays.copyOf(bytes, bytes.length - 2),
            bytes -> Arrays.copyOfRange(bytes, 4, bytes.length),
            HandlersTest::withoutSurrogates);
    for (UnaryOperator<byte[]> seen : blind) {
      assertThatThrownBy(
              () ->
                  TransferVerification.transfer(
                      bytes -> LibraryUtf8Check.guava(seen.apply(bytes.clone())), text))
          .isInstanceOf(WrongAnswerException.class);
    }
    assertThatThrownBy(() -> TransferVerification.transfer(bytes -> false, text))
        .isInstanceOf(WrongAnswerException.class);
    assertThatThrownBy(() -> TransferVerification.transfer(bytes -> bytes, text))
        .hasMessageContaining("not a copy of it");
    assertThatThrownBy(
            () -> TransferVerification.transfer(bytes -> ByteBuffer.wrap(bytes.clone()), text))
        .hasMessage("the buffer is not a direct one");
    assertThatThrownBy(
            () -> TransferVerification.transfer(bytes -> new String(bytes, ISO_8859_1), text))
        .as("another encoding")
        .isInstanceOf(WrongAnswerException.class);
    byte[] kept = text.bytes();
    assertThatThrownBy(() -> TransferVerification.transfer(bytes -> kept, text))
        .isInstanceOf(WrongAnswerException.class);
  }

  /** What a check sees that takes surrogates for characters. */
  private static byte[] withoutSurrogates(byte[] bytes) {
    for (int i = 1; i < bytes.length; i++) {
      if (bytes[i - 1] == (byte) 0xed && bytes[i] >= (byte) 0xa0) {
        bytes[i] = (byte) 0x80;
      }
    }
    return bytes;
  }
}
