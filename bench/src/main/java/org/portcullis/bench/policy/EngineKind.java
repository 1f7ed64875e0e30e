package org.portcullis.bench.policy;

import java.util.List;

/** The engines by name. */
public enum EngineKind {
  PORTCULLIS {
    @Override
    Engine with(GeneratedPolicy policy, List<Call> calls) {
      return new OurEngine(policy, calls);
    }
  },
  JCASBIN {
    @Override
    Engine with(GeneratedPolicy policy, List<Call> calls) {
      return new CasbinEngine(policy, calls);
    }
  },
  CEDAR {
    @Override
    Engine with(GeneratedPolicy policy, List<Call> calls) throws Exception {
      return new CedarEngine(policy, calls);
    }
  };

  abstract Engine with(GeneratedPolicy policy, List<Call> calls) throws Exception;
}
