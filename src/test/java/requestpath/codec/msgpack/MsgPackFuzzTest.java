package requestpath.codec.msgpack;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/**
 * Any bytes: refused or read as msgpack-core, set to report malformed UTF-8, reads them. {@code mvn
 * verify} searches for a few seconds, beginning with the inputs that are kept; to search for as
 * long as one likes:
 *
 * <pre>{@code
 * JAZZER_FUZZ=1 mvn test-compile surefire:test@fuzz -Dtest=MsgPackFuzzTest -Dfuzz.duration=60m
 * }</pre>
 */
class MsgPackFuzzTest {
  @Tag("fuzz")
  @FuzzTest(maxDuration = "60m")
  void anyBytesAreReadAsMsgPackCoreReadsThem(byte[] message) {
    MsgPackOracle.check(message);
  }
}
