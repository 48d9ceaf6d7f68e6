package requestpath.codec.handwritten.json;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/**
 * Any bytes: refused or read as Jackson, set up strictly, does. {@code mvn verify} searches for a
 * few seconds, beginning with the inputs that are kept; to search for as long as one likes:
 *
 * <pre>{@code
 * JAZZER_FUZZ=1 mvn test-compile surefire:test@fuzz -Dtest=JsonFuzzTest -Dfuzz.duration=60m
 * }</pre>
 */
class JsonFuzzTest {
  @Tag("fuzz")
  @FuzzTest(maxDuration = "60m")
  void anyBytesAreReadAsJacksonReadsThem(byte[] document) {
    JsonOracle.check(document);
  }
}
