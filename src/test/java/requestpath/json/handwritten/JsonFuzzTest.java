package requestpath.json.handwritten;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Any bytes: refused or read as Jackson, set up strictly, does. {@code mvn test} replays the inputs
 * that are kept; to search for as long as one likes:
 *
 * <pre>{@code
 * JAZZER_FUZZ=1 mvn test -Dtest=JsonFuzzTest -DargLine=-Djazzer.instrumentation_includes=requestpath.**
 * }</pre>
 */
class JsonFuzzTest {
  @FuzzTest(maxDuration = "60m")
  void anyBytesAreReadAsJacksonReadsThem(byte[] document) {
    JsonOracle.check(document);
  }
}
