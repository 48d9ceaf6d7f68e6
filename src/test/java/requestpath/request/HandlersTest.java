package requestpath.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Year;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import requestpath.compute.CurrentYear;
import requestpath.json.JsonLibrary;
import requestpath.json.JsonVerification;
import requestpath.payload.ApplicationInfo;
import requestpath.payload.Exchanges;
import requestpath.payload.KeyValue;
import requestpath.payload.Message;
import requestpath.payload.Names;
import requestpath.payload.Shape;
import requestpath.payload.TransferText;
import requestpath.payload.WrongAnswerException;
import requestpath.store.KeyValueStore;
import requestpath.store.StoreKind;

/** The documents' handlers, and that their verification bites. */
class HandlersTest {
  @Test
  void fibonacciAnswersAsTheDocumentPrints() throws BadRequestException {
    assertThat(FibonacciRequest.handle("10")).isEqualTo("Sparkjava: fib(10) = 55".getBytes(UTF_8));
    assertThat(FibonacciRequest.handle("0")).isEqualTo("Sparkjava: fib(0) = 0".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ten", "", " 10", "-1", "47", "2147483648", "1e1", "10 "})
  void fibonacciRefusesWhatIsNoNumberNegativeOrTooLarge(String n) {
    assertThatThrownBy(() -> FibonacciRequest.handle(n))
        .isInstanceOf(BadRequestException.class)
        .hasMessage("n must be a whole number from 0 to 46, not \"" + n + "\"");
  }

  @Test
  void aRefusalDoesNotEchoARequestOfAnyLength() {
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
  void helloAnswersAsTheDocumentPrints(JsonLibrary library) throws Exception {
    HelloRequest request = new HelloRequest(library.codec(Shape.one(Message.class)));

    assertThat(request.handle("Beeblebrox"))
        .isEqualTo("{\"message\":\"Hello Beeblebrox!\"}".getBytes(UTF_8));
    assertThat(request.handle(null)).isEqualTo("{\"message\":\"Hello World!\"}".getBytes(UTF_8));
    assertThat(RequestVerification.hello(request::handle).bytes()).isEqualTo(26);
  }

  @ParameterizedTest
  @EnumSource
  void applicationInfoAnswersWithThisYear(JsonLibrary library) throws Exception {
    ApplicationInfoRequest request =
        new ApplicationInfoRequest(library.codec(Shape.one(ApplicationInfo.class)));

    JsonVerification.requireAnswer(
        request.handle(),
        Map.of("name", "golang", "releaseYear", Year.now(ZoneId.systemDefault()).getValue()));
  }

  @ParameterizedTest
  @EnumSource
  void exchangeReadsStoresAndReturnsThePreviousValue(JsonLibrary library) throws Exception {
    try (KeyValueStore store = StoreKind.inProcess()) {
      ExchangeRequest request =
          new ExchangeRequest(library.codec(Shape.one(KeyValue.class)), store);

      assertThat(request.handle(Exchanges.body("k", "one"))).isEmpty();
      assertThat(request.handle(Exchanges.body("k", "two"))).isEqualTo("one".getBytes(UTF_8));
      assertThat(store.get("k")).isEqualTo("two");
      assertThatCode(() -> RequestVerification.exchange(request::handle, store))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void namesAreManyAndAlwaysTheSame() {
    assertThat(Names.pool()).isEqualTo(Names.pool());
    assertThat(Names.pool()).hasSize(16_384);
    assertThat(Arrays.stream(Names.pool())).allMatch(name -> name.matches("[a-zA-Z0-9]{5}"));
    assertThat(Names.pool()[0]).isNotEqualTo(Names.pool()[1]);
  }

  @Test
  void exchangesTouchKeysOfOursAlone() {
    assertThat(Exchanges.keys()).allMatch(key -> key.startsWith("requestpath:"));
    assertThat(Arrays.stream(Exchanges.bodies()))
        .allMatch(body -> new String(body, UTF_8).contains("\"requestpath:"));
    assertThat(Integer.bitCount(Exchanges.bodies().length)).isOne();
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
    assertThatThrownBy(
            () ->
                RequestVerification.applicationInfo(
                    nothing -> "{\"name\":\"golang\",\"releaseYear\":2025}".getBytes(UTF_8)))
        .isInstanceOf(WrongAnswerException.class);
    assertThatThrownBy(() -> RequestVerification.year(nothing -> 2025, CurrentYear.epochZone()))
        .isInstanceOf(WrongAnswerException.class);
  }

  @Test
  void anExchangeThatForgetsOrInventsIsFound() {
    KeyValueStore store = StoreKind.inProcess();
    assertThatThrownBy(() -> RequestVerification.exchange(body -> new byte[0], store))
        .isInstanceOf(WrongAnswerException.class);
    assertThatThrownBy(() -> RequestVerification.exchange(body -> body, store))
        .isInstanceOf(WrongAnswerException.class);
  }

  @Test
  void aTransferThatLosesOrChecksNothingIsFound() {
    byte[] text = TransferText.MIXED.bytes();
    assertThatThrownBy(() -> RequestVerification.transfer(bytes -> new byte[bytes.length], text))
        .isInstanceOf(WrongAnswerException.class);
    assertThatThrownBy(() -> RequestVerification.transfer(bytes -> true, text))
        .hasMessage("it takes a byte 0xff for UTF-8");
    assertThatThrownBy(() -> RequestVerification.transfer(bytes -> false, text))
        .isInstanceOf(WrongAnswerException.class);
    assertThatThrownBy(() -> RequestVerification.transfer(bytes -> bytes, text))
        .hasMessageContaining("not a copy of it");
    assertThatThrownBy(
            () -> RequestVerification.transfer(bytes -> ByteBuffer.wrap(bytes.clone()), text))
        .hasMessage("the buffer is not a direct one");
    byte[] kept = text.clone();
    assertThatThrownBy(() -> RequestVerification.transfer(bytes -> kept, text))
        .isInstanceOf(WrongAnswerException.class);
  }
}
