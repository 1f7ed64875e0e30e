package org.portcullis.bench.policy;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Checks that all engines agree, measures them, and prints one table. */
public final class PolicyComparison {

  private static final int MANY_CALLERS = 1024;

  private PolicyComparison() {}

  /** Runs; ends with an exception at the first disagreement. */
  public static void main(String[] arguments) throws Exception {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    out.println(Machine.described());
    double clock = Machine.clock();
    for (Size size : Size.values()) {
      out.println(Agreement.check(size));
    }
    List<Measured> measured = new ArrayList<>();
    out.println("measuring " + EngineKind.PORTCULLIS);
    measured.addAll(run(ours().param("condition", "false", "true")));
    measured.addAll(run(ours().param("callers", Integer.toString(MANY_CALLERS))));
    double result = result();
    for (EngineKind peer : List.of(EngineKind.CEDAR, EngineKind.JCASBIN)) {
      out.println("measuring " + peer);
      measured.addAll(
          run(options(3, 3).param("engine", peer.name()).param("condition", "false", "true")));
    }
    new ComparisonTable(measured, result, clock).print(out);
  }

  private static ChainedOptionsBuilder ours() {
    return options(5, 5).param("engine", EngineKind.PORTCULLIS.name());
  }

  private static List<Measured> run(ChainedOptionsBuilder options) throws RunnerException {
    return new Runner(options.include(PolicyBenchmark.class.getName() + "\\b").build())
        .run().stream().map(Measured::of).toList();
  }

  private static double result() throws RunnerException {
    return new Runner(options(2, 2).include(ResultBenchmark.class.getName()).build())
        .run().stream().mapToDouble(Measured::bytes).findFirst().orElseThrow();
  }

  /** One second a round, in a JVM of its own. */
  private static ChainedOptionsBuilder options(int warmUps, int rounds) {
    return new OptionsBuilder()
        .forks(1)
        .warmupIterations(warmUps)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(rounds)
        .measurementTime(TimeValue.seconds(1))
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
  }
}
