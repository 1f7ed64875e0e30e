package org.portcullis.bench.policy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.CommandDecision;

/**
 * What a result alone costs: the three objects of a decision about one command, nothing decided.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ResultBenchmark {

  private CallDecision made;

  /** Decides once, so that there is something to make again. */
  @Setup
  public void setUp() {
    GeneratedPolicy policy = new GeneratedPolicy(Size.SMALL, PolicyBenchmark.POLICY_SEED);
    List<Call> calls = new GeneratedCalls(policy, 1, 2).allowedWithoutCondition(1);
    made = new OurEngine(policy, calls).decide(0);
  }

  /** The result. */
  @Benchmark
  public CallDecision result() {
    CommandDecision one = made.commands().get(0);
    CommandDecision command =
        new CommandDecision(
            one.command(),
            one.own(),
            one.rules(),
            one.shadow(),
            one.plans(),
            one.masking(),
            one.inner());
    return new CallDecision(made.policyVersion(), made.roles(), List.of(command), made.standing());
  }
}
