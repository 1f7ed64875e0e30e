package org.portcullis.policy.document;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.portcullis.policy.engine.CompiledPolicy;

/** What reading a policy document came to. */
public sealed interface PolicyReading {

  /**
   * The document is in order.
   *
   * @param policy the compiled policy, to be activated under a number
   * @param warnings what is allowed but most likely not meant, by line
   */
  record Read(CompiledPolicy policy, List<PolicyFault> warnings) implements PolicyReading {

    public Read {
      requireNonNull(policy, "policy");
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The document cannot be used.
   *
   * @param faults every fault that was found, by line and column; not empty
   */
  record Faulty(List<PolicyFault> faults) implements PolicyReading {

    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
