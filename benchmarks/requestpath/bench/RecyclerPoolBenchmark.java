package requestpath.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.codec.CodecVerification.Document;
import requestpath.codec.WrongAnswerException;
import requestpath.codec.json.JsonCodec;
import requestpath.codec.json.JsonVerification;
import requestpath.codec.json.jackson2.RecyclerPools;
import requestpath.harness.api.InFork;
import requestpath.harness.api.PartOf;
import requestpath.payload.Message;
import requestpath.payload.Names;
import requestpath.payload.Shape;
import requestpath.payload.Support;
import requestpath.result.ForkStatistic;

/**
 * Which of Jackson's buffer pools suits which kind of thread? Each operation handles a thousand
 * small messages; the score is per message. On virtual threads each message is its own task, as a
 * request is. Each platform thread gets its part of the tasks at once. The calling thread does all
 * of them itself. If tasks go to other threads, the score includes handing them over; {@link
 * #handOver} measures that alone. Pools are compared within one kind of thread.
 *
 * <p>No task waits, so no more buffers are in use at once than there are cores. A service whose
 * threads wait while they write needs more. Jackson's pool without locks is measured only if named,
 * as it is deprecated; the bounded pool is not measured.
 *
 * <pre>{@code
 * java -jar target/benchmarks.jar RecyclerPool
 * java -jar target/benchmarks.jar RecyclerPool -p threads=CALLER -t 2
 * java -jar target/benchmarks.jar RecyclerPool -p pool=THREAD_LOCAL,LOCK_FREE
 * }</pre>
 */
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RecyclerPoolBenchmark extends SteadyState {
  private static final int TASKS = 1_000;

  @Param({"THREAD_LOCAL", "CONCURRENT_DEQUE", "NONE"})
  public RecyclerPools pool;

  @Param public ThreadKind threads;

  JsonCodec<Message> codec;
  private ThreadKind.Runner runner;
  private List<Callable<byte[]>> encodings;
  private List<Callable<Message>> decodings;
  private List<Callable<Integer>> nothings;

  @Setup(Level.Trial)
  public void setUp() {
    support().require();
    codec = pool.codec(Shape.one(Message.class));
    runner = threads.open();
    encodeEach(messages(0));
    decodeEach(documents(0).messages());
    countTo(TASKS);
    InFork.announce(codec::description);
  }

  /** To bytes. */
  @Benchmark
  @OperationsPerInvocation(TASKS)
  public List<byte[]> encode() throws Exception {
    return runner.results(encodings);
  }

  /** From bytes. */
  @Benchmark
  @OperationsPerInvocation(TASKS)
  public List<Message> decode() throws Exception {
    return runner.results(decodings);
  }

  /**
   * Runs the same number of empty tasks. This is the part of the other scores that is not Jackson.
   * It uses no pool.
   */
  @Benchmark
  @OperationsPerInvocation(TASKS)
  @PartOf({"encode", "decode"})
  public List<Integer> handOver() throws Exception {
    return runner.results(nothings);
  }

  @TearDown(Level.Trial)
  @SuppressWarnings("unchecked") // The measured methods return lists.
  public void verify(BenchmarkParams measured) throws Exception {
    InFork.requireCorrect(
        () -> {
          if (InFork.method(measured).equals("handOver")) {
            for (int count : new int[] {TASKS, TASKS / 2}) {
              countTo(count);
              requireCount(count, InFork.call(this, measured));
            }
          } else if (InFork.method(measured).equals("encode")) {
            JsonVerification.encoderOfEach(
                input -> {
                  encodeEach(input);
                  return ((List<byte[]>) InFork.call(this, measured)).toArray(byte[][]::new);
                },
                messages(0),
                messages(TASKS));
          } else {
            JsonVerification.decoderOfEach(
                input -> {
                  decodeEach(input);
                  return InFork.call(this, measured);
                },
                documents(0),
                documents(TASKS));
          }
        });
  }

  private void countTo(int count) {
    nothings = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Integer number = i;
      nothings.add(() -> number);
    }
  }

  private static void requireCount(int count, Object results) {
    if (!results.equals(IntStream.range(0, count).boxed().toList())) {
      throw new WrongAnswerException("results are lost, or in another order");
    }
  }

  private void encodeEach(List<Object> messages) {
    encodings = new ArrayList<>(messages.size());
    for (Object message : messages) {
      encodings.add(() -> codec.toBytes((Message) message));
    }
  }

  private void decodeEach(byte[][] documents) {
    decodings = new ArrayList<>(documents.length);
    for (byte[] document : documents) {
      decodings.add(() -> codec.fromBytes(document));
    }
  }

  /** A message for each task, starting with the name at this index. */
  private static List<Object> messages(int from) {
    String[] names = Names.pool();
    List<Object> messages = new ArrayList<>(TASKS);
    for (int i = from; i < from + TASKS; i++) {
      messages.add(new Message("Hello " + names[i] + "!"));
    }
    return messages;
  }

  private static Document documents(int from) {
    List<Object> messages = messages(from);
    return new Document(
        messages.stream()
            .map(message -> "{\"message\":\"" + ((Message) message).message() + "\"}")
            .map(json -> json.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new),
        messages);
  }

  @Override
  public ForkStatistic statistic() {
    return ForkStatistic.MEAN;
  }

  @Override
  public Optional<Baseline> baseline() {
    return Optional.of(Baseline.value("pool", "THREAD_LOCAL"));
  }

  @Override
  public Support support() {
    return threads.support();
  }

  @Override
  public boolean runsUnasked() {
    return false;
  }
}
