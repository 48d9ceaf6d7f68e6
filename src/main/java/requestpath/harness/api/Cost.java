package requestpath.harness.api;

import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a JVM spends between two moments, or up to one.
 *
 * @param nanos time
 * @param allocatedBytes allocation of all threads
 * @param collections garbage collections
 * @param collectionMillis time of garbage collections
 */
public record Cost(long nanos, long allocatedBytes, long collections, long collectionMillis) {
  static final Cost NONE = new Cost(0, 0, 0, 0);

  static Cost untilNow() {
    long collections = 0;
    long collectionMillis = 0;
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      collections += collector.getCollectionCount();
      collectionMillis += collector.getCollectionTime();
    }
    return new Cost(System.nanoTime(), allocated(), collections, collectionMillis);
  }

  /** Of all threads, as JMH's profiler counts. */
  private static long allocated() {
    if (ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads) {
      // No streams: they would load classes before a cold start does.
      long sum = 0;
      for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
        // A thread that has ended gives -1.
        sum += Math.max(0, bytes);
      }
      return sum;
    }
    return 0;
  }

  Cost since(Cost before) {
    return new Cost(
        nanos - before.nanos,
        allocatedBytes - before.allocatedBytes,
        collections - before.collections,
        collectionMillis - before.collectionMillis);
  }

  Cost plus(Cost other) {
    return new Cost(
        nanos + other.nanos,
        allocatedBytes + other.allocatedBytes,
        collections + other.collections,
        collectionMillis + other.collectionMillis);
  }
}
