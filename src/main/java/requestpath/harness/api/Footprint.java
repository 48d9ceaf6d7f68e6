package requestpath.harness.api;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * Classes and memory of this JVM at one moment; the difference of two moments is what the operation
 * between them leaves behind. It collects garbage: call it {@linkplain InFork#aside aside}.
 */
public final class Footprint {
  /** Classes that the operation loaded. */
  public static final String CLASSES = "classes.loaded";

  /** Bytes of metaspace that these classes take; those in the JDK's shared archive take none. */
  public static final String METASPACE = "metaspace";

  /** Bytes of heap that stay in use. */
  public static final String HEAP = "heap.retained";

  private final long classes;
  private final long metaspace;
  private final long heap;

  private Footprint(long classes, long metaspace, long heap) {
    this.classes = classes;
    this.metaspace = metaspace;
    this.heap = heap;
  }

  /** The footprint before the operation. It includes the classes of this probe. */
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
   * Reports the difference since this moment.
   *
   * @param calls how often the operation has been called since
   * @throws RefusedException when it was called more than once, also by another thread: then the
   *     fork has not measured only first calls
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
