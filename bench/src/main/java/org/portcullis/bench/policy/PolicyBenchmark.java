package org.portcullis.bench.policy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a decision costs in each engine. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PolicyBenchmark {

  /** Calls that are asked in turn; a power of two. */
  static final int CALLS = 1024;

  static final long POLICY_SEED = 1;

  private static final long CALL_SEED = 2;

  @Param("PORTCULLIS")
  public EngineKind engine = EngineKind.PORTCULLIS;

  @Param({"SMALL", "LARGE"})
  public Size size = Size.SMALL;

  /** Whether one rule that names the call has a condition. */
  @Param("false")
  public boolean condition;

  /** How many callers are at work. */
  @Param("64")
  public int callers = 64;

  private Engine asked;
  private int next;

  /** Reads the policy and makes the calls. */
  @Setup
  public void setUp() throws Exception {
    GeneratedPolicy policy = new GeneratedPolicy(size, POLICY_SEED);
    GeneratedCalls calls = new GeneratedCalls(policy, callers, CALL_SEED);
    List<Call> chosen =
        condition ? calls.allowedWithOneCondition(CALLS) : calls.allowedWithoutCondition(CALLS);
    asked = engine.with(policy, chosen);
  }

  /** One decision. */
  @Benchmark
  public Object decide() throws Exception {
    return asked.decide(next++ & (CALLS - 1));
  }
}
