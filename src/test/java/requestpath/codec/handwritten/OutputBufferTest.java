package requestpath.codec.handwritten;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputBufferTest {
  private static final class Buffer extends OutputBuffer {}

  @Test
  void aBufferOfAtMostTheLimitIsKept() {
    Buffer out = new Buffer();
    byte[] large = out.reserve(OutputBuffer.MAX_KEPT_SIZE / 2);
    out.forgetLarge();
    assertThat(out.buffer()).isSameAs(large);
  }

  @Test
  void aLargerBufferIsReplaced() {
    Buffer out = new Buffer();
    out.reserve(OutputBuffer.MAX_KEPT_SIZE);
    out.forgetLarge();
    assertThat(out.buffer()).hasSize(OutputBuffer.INITIAL_SIZE);
  }

  @Test
  void aBufferGrowsToTwiceItsSizeOrMore() {
    assertThat(OutputBuffer.grown(new byte[10], 5)).hasSize(20);
    assertThat(OutputBuffer.grown(new byte[10], 50)).hasSize(50);
  }
}
