package org.portcullis.container;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Several threads that begin the same at once. */
final class Together {

  private Together() {}

  /** Starts so many threads; what they come to. */
  static <T> List<Future<T>> start(int howMany, IntFunction<Callable<T>> work) {
    ExecutorService threads = Executors.newFixedThreadPool(howMany);
    CyclicBarrier line = new CyclicBarrier(howMany);
    List<Future<T>> futures =
        IntStream.range(0, howMany)
            .mapToObj(
                n ->
                    threads.submit(
                        () -> {
                          line.await();
                          return work.apply(n).call();
                        }))
            .toList();
    threads.shutdown();
    return futures;
  }

  /** The same, waiting for all of them. */
  static <T> List<T> run(int howMany, IntFunction<Callable<T>> work) {
    return start(howMany, work).stream().map(Together::result).toList();
  }

  /** What a thread comes to; waits for it. */
  static <T> T result(Future<T> future) {
    try {
      return future.get(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }
}
