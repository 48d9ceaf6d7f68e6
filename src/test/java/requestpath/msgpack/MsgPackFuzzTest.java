package requestpath.msgpack;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Any bytes: refused or read as msgpack-core, told to report malformed UTF-8, does. {@code mvn
 * test} replays the inputs that are kept; to search for as long as one likes:
 *
 * <pre>{@code
 * JAZZER_FUZZ=1 mvn test -Dtest=MsgPackFuzzTest -DargLine=-Djazzer.instrumentation_includes=requestpath.**
 * }</pre>
 */
class MsgPackFuzzTest {
  @FuzzTest(maxDuration = "60m")
  void anyBytesAreReadAsMsgPackCoreReadsThem(byte[] message) {
    MsgPackOracle.check(message);
  }
}
