package org.portcullis.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One target, asked over some connections for some time. */
final class Round {

  private static final int MOST_PER_CONNECTION = 2_000_000;

  private Round() {}

  /**
   * What came of it.
   *
   * @param nanos the time of every call, in ascending order
   */
  record Result(Duration time, long[] nanos) {

    double perSecond() {
      return nanos.length / (time.toNanos() / 1e9);
    }

    double millis(double share) {
      return nanos.length == 0 ? 0 : nanos[(int) ((nanos.length - 1) * share)] / 1e6;
    }
  }

  static Result run(Target target, int connections, Duration time)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      long begin = System.nanoTime();
      long end = begin + time.toNanos();
      List<Future<long[]>> futures = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        futures.add(threads.submit(() -> call(target, end)));
      }
      List<long[]> all = new ArrayList<>();
      for (Future<long[]> future : futures) {
        all.add(future.get());
      }
      Duration taken = Duration.ofNanos(System.nanoTime() - begin);
      long[] nanos = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
      return new Result(taken, nanos);
    } finally {
      threads.shutdownNow();
    }
  }

  private static long[] call(Target target, long end) throws IOException {
    long[] nanos = new long[1024];
    int count = 0;
    try (KeptConnection connection = new KeptConnection(target)) {
      for (long now = System.nanoTime(); now < end && count < MOST_PER_CONNECTION; ) {
        connection.call();
        long done = System.nanoTime();
        if (count == nanos.length) {
          nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = done - now;
        now = done;
      }
    }
    return Arrays.copyOf(nanos, count);
  }
}
