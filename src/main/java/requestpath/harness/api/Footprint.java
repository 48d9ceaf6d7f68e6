package requestpath.harness.api;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * What a JVM holds at a moment, so that two moments tell what the work between them leaves behind.
 * To look collects garbage, so it is done {@linkplain InFork#aside aside}.
 */
public final class Footprint {
  /** Classes loaded by the operation, from wherever. */
  public static final String CLASSES = "classes.loaded";

  /** Bytes of metaspace that these classes take; those in the JDK's shared archive take none. */
  public static final String METASPACE = "metaspace";

  /** Bytes of heap that stay while the codec is held. */
  public static final String HEAP = "heap.retained";

  private final long classes;
  private final long metaspace;
  private final long heap;

  private Footprint(long classes, long metaspace, long heap) {
    this.classes = classes;
    this.metaspace = metaspace;
    this.heap = heap;
  }

  /** What there is before the operation. What looking itself takes is in it already. */
  public static Footprint before() {
    now();
    return now();
  }

  private static Footprint now() {
    // First what a collection can change.
    long classes = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
    long metaspace = metaspace();
    System.gc();
    System.gc();
    return new Footprint(
        classes, metaspace, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }

  private static long metaspace() {
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getName().equals("Metaspace")) {
        return pool.getUsage().getUsed();
      }
    }
    throw new IllegalStateException("this JVM has no memory pool named Metaspace");
  }

  /**
   * Reports what the operation has left behind since this moment.
   *
   * @param calls how often the operation has been called since
   * @throws RefusedException when it was called more often than once, also by another thread: the
   *     fork then has measured calls that were not the first
   */
  public void reportFirst(int calls, BenchmarkParams measured) throws RefusedException {
    if (calls > 1 || measured.getThreads() > 1) {
      throw new RefusedException(
          "a cold start is the first call in a JVM, and this fork made "
              + Math.max(calls, measured.getThreads())
              + ": leave out -t, -wi, -i, -bs, -wbs and -bm, and ask for more forks with -f");
    }
    Footprint after = now();
    InFork.report(CLASSES, after.classes - classes, "classes");
    InFork.report(METASPACE, after.metaspace - metaspace, "B");
    InFork.report(HEAP, after.heap - heap, "B");
  }
}
