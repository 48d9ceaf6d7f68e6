package requestpath.codec.json.jackson2;

import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.RecyclerPool;
import requestpath.codec.json.JsonCodec;
import requestpath.payload.Shape;

/**
 * Where Jackson 2 takes its buffers from and gives them back to.
 *
 * <p>Its maintainers brought the choice in for virtual threads, each of which would have buffers of
 * its own (https://github.com/FasterXML/jackson-core/issues/919); made another the default once,
 * and went back to buffers for each thread, as those still do best on platform threads
 * (https://github.com/FasterXML/jackson-core/issues/1266).
 */
public enum RecyclerPools {
  /** One for each thread: the default. */
  THREAD_LOCAL {
    @Override
    RecyclerPool<BufferRecycler> pool() {
      return JsonRecyclerPools.threadLocalPool();
    }
  },
  /** A concurrent deque that all threads share and that grows as it must. */
  CONCURRENT_DEQUE {
    @Override
    RecyclerPool<BufferRecycler> pool() {
      return JsonRecyclerPools.newConcurrentDequePool();
    }
  },
  /**
   * A linked list that all threads share, without locks. The default of 2.17.0, deprecated since
   * 2.18 (https://github.com/FasterXML/jackson-core/issues/1271).
   */
  LOCK_FREE {
    @Override
    @SuppressWarnings("deprecation") // It is measured so that those who chose it know.
    RecyclerPool<BufferRecycler> pool() {
      return JsonRecyclerPools.newLockFreePool();
    }
  },
  /** None: new buffers for each document. */
  NONE {
    @Override
    RecyclerPool<BufferRecycler> pool() {
      return JsonRecyclerPools.nonRecyclingPool();
    }
  };

  /** The pool; one that threads share is a new one. */
  abstract RecyclerPool<BufferRecycler> pool();

  /** Jackson's codec for a shape, its buffers from this pool. */
  public <T> JsonCodec<T> codec(Shape<T> shape) {
    return new Jackson2PooledCodec<>(shape, pool());
  }
}
