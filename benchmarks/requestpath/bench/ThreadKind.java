package requestpath.bench;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import requestpath.payload.Support;

/** The kind of thread that tasks run on. */
public enum ThreadKind {
  /** The measuring thread, without an executor; {@code -t} makes several of them. */
  CALLER {
    @Override
    Runner open() {
      return new Direct();
    }
  },
  /**
   * One platform thread per processor, reused. Each gets its part of the tasks at once, so that
   * handing them over costs little.
   */
  PLATFORM {
    @Override
    Runner open() {
      return new InParts(
          Runtime.getRuntime().availableProcessors(),
          Executors.newFixedThreadPool(
              Runtime.getRuntime().availableProcessors(),
              task -> {
                Thread thread = new Thread(task, "platform");
                thread.setDaemon(true);
                return thread;
              }));
    }
  },
  /** A virtual thread for each task, as they are meant to be used. */
  VIRTUAL {
    @Override
    Runner open() {
      support().require();
      return new OnExecutor(newVirtualThreads());
    }

    @Override
    Support support() {
      return Support.fromJava(
          FIRST_WITH_VIRTUAL_THREADS,
          "virtual threads came with JDK " + FIRST_WITH_VIRTUAL_THREADS,
          "https://openjdk.org/jeps/444");
    }
  };

  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

  /** Runs tasks. */
  interface Runner {
    /**
     * Runs all of them.
     *
     * @return their results, in order
     * @throws Exception the exception of the first task that failed
     */
    <T> List<T> results(List<Callable<T>> tasks) throws Exception;
  }

  /** Starts threads of this kind. They do not keep the JVM alive. */
  abstract Runner open();

  /** Whether this JVM has such threads. */
  Support support() {
    return Support.YES;
  }

  private static final class Direct implements Runner {
    @Override
    public <T> List<T> results(List<Callable<T>> tasks) throws Exception {
      List<T> results = new ArrayList<>(tasks.size());
      for (Callable<T> task : tasks) {
        results.add(task.call());
      }
      return results;
    }
  }

  private record InParts(int parts, ExecutorService executor) implements Runner {
    @Override
    public <T> List<T> results(List<Callable<T>> tasks) throws Exception {
      List<Callable<List<T>>> shares = new ArrayList<>(parts);
      for (int part = 0; part < parts; part++) {
        List<Callable<T>> share =
            tasks.subList(tasks.size() * part / parts, tasks.size() * (part + 1) / parts);
        shares.add(() -> new Direct().results(share));
      }
      List<T> results = new ArrayList<>(tasks.size());
      new OnExecutor(executor).results(shares).forEach(results::addAll);
      return results;
    }
  }

  private record OnExecutor(ExecutorService executor) implements Runner {
    @Override
    public <T> List<T> results(List<Callable<T>> tasks) throws Exception {
      List<T> results = new ArrayList<>(tasks.size());
      for (Future<T> future : executor.invokeAll(tasks)) {
        try {
          results.add(future.get());
        } catch (ExecutionException e) {
          throw e.getCause() instanceof Exception cause ? cause : e;
        }
      }
      return results;
    }
  }

  /** Found by name, because this program is compiled for JDK 17. */
  private static ExecutorService newVirtualThreads() {
    try {
      MethodHandle factory =
          MethodHandles.publicLookup()
              .findStatic(
                  Executors.class,
                  "newVirtualThreadPerTaskExecutor",
                  MethodType.methodType(ExecutorService.class));
      return (ExecutorService) factory.invoke();
    } catch (Throwable e) {
      throw new IllegalStateException("JDK 21 and later have this method", e);
    }
  }
}
