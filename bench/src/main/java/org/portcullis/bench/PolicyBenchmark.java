package org.portcullis.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.portcullis.command.Command;
import org.portcullis.connection.Connection;
import org.portcullis.identity.Caller;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.CallDecision;

/** What a decision costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PolicyBenchmark {

  private final ActivePolicy policy = Sample.policy();
  private final Caller caller = Sample.caller();
  private final Connection connection = Sample.connection();
  private final List<Command> one = List.of(Sample.refund(40));
  private final List<Command> ten =
      List.of(
          Sample.refund(1),
          Sample.refund(2),
          Sample.refund(3),
          Sample.refund(4),
          Sample.refund(5),
          Sample.refund(60),
          Sample.refund(70),
          Sample.refund(80),
          Sample.refund(90),
          Sample.refund(100));

  @Benchmark
  public CallDecision oneCommandWithCondition() {
    return policy.decide(caller, connection, "S-1", one, Sample.NOW);
  }

  @Benchmark
  public CallDecision tenCommandsWithCondition() {
    return policy.decide(caller, connection, "S-1", ten, Sample.NOW);
  }
}
