package org.portcullis.bench.policy;

import java.util.List;
import org.portcullis.policy.ActivePolicy;
import org.portcullis.policy.CallDecision;
import org.portcullis.policy.Effect;
import org.portcullis.policy.document.PolicyReader;
import org.portcullis.policy.document.PolicyReading;

/** This gate's engine, told the policy as the YAML that people write. */
final class OurEngine implements Engine {

  private final ActivePolicy policy;
  private final OurCall[] calls;

  OurEngine(GeneratedPolicy generated, List<Call> calls) {
    PolicyReading reading = PolicyReader.read(generated.yaml());
    if (!(reading instanceof PolicyReading.Read read)) {
      throw new IllegalStateException(reading.toString());
    }
    this.policy = read.policy().activate(1);
    this.calls = calls.stream().map(OurCall::of).toArray(OurCall[]::new);
    // What the engine keeps of callers is made for others that are equal, never for these objects.
    calls.stream().map(OurCall::of).forEach(call -> call.decide(policy));
  }

  @Override
  public CallDecision decide(int call) {
    return calls[call].decide(policy);
  }

  @Override
  public boolean allows(Object answer) {
    return ((CallDecision) answer).effect() == Effect.ALLOW;
  }
}
