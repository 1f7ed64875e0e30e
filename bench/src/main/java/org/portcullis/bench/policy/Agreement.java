package org.portcullis.bench.policy;

import java.util.ArrayList;
import java.util.List;

/** Whether all engines decide alike, before anyone asks which is faster. */
final class Agreement {

  private static final int OF_EACH = 150;
  private static final int CALLERS = 50;
  private static final long CALL_SEED = 7;

  private Agreement() {}

  /**
   * Asks every engine about the same calls and compares with the generated rules, tried one by one.
   *
   * @return how many calls were compared, and how many of them are allowed
   * @throws IllegalStateException at the first disagreement
   */
  static String check(Size size) throws Exception {
    GeneratedPolicy policy = new GeneratedPolicy(size, PolicyBenchmark.POLICY_SEED);
    GeneratedCalls generated = new GeneratedCalls(policy, CALLERS, CALL_SEED);
    List<Call> calls = new ArrayList<>(generated.any(OF_EACH));
    calls.addAll(generated.allowedWithoutCondition(OF_EACH));
    calls.addAll(generated.allowedWithOneCondition(OF_EACH));
    for (EngineKind kind : EngineKind.values()) {
      Engine engine = kind.with(policy, calls);
      for (int i = 0; i < calls.size(); i++) {
        boolean expected = generated.allowed(calls.get(i));
        if (engine.allows(engine.decide(i)) != expected) {
          throw new IllegalStateException(
              "%s at %d rules: %s is %s by the rules"
                  .formatted(kind, size.rules(), calls.get(i), expected ? "allowed" : "blocked"));
        }
      }
    }
    long allowed = calls.stream().filter(generated::allowed).count();
    return "%,d rules: all engines agree on %d calls, %d of them allowed"
        .formatted(size.rules(), calls.size(), allowed);
  }
}
