package requestpath.handler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryLoopTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 1000, 1_000_000})
  void everyLibraryGivesTheSameNumber(int iterations) {
    long expected = CountingLoop.expected(iterations);
    assertThat((long) LibraryLoop.reactor(iterations)).isEqualTo(expected);
    assertThat((long) LibraryLoop.rxJava(iterations)).isEqualTo(expected);
    assertThat((long) LibraryLoop.mutiny(iterations)).isEqualTo(expected);
    assertThat((long) LibraryLoop.eclipseCollections(iterations)).isEqualTo(expected);
    assertThat((long) LibraryLoop.eclipseCollectionsBoxed(iterations)).isEqualTo(expected);
    assertThat((long) LibraryLoop.vavr(iterations)).isEqualTo(expected);
  }
}
