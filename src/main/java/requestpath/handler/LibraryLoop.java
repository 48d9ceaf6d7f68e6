package requestpath.handler;

import io.reactivex.rxjava3.core.Flowable;
import io.smallrye.mutiny.Multi;
import io.vavr.collection.Iterator;
import java.util.stream.Collectors;
import org.eclipse.collections.impl.list.Interval;
import org.eclipse.collections.impl.list.primitive.IntInterval;
import reactor.core.publisher.Flux;

/**
 * The loop of {@link CountingLoop} through the libraries that request code is written with today: a
 * range, the step as a map, the sum as a fold, each the way its documentation writes it. Every form
 * computes the same number.
 */
public final class LibraryLoop {
  private LibraryLoop() {}

  /**
   * Reactor, as in https://projectreactor.io/docs/core/release/reference/: range, map, reduce,
   * block.
   */
  public static int reactor(int iterations) {
    Integer total =
        Flux.range(0, iterations).map(CountingLoop::step).reduce(0, Integer::sum).block();
    return total == null ? 0 : total;
  }

  /**
   * RxJava 3, as in https://github.com/ReactiveX/RxJava/blob/3.x/README.md: range, map, reduce,
   * blockingGet.
   */
  public static int rxJava(int iterations) {
    return Flowable.range(0, iterations)
        .map(CountingLoop::step)
        .reduce(0, Integer::sum)
        .blockingGet();
  }

  /**
   * Mutiny, as in https://smallrye.io/smallrye-mutiny/latest/guides/collecting-items/: range, map,
   * and, since it has no reduce of its own, a collector of the JDK.
   */
  public static int mutiny(int iterations) {
    return Multi.createFrom()
        .range(0, iterations)
        .map(CountingLoop::step)
        .collect()
        .with(Collectors.reducing(0, Integer::sum))
        .await()
        .indefinitely();
  }

  /**
   * Eclipse Collections, as in
   * https://github.com/eclipse-collections/eclipse-collections/blob/master/docs/guide.md: its
   * primitive interval, lazily, so that nothing is boxed; it sums to a long.
   */
  public static int eclipseCollections(int iterations) {
    return Math.toIntExact(
        IntInterval.zeroTo(iterations - 1).asLazy().collectInt(CountingLoop::step).sum());
  }

  /** Eclipse Collections over objects, as the other libraries do it. */
  public static int eclipseCollectionsBoxed(int iterations) {
    return Interval.zeroTo(iterations - 1)
        .asLazy()
        .collect(CountingLoop::step)
        .injectInto((Integer) 0, Integer::sum);
  }

  /** Vavr's iterator, as in https://docs.vavr.io/: range, map, foldLeft. */
  public static int vavr(int iterations) {
    return Iterator.range(0, iterations).map(CountingLoop::step).foldLeft(0, Integer::sum);
  }
}
