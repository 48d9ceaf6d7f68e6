package requestpath.bench;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.codec.WrongAnswerException;
import requestpath.handler.language.LanguageEngine;
import requestpath.payload.Item;
import requestpath.payload.TransferText;

/** The correctness checks of benchmarks without codecs fail when the measured method is wrong. */
class WrongMethodsAreFoundTest {
  private static final int SIZE = 20;

  @Test
  void ofFibonacci() {
    FibonacciBenchmark wrong =
        new FibonacciBenchmark() {
          @Override
          public int iterative() {
            return 55;
          }
        };
    wrong.n = 10;
    assertThatThrownBy(() -> wrong.verify(measured(wrong, "iterative")))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("for 9 the answer is 34 but it gives 55");
    wrong.n = 10;
    assertThatCode(() -> wrong.verify(measured(wrong, "memoised"))).doesNotThrowAnyException();
  }

  @Test
  void ofLoop() {
    LoopBenchmark wrong =
        new LoopBenchmark() {
          @Override
          public int intLoop() {
            return super.intLoop() + iterations / 1000;
          }
        };
    wrong.iterations = 1000;
    assertThatThrownBy(() -> wrong.verify(measured(wrong, "intLoop")))
        .isInstanceOf(WrongAnswerException.class);
  }

  @Test
  void ofLanguages() {
    LanguageBenchmark wrong =
        new LanguageBenchmark() {
          @Override
          public int fib() {
            return 55;
          }

          @Override
          public int loop() {
            return super.loop() - 1;
          }

          @Override
          public int call() {
            return 10;
          }
        };
    wrong.engine = LanguageEngine.KOTLIN;
    for (String method : List.of("fib", "loop", "call")) {
      wrong.setUp();
      assertThatThrownBy(() -> wrong.verify(measured(wrong, method)))
          .as(method)
          .isInstanceOf(WrongAnswerException.class);
    }
  }

  @Test
  void ofTransferThatCopiesOnlyWhenItHasJustAllocated() {
    TransferBenchmark wrong =
        new TransferBenchmark() {
          @Override
          public byte[] copyToReusedArray(Targets targets) {
            int before = targets.reused.length;
            byte[] target = super.copyToReusedArray(new Targets());
            if (before == target.length) {
              return targets.reused;
            }
            targets.reused = target;
            return target;
          }
        };
    wrong.text = TransferText.ASCII;
    wrong.setUp();
    assertThatThrownBy(() -> wrong.verify(measured(wrong, "copyToReusedArray")))
        .isInstanceOf(WrongAnswerException.class);
  }

  @Test
  void ofAllocationThatLosesARecordOrAField() throws Exception {
    AllocationBenchmark wrong =
        new AllocationBenchmark() {
          @Override
          public List<Item> records() {
            return super.records().subList(1, SIZE);
          }

          @Override
          public List<Map<String, Object>> maps() {
            List<Map<String, Object>> maps = super.maps();
            maps.get(SIZE - 1).remove("created_at");
            return maps;
          }
        };
    wrong.size = SIZE;
    for (String method : List.of("records", "maps")) {
      wrong.setUp();
      assertThatThrownBy(() -> wrong.verify(measured(wrong, method)))
          .as(method)
          .isInstanceOf(WrongAnswerException.class);
    }
  }

  @Test
  void ofDoubleTextThatReturnsAnotherLength() {
    DoubleTextBenchmark wrong =
        new DoubleTextBenchmark() {
          @Override
          public int write() {
            super.write();
            return SIZE;
          }
        };
    wrong.size = SIZE;
    wrong.setUp();
    assertThatThrownBy(() -> wrong.verify(measured(wrong, "write")))
        .isInstanceOf(WrongAnswerException.class);
  }

  private static BenchmarkParams measured(Object benchmark, String method) {
    return MeasuredMethod.named(benchmark.getClass().getName() + "." + method);
  }
}
