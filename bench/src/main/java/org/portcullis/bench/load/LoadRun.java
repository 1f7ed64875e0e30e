package org.portcullis.bench.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * Asks several targets in turn, round by round, so that whatever else the machine does falls on all
 * of them, and prints what each came to and how it compares with the second one.
 */
public final class LoadRun {

  /** A server compiles what it runs while it runs, for minutes when it has two cores. */
  private static final Duration WARM_UP = Duration.ofSeconds(10);

  private static final int MOST_WARM_UPS = 18;
  private static final int PATIENCE = 3;

  /** Less than this much faster is as fast as before. */
  private static final double STEP = 1.03;

  private LoadRun() {}

  /**
   * Runs.
   *
   * @param arguments connections, seconds a round, rounds, then a file for each target: first what
   *     is asked directly, second what the others are compared with
   */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    int connections = Integer.parseInt(arguments[0]);
    Duration time = Duration.ofSeconds(Integer.parseInt(arguments[1]));
    int rounds = Integer.parseInt(arguments[2]);
    List<Target> targets = new ArrayList<>();
    for (String file : List.of(arguments).subList(3, arguments.length)) {
      targets.add(Target.read(Path.of(file)));
    }
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    for (Target target : targets) {
      out.printf("%-16s warm after %s s%n", target.name(), warmUp(target, connections).toSeconds());
    }
    Map<String, List<Round.Result>> results = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Target target : targets) {
        results
            .computeIfAbsent(target.name(), name -> new ArrayList<>())
            .add(Round.run(target, connections, time));
      }
    }
    report(out, targets, results);
    out.flush();
  }

  /** Asks until the target has stopped getting faster, and tells how long that took. */
  private static Duration warmUp(Target target, int connections)
      throws InterruptedException, ExecutionException {
    double best = 0;
    int bestAt = 0;
    int round = 0;
    while (round < MOST_WARM_UPS && round - bestAt < PATIENCE) {
      round++;
      double speed = Round.run(target, connections, WARM_UP).perSecond();
      if (speed > best * STEP) {
        best = speed;
        bestAt = round;
      }
    }
    return WARM_UP.multipliedBy(round);
  }

  private static void report(
      PrintWriter out, List<Target> targets, Map<String, List<Round.Result>> results) {
    Round.Result peer = sum(results.get(targets.get(1).name()));
    out.printf(
        "%-16s %12s %9s %9s %12s %14s%n",
        "", "requests/s", "p50 ms", "p99 ms", "of nginx", "p50 above ms");
    for (Target target : targets) {
      Round.Result result = sum(results.get(target.name()));
      out.printf(
          "%-16s %12.0f %9.3f %9.3f %12.3f %14.3f%n",
          target.name(),
          result.perSecond(),
          result.millis(0.5),
          result.millis(0.99),
          result.perSecond() / peer.perSecond(),
          result.millis(0.5) - peer.millis(0.5));
    }
  }

  private static Round.Result sum(List<Round.Result> rounds) {
    Duration time = rounds.stream().map(Round.Result::time).reduce(Duration.ZERO, Duration::plus);
    long[] nanos =
        rounds.stream().flatMapToLong(round -> Arrays.stream(round.nanos())).sorted().toArray();
    return new Round.Result(time, nanos);
  }
}
